import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseMeeting, type ImportedMeeting } from '../../features/transcripts/import/parse-meeting.rules.ts';

/** A meeting of the demo: its text, and what the importer makes of it. */
export interface DemoMeeting {
  readonly source: string;
  readonly meeting: ImportedMeeting;
}

/** The demo's meetings, in the order of their file names. */
export async function readMeetings(folder: string): Promise<readonly DemoMeeting[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort();
  return Promise.all(
    files.map(async (file) => {
      const source = await readFile(path.join(folder, file), 'utf8');
      return { source, meeting: parseMeeting(source) };
    }),
  );
}
