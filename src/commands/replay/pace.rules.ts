import { isWide } from '../../features/transcripts/import/speakers.rules.ts';
import type { ImportedSegment } from '../../features/transcripts/import/parse-meeting.rules.ts';

/** What one movement of the hands adds to the line, and how long it takes at speed 1. */
export interface Stroke {
  readonly text: string;
  readonly durationMs: number;
}

/** A segment with the silence before it and the strokes that type it; the strokes' texts joined are its text. */
export interface PlannedSegment {
  readonly segment: ImportedSegment;
  readonly pauseBeforeMs: number;
  readonly strokes: readonly Stroke[];
}

/** A trained hand writes 300 Chinese characters or 70 English words a minute. */
const wideCharacterMs = 60_000 / 300;
const wordMs = 60_000 / 70;

const strokeCharactersMax = 3;
/** Between two segments of a file that says nothing about time. */
const breathMs = 400;
/** A break in the recording is not sat out in full: a room that is silent for minutes looks dead. */
const silenceMsMax = 60_000;
/** However close together a file's times stand, nobody types more than four times as fast as usual. */
const hasteMin = 0.25;

/**
 * Plans how a meeting is typed, in milliseconds at speed 1: by the file's own times where it has them, else at a
 * natural pace. Segments without a time share what is left until the next one that has one.
 */
export function planMeeting(segments: readonly ImportedSegment[]): readonly PlannedSegment[] {
  let silenceMs = 0;
  return intoRuns(segments).flatMap((run, index, runs) => {
    const strokes = run.map(({ text }) => strokesOf(text));
    const naturalMs = strokes.reduce((sum, line) => sum + durationOf(line), 0) + breathMs * (run.length - 1);
    const windowMs = windowOf(run, runs[index + 1]);
    const haste = Math.min(1, Math.max(hasteMin, windowMs / naturalMs));
    const firstPauseMs = silenceMs;
    silenceMs =
      windowMs === Infinity ? breathMs : Math.min(silenceMsMax, Math.max(0, windowMs - naturalMs * haste));
    return run.map((segment, position) => ({
      segment,
      pauseBeforeMs: position === 0 ? firstPauseMs : breathMs * haste,
      strokes: (strokes[position] ?? []).map((stroke) => ({
        ...stroke,
        durationMs: stroke.durationMs * haste,
      })),
    }));
  });
}

/** Cuts a text into strokes: one to three Chinese characters, or a word, each with the signs and spaces behind it. */
export function strokesOf(text: string): readonly Stroke[] {
  const words = new Intl.Segmenter(isWide(text) ? 'zh' : 'en', { granularity: 'word' }).segment(text);
  const strokes: Stroke[] = [];
  for (const { segment, isWordLike } of words) {
    const last = strokes.at(-1);
    if (isWordLike === true || last === undefined) strokes.push(...strokesOfWord(segment));
    else strokes[strokes.length - 1] = { ...last, text: last.text + segment };
  }
  return strokes;
}

function strokesOfWord(word: string): readonly Stroke[] {
  if (!isWide(word)) return [{ text: word, durationMs: wordMs }];
  const characters = [...word];
  return Array.from({ length: Math.ceil(characters.length / strokeCharactersMax) }, (_, index) => {
    const part = characters.slice(index * strokeCharactersMax, (index + 1) * strokeCharactersMax);
    return { text: part.join(''), durationMs: part.length * wideCharacterMs };
  });
}

/** A run is a segment that has a time and those behind it that have none; one at the start may have none at all. */
function intoRuns(segments: readonly ImportedSegment[]): readonly (readonly ImportedSegment[])[] {
  const runs: ImportedSegment[][] = [];
  for (const segment of segments) {
    const last = runs.at(-1);
    if (last === undefined || segment.startedMs !== null) runs.push([segment]);
    else last.push(segment);
  }
  return runs;
}

function windowOf(run: readonly ImportedSegment[], next: readonly ImportedSegment[] | undefined): number {
  const startedMs = run[0]?.startedMs ?? null;
  const nextMs = next?.[0]?.startedMs ?? null;
  return startedMs === null || nextMs === null ? Infinity : nextMs - startedMs;
}

function durationOf(strokes: readonly Stroke[]): number {
  return strokes.reduce((sum, { durationMs }) => sum + durationMs, 0);
}
