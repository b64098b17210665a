import type { Brief } from '../brief.ts';
import { asPloverText } from './plover-text.ts';

/** A dictionary as CSV that spreadsheets open as UTF-8: code, text, note. */
export function asCsv(briefs: Iterable<Brief>): string {
  const rows = [...briefs].map(({ code, text, note }) => [code, text, note].map(cellOf).join(','));
  return `\uFEFF${['code,text,note', ...rows].join('\r\n')}\r\n`;
}

/** What a reader would trim or take apart is quoted. */
function cellOf(text: string): string {
  return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A dictionary as Plover JSON; notes have no place in it. */
export function asPlover(briefs: Iterable<Brief>): string {
  const entries = [...briefs].map(({ code, text }) => [code, asPloverText(text)]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
