import './room.css';

import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';

import { request, socket } from '../../api/server.ts';
import { NotFoundPage } from '../../app/not-found.tsx';
import { session } from '../../app/session.ts';
import type { PageProps } from '../../app/lazy-page.tsx';
import { createCommentShelf } from '../../comments/comment-shelf.ts';
import { createLiveTranscript, type LiveTranscript } from '../../live/live-transcript.ts';
import { browserClock, createTranscriptTransport } from '../../live/transcript.transport.ts';
import { useWakeLock } from '../../reader/use-wake-lock.ts';
import { commonText } from '../../text/common.text.ts';
import { formatDuration } from '../../text/format.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { ReadOnlyRoom } from './room-acts.tsx';
import type { RoomParts } from './room-parts.ts';
import { useRoomLock } from './use-room-lock.ts';
import { useRoomMeter } from './use-room-meter.ts';
import { WritingRoom } from './writing-room.tsx';

/** The room where a transcript is typed live. */
export function RoomPage({ params }: PageProps): JSX.Element {
  const transcriptId = params['id'] ?? '';
  const live = useLive(transcriptId);
  const connection = live.connection.value;
  const facts = live.facts.value;
  if (connection.kind === 'ended' && facts === null) return <NotFoundPage />;
  if (connection.kind === 'failed') return <ErrorState error={connection.error} onRetry={live.retry} />;
  if (facts === null) return <Skeleton lines={8} />;
  if (!facts.viewerCanWrite) return <NotFoundPage />;
  return <OpenRoom transcriptId={transcriptId} live={live} />;
}

function useLive(transcriptId: string): LiveTranscript {
  const live = useMemo(
    () => createLiveTranscript(createTranscriptTransport({ request, socket }, transcriptId), browserClock),
    [transcriptId],
  );
  useEffect(() => live.stop, [live]);
  return live;
}

function OpenRoom({ transcriptId, live }: Pick<RoomParts, 'transcriptId' | 'live'>): JSX.Element {
  const lock = useRoomLock(transcriptId);
  const meter = useRoomMeter(transcriptId, live);
  const shelf = useMemo(() => createCommentShelf(live), [live]);
  useEffect(() => shelf.stop, [shelf]);
  useReturn(live);
  useWakeLock(live.facts.value?.status === 'LIVE');
  useCaughtUpNews(live);
  const parts = { transcriptId, live, meter, shelf };
  if (lock.state.value === 'held') return <WritingRoom {...parts} beforeLeaving={lock.beforeLeaving} />;
  if (lock.state.value === 'elsewhere') return <ReadOnlyRoom {...parts} onTakeOver={lock.takeOver} />;
  return <Skeleton lines={8} />;
}

/** The session had ended and is there again, by this tab or another one: the room goes on where it was. */
function useReturn(live: LiveTranscript): void {
  useSignalEffect(() => {
    if (session.value.kind === 'member' && live.connection.peek().kind === 'ended') live.retry();
  });
}

/** Says once, after an outage, what came in the meantime. */
function useCaughtUpNews(live: LiveTranscript): void {
  const news = live.caughtUp.value;
  useEffect(() => {
    if (news === null) return;
    showToast({ text: commonText().connection.caughtUp(formatDuration(news.outageMs), news.missed) });
    live.forgetCaughtUp();
  }, [news]);
}
