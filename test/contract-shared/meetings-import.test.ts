import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseMeeting } from '../../src/features/transcripts/import/parse-meeting.rules.ts';

const shared = process.env.SCRIBECAST_SHARED ?? '';
if (shared === '') throw new Error('SCRIBECAST_SHARED must name the folder that holds data/.');

interface SharedMeeting {
  readonly file: string;
  readonly title: string;
  /** What stands before the words in a line and is not said: taken from the file by eye, not from the parser. */
  readonly label: RegExp;
  readonly longNames: Readonly<Record<string, string>>;
  readonly segmentCount: number;
}

const meetings: readonly SharedMeeting[] = [
  {
    file: 'meeting-en-timed.md',
    title: 'Basis of Lightning Technology 12',
    label: /^(Aaron Van Wirdum|Sjors Provoost): (\d\d):(\d\d):(\d\d) *$/u,
    longNames: {},
    segmentCount: 119,
  },
  {
    file: 'meeting-zh.md',
    title: 'Covenants',
    label: /^ ?(Shaun Apps（SA）|Andrew Poelstra（AP）|Jeremy Rubin（JR）|SA|AP|JR|Q)：/u,
    longNames: { SA: 'Shaun Apps（SA）', AP: 'Andrew Poelstra（AP）', JR: 'Jeremy Rubin（JR）' },
    segmentCount: 78,
  },
];

/** Reads a file whose only label is known: every line that is not blank is one segment. */
function expectedSegments(lines: readonly string[], { label, longNames }: SharedMeeting) {
  const segments: { speaker: string | null; text: string; startedMs: number | null; endedMs: null }[] = [];
  let speaker: string | null = null;
  let startedMs: number | null = null;
  for (const line of lines) {
    const [whole = '', name = '', hours, minutes, seconds] = label.exec(line) ?? [];
    const text = line.slice(whole.length);
    if (whole !== '') speaker = longNames[name] ?? name;
    if (hours !== undefined)
      startedMs = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    if (line.startsWith('#')) speaker = null;
    if (text.trim() === '') continue;
    segments.push({ speaker, text, startedMs, endedMs: null });
    startedMs = null;
  }
  return segments;
}

describe.each(meetings)('the shared meeting $file', (meeting) => {
  const source = readFileSync(join(shared, 'data', meeting.file), 'utf8');
  const lines = source.slice(source.indexOf('\n---\n') + '\n---\n'.length).split('\n');
  const { title, segments } = parseMeeting(source);

  test('comes through import without a lost or altered character', () => {
    const words = lines.map((line) => line.replace(meeting.label, '')).filter((line) => line.trim() !== '');
    expect(segments.map(({ text }) => text).join('\n')).toBe(words.join('\n'));
    expect(segments).toHaveLength(meeting.segmentCount);
  });

  test('keeps its title, and gives every paragraph to its speaker and every turn its time', () => {
    expect(title).toBe(meeting.title);
    expect(segments).toEqual(expectedSegments(lines, meeting));
  });
});
