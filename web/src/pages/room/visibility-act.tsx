import type { JSX } from 'preact';

import { SetRoomVisibilityDocument } from '../../api/generated/room.ts';
import type { Visibility } from '../../api/generated/types.ts';
import { request } from '../../api/server.ts';
import { ApiError } from '../../api/client.ts';
import { roomText } from '../../text/room.text.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useAction, type Action } from '../../ui/use-action.ts';
import type { RoomParts } from './room-parts.ts';

export type VisibilityAct = Action<[wanted: Visibility, done?: () => void]>;

/** Public needs a confirmation before it comes here; private is done at once and can be undone. */
export function useVisibility({ transcriptId }: Pick<RoomParts, 'transcriptId'>): VisibilityAct {
  const set = async (visibility: Visibility): Promise<void> => {
    const { setVisibility: result } = await request(SetRoomVisibilityDocument, {
      input: { transcriptId, visibility },
    });
    if (result.__typename !== 'SetVisibilitySuccess') {
      throw new ApiError({ code: 'BAD_INPUT', message: result.message });
    }
  };
  const act: VisibilityAct = useAction(async (wanted: Visibility, done?: () => void) => {
    await set(wanted);
    done?.();
    const t = roomText().share;
    if (wanted === 'PUBLIC') return showToast({ text: t.nowPublic });
    showToast({ text: t.nowPrivate, action: { label: t.undo, run: () => act.run('PUBLIC') } });
  });
  return act;
}

interface VisibilityConfirmProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly visibility: VisibilityAct;
  readonly onClose: () => void;
}

/** It leaves the building: says who will see what. */
export function VisibilityConfirm({
  isOpen,
  title,
  visibility,
  onClose,
}: VisibilityConfirmProps): JSX.Element {
  const t = roomText().share;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t.publicTitle(title)}
      action={t.makePublic}
      isBusy={visibility.isBusy.value}
      onConfirm={() => visibility.run('PUBLIC', onClose)}
      onClose={onClose}
    >
      <p>{t.publicText}</p>
      {visibility.fault.value !== undefined && <p role="alert">{visibility.fault.value}</p>}
    </ConfirmDialog>
  );
}
