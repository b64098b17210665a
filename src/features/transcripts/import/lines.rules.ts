import { isSpeakerName, isWide } from './speakers.rules.ts';
import type { SpeakerEvidence } from './speakers.rules.ts';
import {
  bareTimePattern,
  bracketedTimePattern,
  leadingTimesAreOffsets,
  readLeadingTime,
  readTime,
  readTimeAfterLabel,
} from './times.rules.ts';
import type { TimeReading, TimeSpan } from './times.rules.ts';

/** What one line of a meeting is. */
export type MeetingLine =
  | { readonly kind: 'blank' }
  /** A Markdown heading or rule: it stands alone and ends the speaker's turn. */
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** The start of a turn; `speaker: null` goes on with the same one; `text: ''` means that it follows below. */
  | {
      readonly kind: 'turn';
      readonly speaker: string | null;
      readonly time: TimeSpan | null;
      readonly text: string;
    };

interface Evidence extends SpeakerEvidence {
  readonly timesAreOffsets: boolean;
}

interface Label {
  readonly name: string;
  readonly time: TimeReading | null;
  readonly hasColon: boolean;
  readonly isBold: boolean;
  readonly rest: string;
}

interface Surroundings {
  readonly previous: string;
  readonly next: MeetingLine | null;
}

const markdownMark = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$)/u;
const name = String.raw`(?<name>[^:：*\s](?:[^:：*]{0,158}?[^:：*\s])??)`;
const time = String.raw`(?:\s*(?<bracketed>${bracketedTimePattern})|\s+(?<bare>${bareTimePattern}))`;
const withColon = new RegExp(
  String.raw`^\s*(?<bold>\*\*)?${name}(?:\*\*)?${time}?(?:\*\*)?\s*(?<colon>[:：])(?:\*\*)?(?<rest>.*)$`,
  'su',
);
const withTimeOnly = new RegExp(
  String.raw`^\s*(?<bold>\*\*)?${name}(?:\*\*)?${time}(?:\*\*)?(?<rest>\s*)$`,
  'su',
);

/** A line at least this wide that stops without a full stop was probably wrapped, so the next goes on with it. */
const wrappedWidthMin = 50;
const sentenceEnd = /[.!?。！？…:：]["'”’»）)」』]*\s*$/u;

/** Tells for every line of a meeting's body what it is; `listedSpeakers` comes from the front matter. */
export function readLines(
  lines: readonly string[],
  listedSpeakers: readonly string[],
): readonly MeetingLine[] {
  const evidence = gatherEvidence(lines, listedSpeakers);
  const read: MeetingLine[] = [];
  let next: MeetingLine | null = null;
  // From the last line up, because a label or a time without text of its own needs to know what follows it.
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = readLine(lines[index] ?? '', { previous: lines[index - 1] ?? '', next }, evidence);
    if (line.kind !== 'blank') next = line;
    read.push(line);
  }
  return read.reverse();
}

function gatherEvidence(lines: readonly string[], listedSpeakers: readonly string[]): Evidence {
  const labelCounts = new Map<string, number>();
  for (const line of lines) {
    const label = readLabel(line) ?? readLabel(readLeadingTime(line)?.rest ?? '');
    if (label) labelCounts.set(label.name, (labelCounts.get(label.name) ?? 0) + 1);
  }
  return {
    labelCounts,
    listed: new Set(listedSpeakers.map((speaker) => speaker.toLowerCase())),
    timesAreOffsets: leadingTimesAreOffsets(lines),
  };
}

function readLine(line: string, around: Surroundings, evidence: Evidence): MeetingLine {
  if (!/\S/u.test(line)) return { kind: 'blank' };
  if (markdownMark.test(line)) return { kind: 'mark', text: line };
  const leading = readLeadingTime(line);
  const isOffset = leading !== null && (leading.isCertain || evidence.timesAreOffsets);
  if (!isOffset) return readTurn(line, null, { around, evidence }) ?? { kind: 'text', text: line };
  if (leading.rest !== '') {
    const turn = readTurn(leading.rest, leading, { around, evidence });
    return turn ?? { kind: 'turn', speaker: null, time: leading.span, text: leading.rest };
  }
  if (canTakeTime(around.next)) return { kind: 'turn', speaker: null, time: leading.span, text: '' };
  return { kind: 'text', text: line };
}

/** Reads `Name: text`, `Name: time`, `Name [time]: text`, `Name:` and `Name time`; `null` when nobody is named. */
function readTurn(
  line: string,
  leading: TimeReading | null,
  { around, evidence }: { readonly around: Surroundings; readonly evidence: Evidence },
): MeetingLine | null {
  const label = readLabel(line);
  if (!label) return null;
  const before = leading ?? label.time;
  const after = before ? null : readTimeAfterLabel(label.rest);
  const isMarked = label.isBold || [label.time, after].some((reading) => reading?.isCertain);
  if (!isSpeakerName(label.name, isMarked, evidence)) return null;
  const isKnown = isMarked || (evidence.labelCounts.get(label.name) ?? 0) > 1;
  if (!isKnown && label.hasColon && !leading && isMidSentence(around.previous)) return null;
  if (label.time && !label.time.isCertain && !evidence.timesAreOffsets && !isKnown) return null;

  const turn = { kind: 'turn', speaker: label.name } as const;
  const span = (before ?? after)?.span ?? null;
  const text = after ? after.rest : label.rest;
  if (/\S/u.test(text)) return { ...turn, time: span, text };
  if (span ? around.next?.kind === 'text' : hasTextBelow(around.next))
    return { ...turn, time: span, text: '' };
  // `When: 10:30` with nothing said below it: then the time is what was said.
  return after ? { ...turn, time: null, text: label.rest } : null;
}

function readLabel(line: string): Label | null {
  // The time first: its own colons must not be taken for the one behind a name.
  const match = withTimeOnly.exec(line) ?? withColon.exec(line);
  const { name: text = '', bold, bracketed, bare, colon, rest = '' } = match?.groups ?? {};
  if (!match || text === '') return null;
  // `http://`, `10:30` and `std::string` have no space behind the colon; Chinese is often typed without one.
  const colonIsOpen = colon === ':' && /^\S/u.test(rest) && !isWide(text) && !isWide(rest.slice(0, 1));
  if (colonIsOpen || rest.startsWith('//')) return null;
  const token = bracketed ?? bare;
  return {
    name: text,
    time: token === undefined ? null : readTime(token, ''),
    hasColon: colon !== undefined,
    isBold: bold !== undefined,
    rest: rest.trimStart(),
  };
}

function isMidSentence(previous: string): boolean {
  return [...previous].length >= wrappedWidthMin && !sentenceEnd.test(previous);
}

function hasTextBelow(next: MeetingLine | null): boolean {
  return next?.kind === 'text' || (next?.kind === 'turn' && next.speaker === null);
}

function canTakeTime(next: MeetingLine | null): boolean {
  return next?.kind === 'text' || (next?.kind === 'turn' && next.speaker !== null && next.time === null);
}
