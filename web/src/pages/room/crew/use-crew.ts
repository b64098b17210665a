import { signal, useComputed, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import { newId, request, socket } from '../../../api/server.ts';
import { isSomebodyElse, memberId } from '../../../app/identity.ts';
import { session } from '../../../app/session.ts';
import { createIndexedDbJournal } from '../../../live/journal.ts';
import type { LiveTranscript } from '../../../live/live-transcript.ts';
import { createOwnRequest } from '../../../live/own-request.ts';
import { browserClock } from '../../../live/transcript.transport.ts';
import { crewText } from '../../../text/crew.text.ts';
import { language } from '../../../text/text.ts';
import type { CrewRoom } from './crew-room.ts';
import type { Present } from './presence.ts';

/** The crew, once its code has come: the text of the room comes first. */
export interface CrewHandle {
  readonly room: ReadonlySignal<CrewRoom | null>;
  readonly unreadCount: ReadonlySignal<number>;
  /** Who else corrects a segment, by its id. */
  readonly correctors: ReadonlySignal<ReadonlyMap<string, string>>;
  /** By what one's own drafts are known in the feed. */
  readonly ownKey: ReadonlySignal<string | undefined>;
}

const nobody: ReadonlyMap<string, string> = new Map();

/** Works with the crew while the page is open; what one does is said only while there is anybody to hear it. */
export function useCrew(transcriptId: string, live: LiveTranscript, doing: () => Present): CrewHandle {
  const room = useMemo(() => signal<CrewRoom | null>(null), [transcriptId]);
  useEffect(() => {
    const life = { isOver: false, stop: () => {} };
    Promise.all([
      import('./crew-room.ts'),
      import('./tell-presence.ts'),
      crewText.load(language.peek()),
    ]).then(
      ([{ createCrewRoom }, { tellPresence }]) => {
        if (life.isOver) return;
        const own = session.peek();
        const store = createIndexedDbJournal(`crew/${memberId(own)}/${transcriptId}`);
        const ownRequest = createOwnRequest(request, () => isSomebodyElse(own, session.peek()));
        const parts = { transcriptId, live, request: ownRequest, socket, clock: browserClock, newId, store };
        const crew = createCrewRoom(parts);
        const stopTelling = tellPresence(crew, { transcriptId, doing });
        life.stop = () => {
          stopTelling();
          crew.stop();
        };
        room.value = crew;
      },
      // Without its code there is no crew on this visit; the text is typed all the same.
      () => undefined,
    );
    return () => {
      life.isOver = true;
      life.stop();
    };
  }, [transcriptId, live]);
  return {
    room,
    unreadCount: useComputed(() => room.value?.unreadCount.value ?? 0),
    correctors: useComputed(() => room.value?.correctors.value ?? nobody),
    ownKey: useComputed(() => room.value?.people.value.find(({ isViewer }) => isViewer)?.writerKey),
  };
}

/** What the others are told that one does in the room: what is under correction counts more than what is in the line. */
export function doingNow(correcting: ReadonlySet<string>, text: string): Present {
  const segmentId = [...correcting].at(-1) ?? null;
  if (segmentId !== null) return { activity: 'CORRECTING', segmentId };
  return { activity: text === '' ? 'WATCHING' : 'TYPING', segmentId };
}
