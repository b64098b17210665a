import type { Note } from './note.ts';

export const exportForms = ['txt', 'md', 'json'] as const;
export type ExportForm = (typeof exportForms)[number];

export interface Exported {
  readonly title: string;
  readonly notes: readonly Note[];
  /** Milliseconds into the session, in words. */
  readonly clock: (ms: number) => string;
}

/** A reader's notes as a file of theirs: the passage, who said it and when, and their own words. */
export function exportNotes(form: ExportForm, what: Exported): string {
  return { txt: asText, md: asMarkdown, json: asJson }[form](what);
}

function asText({ title, notes, clock }: Exported): string {
  const parts = notes.map((note) =>
    [
      `[${sourceOf(note, clock)}] ${note.quote}`,
      ...(note.words === '' ? [] : [`    ${note.words.replaceAll('\n', '\n    ')}`]),
    ].join('\n'),
  );
  return `${[title, ...parts].join('\n\n')}\n`;
}

function asMarkdown({ title, notes, clock }: Exported): string {
  const parts = notes.map((note) => {
    const quote = note.quote.split('\n').map((line) => `> ${plain(line)}`);
    return [
      ...quote,
      '>',
      `> — ${plain(sourceOf(note, clock))}`,
      ...(note.words === '' ? [] : ['', plain(note.words)]),
    ].join('\n');
  });
  return `${[`# ${plain(title)}`, ...parts].join('\n\n')}\n`;
}

function asJson({ title, notes }: Exported): string {
  const fields = notes.map(({ quote, words, speaker, startedMs, segmentId, createdAtMs }) => ({
    ...{ quote, note: words, speaker, startedMs, segmentId },
    createdAt: new Date(createdAtMs).toISOString(),
  }));
  return `${JSON.stringify({ title, notes: fields }, null, 2)}\n`;
}

function sourceOf({ speaker, startedMs }: Note, clock: Exported['clock']): string {
  return [clock(startedMs), ...(speaker === null ? [] : [speaker])].join(' ');
}

/** What somebody said is no Markdown. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/g, '\\$&');
}
