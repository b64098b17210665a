import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { DeskFeedDocument } from '../../../api/generated/desk.ts';
import type { DeskGlanceFragment } from '../../../api/generated/types.ts';
import { socket } from '../../../api/server.ts';

/** The door at a glance; null until it is known, and for whoever may not let anybody in. */
export type Desk = Signal<DeskGlanceFragment | null>;

/** Follows the door of a transcript for as long as the room is open, which also tells those who wait that we are here. */
export function useDesk(transcriptId: string): Desk {
  const desk: Desk = useSignal(null);
  useEffect(
    () =>
      socket.subscribe(DeskFeedDocument, () => ({ transcriptId }), {
        next: ({ deskFeed }) => (desk.value = deskFeed),
        error: () => (desk.value = null),
      }),
    [transcriptId],
  );
  return desk;
}
