import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';

import { SetTranscriptVisibilityDocument } from '../../api/generated/sharing.ts';
import type { Visibility } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { sharingText } from '../../text/sharing.text.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { messageOf } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction, type Action } from '../../ui/use-action.ts';
import { refused } from './refused.ts';

interface Shared {
  readonly id: string;
  readonly title: string;
  readonly visibility: Visibility;
}

interface VisibilitySwitch {
  /** Towards public it asks first and says who will see it; towards private it acts at once and offers to undo. */
  readonly change: (transcript: Shared, wanted: Visibility) => void;
  /** Belongs on the page once. */
  readonly dialog: JSX.Element;
}

/** Makes transcripts public or private. `apply` shows a visibility on the page, also to roll back a failure. */
export function useVisibility(apply: (id: string, visibility: Visibility) => void): VisibilitySwitch {
  const t = sharingText();
  const asked = useSignal<Shared | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const publish = useAction(async () => {
    const transcript = asked.peek();
    if (transcript === undefined) return;
    problem.value = undefined;
    try {
      await setVisibility(transcript.id, 'PUBLIC');
    } catch (error) {
      problem.value = messageOf(error);
      return;
    }
    apply(transcript.id, 'PUBLIC');
    asked.value = undefined;
    showToast({ text: t.madePublic(transcript.title) });
  });
  const restore = ({ id, title }: Shared): void => {
    setVisibility(id, 'PUBLIC').then(
      () => {
        apply(id, 'PUBLIC');
        showToast({ text: t.madePublic(title) });
      },
      (error: unknown) => showToast({ text: messageOf(error) }),
    );
  };
  const hide = (transcript: Shared): void => {
    const { id, title } = transcript;
    apply(id, 'PRIVATE');
    setVisibility(id, 'PRIVATE').then(
      () =>
        showToast({
          text: t.madePrivate(title),
          action: { label: t.undo, run: () => restore(transcript) },
        }),
      (error: unknown) => {
        apply(id, 'PUBLIC');
        showToast({ text: messageOf(error) });
      },
    );
  };
  const change = (transcript: Shared, wanted: Visibility): void => {
    problem.value = undefined;
    if (wanted === 'PUBLIC') asked.value = transcript;
    else hide(transcript);
  };
  return { change, dialog: <PublicDialog {...{ asked, publish, problem }} /> };
}

interface PublicDialogProps {
  readonly asked: Signal<Shared | undefined>;
  readonly publish: Action<[]>;
  readonly problem: Signal<string | undefined>;
}

function PublicDialog({ asked, publish, problem }: PublicDialogProps): JSX.Element {
  const t = sharingText().publicDialog;
  return (
    <ConfirmDialog
      isOpen={asked.value !== undefined}
      title={t.title(asked.value?.title ?? '')}
      action={t.confirm}
      isBusy={publish.isBusy.value}
      onConfirm={publish.run}
      onClose={() => (asked.value = undefined)}
    >
      <FormError>{problem.value}</FormError>
      <p>{t.who}</p>
      <p>{t.viewers}</p>
      <p class="soft">{t.back}</p>
    </ConfirmDialog>
  );
}

/** Throws the failure in words. */
async function setVisibility(transcriptId: string, visibility: Visibility): Promise<void> {
  const { setVisibility: result } = await request(SetTranscriptVisibilityDocument, {
    input: { transcriptId, visibility },
  });
  if (result.__typename !== 'SetVisibilitySuccess') throw refused(result.message);
}
