import './notes-panel.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { formatTime } from '../../text/format-time.ts';
import { formatClock } from '../../text/format.ts';
import { notesText } from '../../text/notes.text.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import type { ReaderParts } from '../reader-view.tsx';
import { showSegment } from '../show-segment.ts';
import { exportForms, exportNotes, type ExportForm } from './export-notes.ts';
import { placeIn, type Note } from './note.ts';
import type { Notes } from './notes.ts';
import { markHere } from './reading-mark.ts';

/** Where the reader stopped, what they have marked, and the way to take it with them. */
export function NotesPanel(parts: ReaderParts): JSX.Element {
  const t = notesText();
  const notes = useSignal<Notes | null>(null);
  useEffect(() => {
    parts.annotations.open().then(
      (opened) => (notes.value = opened),
      () => undefined,
    );
  }, []);
  return (
    <section class="notes-panel stack" aria-label={t.title}>
      <MarkRow {...parts} />
      <p class="soft small">{t.private}</p>
      {notes.value === null ? <Skeleton lines={2} /> : <NoteList {...parts} notes={notes.value} />}
    </section>
  );
}

function MarkRow(parts: ReaderParts): JSX.Element {
  const t = notesText();
  const { annotations } = parts;
  const mark = annotations.mark.value;
  return (
    <div class="row">
      <Button look="primary" onClick={() => markHere(parts)}>
        ⚑ {t.stop}
      </Button>
      {mark !== null && (
        <>
          <Button onClick={() => void showSegment(parts, mark.segmentId)}>
            {t.back} ({formatTime(new Date(mark.atMs))})
          </Button>
          <Button onClick={() => annotations.setMark(null)}>{t.clearMark}</Button>
        </>
      )}
    </div>
  );
}

type NoteListProps = ReaderParts & { readonly notes: Notes };

function NoteList({ notes, ...parts }: NoteListProps): JSX.Element {
  const t = notesText();
  const list = notes.list.value;
  if (list.length === 0) return <p class="soft">{t.empty}</p>;
  return (
    <>
      {notes.isFailing.value && (
        <p class="notice warn" role="alert">
          {t.failing}
        </p>
      )}
      <ul class="plain-list stack-tight">
        {list.map((note) => (
          <NoteLine key={note.id} {...parts} notes={notes} note={note} />
        ))}
      </ul>
      <div class="row" role="group" aria-label={t.export}>
        <span class="small">{t.export}</span>
        {exportForms.map((form) => (
          <Button key={form} onClick={() => download(form, parts, list)}>
            {t.forms[form]}
          </Button>
        ))}
      </div>
    </>
  );
}

function NoteLine({ note, notes, ...parts }: NoteListProps & { readonly note: Note }): JSX.Element {
  const t = notesText();
  const standing = parts.live.allSegments().find(({ id }) => id === note.segmentId);
  const isGone = standing !== undefined && placeIn(standing.text, note) === -1;
  const remove = (): void => {
    notes.remove(note.id);
    showToast({ text: t.removed, action: { label: t.undo, run: () => notes.put(note) } });
  };
  return (
    <li class="note-line stack-tight">
      <blockquote dir="auto">
        <span class="soft small tabular">{formatClock(note.startedMs)} </span>
        {note.speaker !== null && <strong>{note.speaker} </strong>}
        {note.quote}
      </blockquote>
      {isGone && <p class="small soft">{t.gone}</p>}
      <textarea
        class="bare"
        rows={1}
        dir="auto"
        maxLength={4000}
        aria-label={t.note(note.quote.slice(0, 40))}
        placeholder={t.placeholder}
        value={note.words}
        onChange={(event) => notes.put({ ...note, words: event.currentTarget.value })}
      />
      <div class="row">
        <Button onClick={() => void showSegment(parts, note.segmentId)}>{t.goTo}</Button>
        <Button look="quiet" onClick={remove}>
          {t.remove}
        </Button>
      </div>
    </li>
  );
}

/** A reader's own file: made here, and sent nowhere. */
function download(form: ExportForm, { live }: Pick<ReaderParts, 'live'>, notes: readonly Note[]): void {
  const title = live.facts.peek()?.title ?? '';
  const text = exportNotes(form, { title, notes, clock: formatClock });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = `${title.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 80) || 'notes'}.${form}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
