import { TakeLeadDocument } from '../../../api/generated/crew.ts';
import { request } from '../../../api/server.ts';
import { messageOf } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toasts.tsx';
import type { WritingParts } from '../room-parts.ts';

/** Takes the lead by key; nothing where one has it, or writes alone. The focus stays in the line. */
export async function takeLead({
  transcriptId,
  crew,
}: Pick<WritingParts, 'transcriptId' | 'crew'>): Promise<void> {
  const room = crew.room.peek();
  const own = room?.people.peek().find(({ isViewer }) => isViewer);
  if (room === null || own === undefined || own.isLead) return;
  try {
    await request(TakeLeadDocument, { input: { transcriptId } });
    room.reload();
  } catch (error) {
    showToast({ text: messageOf(error) });
  }
}
