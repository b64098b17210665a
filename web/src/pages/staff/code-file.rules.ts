/** A batch of top-up cards as files want it. */
export interface CodeBatch {
  readonly id: string;
  readonly points: number;
  readonly codes: readonly string[];
}

/** One code a line, for a mail or a printer. */
export function codesAsText({ codes }: CodeBatch): string {
  return `${codes.join('\r\n')}\r\n`;
}

/** RFC 4180, with the mark that makes spreadsheets read it as UTF-8. It holds nothing that people typed. */
export function codesAsCsv({ id, points, codes }: CodeBatch, header: readonly string[]): string {
  const lines = [header, ...codes.map((code) => [code, String(points), id])];
  return `\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

/** A name that tells batches apart in a folder: `scribecast-cards-20x300-1a2b3c4d.csv`. */
export function codeFileName({ id, points, codes }: CodeBatch, ending: string): string {
  return `scribecast-cards-${codes.length}x${points}-${id.slice(-8)}.${ending}`;
}
