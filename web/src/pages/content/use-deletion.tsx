import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { session } from '../../app/session.ts';
import { contentText } from '../../text/content.text.ts';
import { messageOf } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { BatchDialog } from './batch-dialog.tsx';
import type { Failure } from './batches.ts';
import type { ContentList, ContentTranscript } from './content-list.ts';
import { deleteTranscripts, restoreTranscripts } from './transcript-batches.ts';
import type { Selection } from './use-selection.ts';

interface DeletionOptions {
  readonly list: ContentList;
  readonly selection: Selection;
}

interface Deletion {
  readonly ask: (transcripts: readonly ContentTranscript[]) => void;
  readonly failures: readonly Failure[];
  readonly titleOf: (id: string) => string;
  readonly dialog: JSX.Element;
}

/** Asks with count and first titles, moves to the bin, and offers to undo for as long as the toast stays. */
export function useDeletion({ list, selection }: DeletionOptions): Deletion {
  const t = contentText();
  const asked = useSignal<readonly ContentTranscript[]>([]);
  const failures = useSignal<readonly Failure[]>([]);
  const problem = useSignal<string | undefined>(undefined);
  const titles = useSignal<ReadonlyMap<string, string>>(new Map());
  const undo = (deleted: readonly ContentTranscript[]): void => {
    restoreTranscripts(deleted.map(({ id }) => id)).then(
      (result) => {
        failures.value = result.failures;
        list.putBack(deleted.filter(({ id }) => result.doneIds.includes(id)));
        showToast({ text: t.restored(result.doneIds.length) });
      },
      (error: unknown) => showToast({ text: messageOf(error) }),
    );
  };
  const remove = useAction(async () => {
    problem.value = undefined;
    const wanted = asked.peek();
    titles.value = new Map(wanted.map(({ id, title }) => [id, title]));
    const result = await deleteTranscripts(wanted.map(({ id }) => id)).catch((error: unknown) => {
      problem.value = messageOf(error);
    });
    if (result === undefined) return;
    const { doneIds, failures: failed } = result;
    const deleted = wanted.filter(({ id }) => doneIds.includes(id));
    failures.value = failed;
    asked.value = [];
    list.remove(doneIds);
    selection.drop(doneIds);
    if (deleted.length === 0) return;
    showToast({ text: t.deleted(deleted.length), action: { label: t.undo, run: () => undo(deleted) } });
  });
  const ask = (transcripts: readonly ContentTranscript[]): void => {
    problem.value = undefined;
    asked.value = transcripts;
  };
  const now = session.value;
  const dialog = (
    <BatchDialog
      titles={asked.value.map(({ title }) => title)}
      title={t.deleteDialog.title(asked.value.length)}
      what={t.deleteDialog.what(now.kind === 'member' ? now.service.binDays : 30)}
      action={t.deleteDialog.confirm(asked.value.length)}
      isBusy={remove.isBusy.value}
      fault={problem.value}
      onConfirm={remove.run}
      onClose={() => (asked.value = [])}
    />
  );
  return { ask, failures: failures.value, titleOf: (id) => titles.value.get(id) ?? id, dialog };
}
