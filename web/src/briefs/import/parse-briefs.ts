import type { Brief } from '../brief.ts';
import { parseCsv } from './parse-csv.ts';
import { textOfPlover } from './plover-text.ts';

/** One brief as a file has it. */
export interface FoundBrief {
  /** The line of a CSV file, or the place in a JSON file, from 1. */
  readonly line: number;
  readonly brief: Brief;
  /** Why it cannot be what it says; null where nothing is known yet. */
  readonly fault: 'ploverCommand' | 'notText' | 'fewCells' | null;
}

/** What a file came to. */
export interface ParsedFile {
  readonly kind: 'csv' | 'plover';
  readonly found: readonly FoundBrief[];
  /** What is wrong with the file as a whole; what was found until then is there all the same. */
  readonly problem: { readonly kind: 'badJson' | 'notPlover' | 'openQuote'; readonly line?: number } | null;
}

/** Briefs of a text: Plover JSON where it is an object, else CSV (code, text, note). */
export function parseBriefs(source: string): ParsedFile {
  return /^\uFEFF?\s*[{[]/.test(source) ? parsePlover(source) : parseRows(source);
}

function parseRows(source: string): ParsedFile {
  const { rows, openQuoteLine } = parseCsv(source);
  const hasHeading = rows[0] !== undefined && isHeading(rows[0].cells);
  const found = rows.slice(hasHeading ? 1 : 0).map(({ line, cells }): FoundBrief => {
    const [code = '', text = '', note = ''] = cells.map((cell) => cell.trim());
    return { line, brief: { code, text, note }, fault: cells.length < 2 ? 'fewCells' : null };
  });
  const problem = openQuoteLine === null ? null : ({ kind: 'openQuote', line: openQuoteLine } as const);
  return { kind: 'csv', found, problem };
}

const headings = [
  ['code', '略码', '编码', '缩写', 'brief', 'abbreviation'],
  ['text', '文字', '词条', '内容', '全文', 'translation', 'expansion'],
] as const;

function isHeading(cells: readonly string[]): boolean {
  return headings.every((known, place) =>
    (known as readonly string[]).includes(cells[place]?.trim().toLowerCase() ?? ''),
  );
}

function parsePlover(source: string): ParsedFile {
  const strokes = parsedJson(source);
  if (strokes === undefined) return { kind: 'plover', found: [], problem: { kind: 'badJson' } };
  if (strokes === null || typeof strokes !== 'object' || Array.isArray(strokes)) {
    return { kind: 'plover', found: [], problem: { kind: 'notPlover' } };
  }
  const found = Object.entries(strokes).map(([code, translation], index): FoundBrief => {
    const line = index + 1;
    if (typeof translation !== 'string') {
      return { line, brief: { code, text: '', note: '' }, fault: 'notText' };
    }
    const text = textOfPlover(translation);
    if (text === null) return { line, brief: { code, text: translation, note: '' }, fault: 'ploverCommand' };
    return { line, brief: { code, text, note: '' }, fault: null };
  });
  return { kind: 'plover', found, problem: null };
}

function parsedJson(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
