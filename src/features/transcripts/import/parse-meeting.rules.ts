import { readFrontMatter } from './front-matter.rules.ts';
import { readLines } from './lines.rules.ts';
import type { MeetingLine } from './lines.rules.ts';
import { resolveAliases } from './speakers.rules.ts';
import type { TimeSpan } from './times.rules.ts';
import { splitText } from './split-text.rules.ts';
import { segmentCharactersMax } from '../transcript-limits.rules.ts';

/** One paragraph of an imported meeting. Times are milliseconds from the recording's start. */
export interface ImportedSegment {
  readonly speaker: string | null;
  readonly text: string;
  readonly startedMs: number | null;
  readonly endedMs: number | null;
}

/** A meeting read from a file, ready to be appended segment by segment. */
export interface ImportedMeeting {
  readonly title: string | null;
  readonly segments: readonly ImportedSegment[];
}

/** What one speaker says under one label, paragraph by paragraph. */
interface Turn {
  readonly speaker: string | null;
  readonly time: TimeSpan | null;
  readonly paragraphs: string[][];
}

/**
 * Reads a meeting from plain text or Markdown.
 *
 * Every character of the body is in exactly one segment's text, in order and unchanged, spaces at both ends of a
 * line included, except for what becomes structure: speaker labels with their colon and the space around them,
 * times, blank lines (white space alone counts as blank) and the line breaks beside all of these. A line break
 * inside a paragraph is kept as `\n`, whatever the file's line ends are.
 *
 * - A paragraph is a segment; further paragraphs belong to the same speaker. One of more than
 *   `segmentCharactersMax` characters becomes several. The first segment under a time carries its start, the last
 *   one the end if the file gives one; no time is ever invented.
 * - A Markdown heading or rule is a segment of its own, with its marks and without a speaker, and ends the turn:
 *   what follows it unlabelled is nobody's.
 * - Front matter gives the title and is not text. Without it, an only `# heading` at the top is the title and stays
 *   a segment as well.
 * - `Shaun Apps（SA）：` followed elsewhere by `SA：` is one speaker, shown as `Shaun Apps（SA）`.
 */
export function parseMeeting(source: string): ImportedMeeting {
  const lines = source.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  const { title, speakers, body } = readFrontMatter(lines);
  const turns = gatherTurns(readLines(body, speakers));
  const aliases = resolveAliases(turns.flatMap(({ speaker }) => speaker ?? []));
  return {
    title: title ?? onlyTopHeading(body),
    segments: turns.flatMap((turn) => toSegments(turn, aliases)),
  };
}

function gatherTurns(lines: readonly MeetingLine[]): readonly Turn[] {
  const turns: Turn[] = [{ speaker: null, time: null, paragraphs: [] }];
  let startsParagraph = true;
  for (const line of lines) {
    const turn = turns.at(-1);
    if (line.kind === 'turn') {
      turns.push(startTurn(line, turn));
    } else if (line.kind === 'mark') {
      turns.push({ speaker: null, time: null, paragraphs: [[line.text]] });
    } else if (line.kind === 'text' && startsParagraph) {
      turn?.paragraphs.push([line.text]);
    } else if (line.kind === 'text') {
      turn?.paragraphs.at(-1)?.push(line.text);
    }
    startsParagraph =
      line.kind === 'blank' || line.kind === 'mark' || (line.kind === 'turn' && line.text === '');
  }
  return turns;
}

function startTurn(line: Extract<MeetingLine, { kind: 'turn' }>, previous: Turn | undefined): Turn {
  // A time on a line of its own stands above the label whose text it times.
  const timeAbove = previous?.paragraphs.length === 0 ? previous.time : null;
  return {
    speaker: line.speaker ?? previous?.speaker ?? null,
    time: line.time ?? timeAbove,
    paragraphs: line.text === '' ? [] : [[line.text]],
  };
}

function toSegments(turn: Turn, aliases: ReadonlyMap<string, string>): readonly ImportedSegment[] {
  const speaker = turn.speaker === null ? null : (aliases.get(turn.speaker) ?? turn.speaker);
  const texts = turn.paragraphs.flatMap((lines) => splitText(lines.join('\n'), segmentCharactersMax));
  return texts.map((text, index) => ({
    speaker,
    text,
    startedMs: index === 0 ? (turn.time?.startedMs ?? null) : null,
    endedMs: index === texts.length - 1 ? (turn.time?.endedMs ?? null) : null,
  }));
}

function onlyTopHeading(body: readonly string[]): string | null {
  const headings = body.filter((line) => /^ {0,3}#[ \t]/u.test(line));
  const first = body.find((line) => /\S/u.test(line));
  if (headings.length !== 1 || first !== headings[0]) return null;
  return (
    first
      ?.replace(/^ {0,3}#[ \t]+/u, '')
      .replace(/[ \t]+#*[ \t]*$/u, '')
      .trim() || null
  );
}
