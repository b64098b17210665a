import type { Segment } from '../../live/segment-blocks.ts';

/** One line of a display of so many cells, and where in the text it begins. */
export interface PaceLine {
  readonly segmentId: string;
  /** Where it begins in the segment's line of text, in UTF-16 units. */
  readonly start: number;
  readonly text: string;
}

type Words = Pick<Segment, 'id' | 'speaker' | 'text'>;

/** What is read of a segment: the speaker first, as on the page. */
export function spokenText({ speaker, text }: Omit<Words, 'id'>): string {
  return (speaker === null ? text : `${speaker}: ${text}`).replaceAll(/\s+/g, ' ').trim();
}

/**
 * Cuts a segment into lines of at most so many characters: at spaces, and anywhere where one of the two neighbours is
 * Chinese, Japanese or Korean, but never before closing punctuation; a word that is longer than a line is cut.
 * Nothing is left out but the space that a line ends with.
 */
export function linesOf(segment: Words, cells: number): readonly PaceLine[] {
  const text = spokenText(segment);
  const lines: PaceLine[] = [];
  let start = 0;
  while (start < text.length) {
    const end = endOfLine(text, start, cells);
    lines.push({ segmentId: segment.id, start, text: text.slice(start, end).trimEnd() });
    start = end;
    while (text[start] === ' ') start += 1;
  }
  return lines;
}

/** The line in which this place of the segment stands; after a correction, the nearest one. */
export function lineAt(lines: readonly PaceLine[], start: number): number {
  return Math.max(
    0,
    lines.findLastIndex((line) => line.start <= start),
  );
}

const wide = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[　-〿＀-￯]/u;
const closing = /[，。！？；：、）》」』”’…,.!?;:)\]}]/u;

function endOfLine(text: string, start: number, cells: number): number {
  const points = [...text.slice(start, start + 2 * cells + 2)];
  if (points.length <= cells) return start + points.join('').length;
  // A break after `count` characters is tried from the longest line down.
  for (let count = cells; count > 0; count -= 1) {
    const [before = '', after = ''] = [points[count - 1], points[count]];
    if (mayBreak(before, after)) return start + points.slice(0, count).join('').length;
  }
  return start + points.slice(0, cells).join('').length;
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || before === ' ') return true;
  return (wide.test(before) || wide.test(after)) && !closing.test(after);
}
