import { briefsText } from '../../../text/briefs.text.ts';
import { showToast } from '../../../ui/toasts.tsx';
import type { WritingParts } from '../room-parts.ts';
import type { RoomBriefs } from './room-briefs.ts';

/** Sends the script's next line as a segment of its own; what stands in the line being typed stays there. */
export function sendCue({ outbox, live }: WritingParts, { script }: RoomBriefs): void {
  if (live.facts.peek()?.status !== 'LIVE') return showToast({ text: briefsText().script.notLive });
  const text = script.take();
  if (text === null) return;
  const { text: typed, speaker } = outbox.draft.peek();
  outbox.type({ text, speaker });
  outbox.commit();
  if (typed !== '') outbox.type({ text: typed, speaker });
}
