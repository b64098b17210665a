/** Where in the recording something was said, in milliseconds from its start. */
export interface TimeSpan {
  readonly startedMs: number;
  readonly endedMs: number | null;
}

/** A time as it stands in a line, with what stands after it. */
export interface TimeReading {
  readonly span: TimeSpan;
  /** `[10:30]` and `00:10:30` can hardly be anything but a place in the recording; `10:30` may be an hour of the day. */
  readonly isCertain: boolean;
  readonly hasHours: boolean;
  readonly rest: string;
}

/** No recording is announced this late: a list of times that starts later is a day's agenda. */
const firstOffsetMsMax = 5 * 60_000;

const clock = String.raw`\d{1,3}(?:[:：][0-5]\d){1,2}(?:[.,]\d{1,3})?(?!\d|[:：]\d)`;
const span = String.raw`${clock}(?:\s*(?:-->|[-–—~～至])\s*${clock})?`;

/** The pattern of a bare time or range of times: `0:09`, `00:00:09`, `0:09 - 0:15`. */
export const bareTimePattern = span;

/** The pattern of a time in brackets: `[00:00:09]`, `(0:09)`, `【0:09】`, `（0:09）`. */
export const bracketedTimePattern = String.raw`[[(（【]\s*${span}\s*[\])）】]`;

const leading = new RegExp(String.raw`^\s*(?:(${bracketedTimePattern})\s*|(${span})(?:\s+|$))(.*)$`, 'su');
const bracketedFirst = new RegExp(String.raw`^(${bracketedTimePattern})\s*(.*)$`, 'su');
const bareAlone = new RegExp(String.raw`^(${span})\s*$`, 'u');

/** Reads the time that a line starts with, or `null`. */
export function readLeadingTime(line: string): TimeReading | null {
  const match = leading.exec(line);
  return match ? readTime(match[1] ?? match[2] ?? '', match[3] ?? '') : null;
}

/** Reads the time behind a speaker's label: in brackets, or bare when nothing else stands in the line. */
export function readTimeAfterLabel(rest: string): TimeReading | null {
  const bracketed = bracketedFirst.exec(rest);
  if (bracketed) return readTime(bracketed[1] ?? '', bracketed[2] ?? '');
  const bare = bareAlone.exec(rest);
  return bare ? readTime(bare[1] ?? '', '') : null;
}

/** Reads one time token as matched by the patterns above. */
export function readTime(token: string, rest: string): TimeReading {
  const clocks = [...token.matchAll(new RegExp(clock, 'gu'))].map(([text]) => text);
  const [first = '0:00', second] = clocks;
  const hasHours = first.split(/[:：]/u).length === 3;
  return {
    span: { startedMs: toMs(first), endedMs: second === undefined ? null : toMs(second) },
    isCertain: hasHours || /^[[【]/u.test(token),
    hasHours,
    rest,
  };
}

/**
 * Whether bare times at the start of lines are places in a recording and not hours of the day: there are at
 * least two, they never go back, and the first is near zero, as no agenda's is.
 */
export function leadingTimesAreOffsets(lines: readonly string[]): boolean {
  const starts = lines.flatMap((line) => readLeadingTime(line)?.span.startedMs ?? []);
  return (
    starts.length >= 2 &&
    (starts[0] ?? Infinity) < firstOffsetMsMax &&
    starts.every((start, index) => index === 0 || start >= (starts[index - 1] ?? 0))
  );
}

function toMs(text: string): number {
  const [whole = '', fraction = ''] = text.split(/[.,]/u);
  const seconds = whole.split(/[:：]/u).reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + Number(fraction.padEnd(3, '0'));
}
