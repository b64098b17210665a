/** A row of a CSV file, with the line that it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file's rows, and where a quotation was never closed. */
export interface ParsedCsv {
  readonly rows: readonly CsvRow[];
  /** The line of a quotation that never ends: everything behind it is its text. */
  readonly openQuoteLine: number | null;
}

/**
 * Rows of comma- or tab-separated text as RFC 4180 has them: quotes doubled within quotes, line breaks within quotes,
 * CRLF, LF or CR, with or without a byte order mark. Tabs separate where the first line has one outside of quotes.
 * Empty lines are no rows.
 */
export function parseCsv(source: string): ParsedCsv {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let [at, line, rowLine] = [0, 1, 1];
  let openQuoteLine: number | null = null;
  const endRow = (): void => {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells });
    cells = [];
  };
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, { at, separator });
    if (cell.isOpen) openQuoteLine ??= line;
    // What stands between a closing quote and the next separator belongs to the cell.
    const rest = plainCell(text, { at: cell.end, separator });
    cells.push(text[at] === '"' ? cell.value + rest.value : cell.value);
    const end = text[at] === '"' ? rest.end : cell.end;
    line += countBreaks(text.slice(at, end));
    at = end + 1;
    if (text[end] === separator) continue;
    if (text[end] === '\r' && text[end + 1] === '\n') at += 1;
    endRow();
    line += 1;
    rowLine = line;
  }
  return { rows, openQuoteLine };
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly isOpen?: boolean;
}

function quotedCell(text: string, at: number): Cell {
  let end = at + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end === -1) return { value: unquoted(text.slice(at + 1)), end: text.length, isOpen: true };
    if (text[end + 1] !== '"') return { value: unquoted(text.slice(at + 1, end)), end: end + 1 };
    end += 2;
  }
}

const unquoted = (text: string): string => text.replaceAll('""', '"');

function plainCell(
  text: string,
  { at, separator }: { readonly at: number; readonly separator: string },
): Cell {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(at, end), end };
}

function separatorOf(text: string): string {
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  return firstLine.replace(/"(?:[^"]|"")*"/g, '').includes('\t') ? '\t' : ',';
}

const countBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
