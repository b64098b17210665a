import { effect, useComputed, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { RoomMeterDocument, RoomNewsDocument } from '../../api/generated/room.ts';
import type { RoomMeterQuery } from '../../api/generated/types.ts';
import { socket } from '../../api/server.ts';
import type { LiveTranscript } from '../../live/live-transcript.ts';
import { useQuery } from '../../ui/use-query.ts';

type OwnFacts = NonNullable<RoomMeterQuery['transcript']>;

/** The running meter; and what only the owner is told: the door, and the points that it draws on. */
export interface RoomMeter {
  /** Null where they are somebody else's to know. */
  readonly balance: number | null;
  readonly debt: number;
  readonly shareCode: string | null;
  readonly viewPasswordSet: boolean;
  readonly session: OwnFacts['liveSession'];
}

export interface RoomMeterSource {
  /** Undefined until the first answer. */
  readonly meter: ReadonlySignal<RoomMeter | undefined>;
  readonly reload: () => void;
}

/** Asked at first, at each change of status, after an outage, and whenever points moved: never by the clock. */
export function useRoomMeter(transcriptId: string, live: LiveTranscript): RoomMeterSource {
  const { state, reload } = useQuery(RoomMeterDocument, { id: transcriptId });
  useEffect(() => {
    const stopNews = socket.subscribe(RoomNewsDocument, () => ({}), {
      next: ({ memberFeed }) => {
        if (memberFeed.__typename === 'BalanceChanged') reload();
      },
      // The figures then stand still until the page asks again.
      error: () => undefined,
    });
    const seen = { key: '' };
    const asked = { for: '' };
    // To a writer no news of points comes: the first line begins the meter, and the clock counts on from there.
    const stopBeginning = effect(() => {
      const session = state.value.result?.transcript?.liveSession;
      const hasText = live.segmentCount.value > 0;
      if (session != null && session.firstSegmentAt === null && hasText && asked.for !== session.startedAt) {
        asked.for = session.startedAt;
        reload();
      }
    });
    const stopWatching = effect(() => {
      const status = live.facts.value?.status ?? '';
      const isLine = ['live', 'quiet'].includes(live.connection.value.kind);
      const key = `${status} ${isLine}`;
      if (isLine && seen.key !== '' && seen.key !== key) reload();
      seen.key = key;
    });
    return () => {
      stopNews();
      stopWatching();
      stopBeginning();
    };
  }, [transcriptId, live]);
  const meter = useComputed(() => toMeter(state.value.result));
  return { meter, reload };
}

function toMeter(result: RoomMeterQuery | undefined): RoomMeter | undefined {
  const points = result?.me?.cardPoints;
  const own = result?.transcript;
  if (points === undefined || own == null) return undefined;
  // A writer who is not the owner has no part in its points: theirs would be the wrong ones.
  const drawnOn = own.shareCode === null ? { balance: null, debt: 0 } : points;
  return {
    ...drawnOn,
    shareCode: own.shareCode,
    viewPasswordSet: own.viewPasswordSet === true,
    session: own.liveSession,
  };
}
