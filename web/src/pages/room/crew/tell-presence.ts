import { effect, signal } from '@preact/signals';

import { ShowPresenceDocument } from '../../../api/generated/crew.ts';
import { request } from '../../../api/server.ts';
import { browserClock } from '../../../live/transcript.transport.ts';
import { crewText } from '../../../text/crew.text.ts';
import { showToast } from '../../../ui/toasts.tsx';
import type { CrewRoom } from './crew-room.ts';
import { createPresenceSender, type Present } from './presence.ts';

interface Telling {
  readonly transcriptId: string;
  /** What one does, read from signals. */
  readonly doing: () => Present;
}

const away: Present = { activity: 'AWAY', segmentId: null };

/** Tells the others what one does, and oneself who has taken the lead; returns how to stop, which says that one leaves. */
export function tellPresence(crew: CrewRoom, { transcriptId, doing }: Telling): () => void {
  const isVisible = signal(!document.hidden);
  const say = (present: Present): Promise<unknown> =>
    request(ShowPresenceDocument, { input: { transcriptId, ...present } });
  const sender = createPresenceSender({ clock: browserClock, send: say });
  const noteVisible = (): void => void (isVisible.value = !document.hidden);
  document.addEventListener('visibilitychange', noteVisible);
  const stopSaying = effect(() => {
    const isAlone = crew.people.value.length < 2;
    const now = isVisible.value ? doing() : away;
    sender.show(isAlone ? null : now);
  });
  const stopLead = watchLead(crew);
  return () => {
    document.removeEventListener('visibilitychange', noteVisible);
    stopSaying();
    stopLead();
    sender.stop();
    if (crew.people.peek().length > 1) say(away).catch(() => undefined);
  };
}

/** Whoever loses the lead or is given it is told at once; it takes no focus. */
function watchLead({ people }: CrewRoom): () => void {
  const known = { lead: '' };
  return effect(() => {
    const lead = people.value.find(({ isLead }) => isLead);
    if (lead === undefined || lead.memberId === known.lead) return;
    const isNews = known.lead !== '';
    const wasOwn = people.value.some(({ memberId, isViewer }) => isViewer && memberId === known.lead);
    known.lead = lead.memberId;
    if (isNews && lead.isViewer) showToast({ text: crewText().leadIsYours });
    else if (isNews) showToast({ text: crewText().leadTaken(lead.displayName, wasOwn) });
  });
}
