import './reader.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';

import { request, socket } from '../api/server.ts';
import { createCommentShelf, type CommentShelf } from '../comments/comment-shelf.ts';
import type { TranscriptSnapshot } from '../live/apply-event.ts';
import {
  createLiveTranscript,
  type LiveTranscript,
  type TranscriptTransport,
} from '../live/live-transcript.ts';
import { browserClock, createTranscriptTransport } from '../live/transcript.transport.ts';
import { commonText } from '../text/common.text.ts';
import { formatDuration } from '../text/format.ts';
import { readerText } from '../text/reader.text.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { showToast } from '../ui/toasts.tsx';
import { ReaderComments } from './reader-comments.tsx';
import { ReaderHead, type HeadParts } from './reader-head.tsx';
import { SegmentLog, type PassageMarks } from './segment-log.tsx';
import type { Shown } from './show-segment.ts';
import { textSizeRem } from './text-size.ts';
import { useFollow, type Follow } from './use-follow.ts';
import { useWakeLock } from './use-wake-lock.ts';

interface ReaderViewProps extends HeadParts {
  readonly transcriptId: string;
  /** What the page has of it already: one answer less to wait for. */
  readonly opening?: TranscriptSnapshot;
  /** Shown in the place of the text when the id leads nowhere. */
  readonly notFound: JSX.Element;
  /** Called when the reader may try to come in again after being put out. */
  readonly onEnterAgain?: () => void;
}

export { ReaderSwitches } from './reader-head.tsx';

/** The live text of one transcript and its comments, for invited viewers and for members alike. */
export function ReaderView({
  transcriptId,
  opening,
  notFound,
  onEnterAgain,
  ...head
}: ReaderViewProps): JSX.Element {
  const live = useLiveTranscript(transcriptId, opening);
  const shelf = useMemo(() => createCommentShelf(live), [live]);
  useEffect(() => shelf.stop, [shelf]);
  const connection = live.connection.value;
  useCaughtUpNews(live);
  if (connection.kind === 'ended' && connection.reason === 'notFound') return notFound;
  if (connection.kind === 'failed') return <ErrorState error={connection.error} onRetry={live.retry} />;
  if (live.facts.value === null) return <Skeleton lines={8} />;
  return (
    <div class="reader-layout">
      <Text {...{ transcriptId, live, shelf, onEnterAgain }} {...head} />
      <ReaderComments {...{ transcriptId, live, shelf }} />
    </div>
  );
}

interface LiveProps {
  readonly live: LiveTranscript;
}

type TextProps = LiveProps &
  HeadParts &
  Pick<ReaderViewProps, 'transcriptId' | 'onEnterAgain'> & { readonly shelf: CommentShelf };

function Text({ transcriptId, live, shelf, onEnterAgain, ...head }: TextProps): JSX.Element {
  const t = readerText();
  const isEnded = live.facts.value?.status === 'ENDED';
  const isEmpty = live.segmentCount.value === 0 && live.draft.value === null;
  useWakeLock(live.facts.value?.status === 'LIVE');
  const follow = useFollow({
    blocks: live.blocks,
    isFollowingAtFirst: live.facts.peek()?.status !== 'ENDED',
  });
  const marks = usePassages(shelf, { live, follow });
  return (
    <article class="reader" style={{ '--text-size': `${textSizeRem.value}rem` }}>
      <ReaderHead {...{ transcriptId, live, follow }} {...head} />
      {isEnded && !isEmpty && <p class="notice">{t.ended}</p>}
      {live.hasOlderSegments.value && <OlderButton live={live} />}
      {isEmpty && <p class="soft">{isEnded ? t.emptyEnded : t.empty}</p>}
      <SegmentLog label={t.log} blocks={live.blocks} marks={marks} />
      {!isEnded && <DraftLine live={live} />}
      <Foot {...{ live, follow, onEnterAgain }} />
    </article>
  );
}

/** The text as the comments see it: where they lead back to, and where they are marked. */
function usePassages(shelf: CommentShelf, shown: Shown): PassageMarks {
  useEffect(
    () =>
      shelf.attendText((id) => {
        void import('./show-segment.ts').then(({ showSegment }) => showSegment(shown, id));
      }),
    [shelf],
  );
  return useMemo(
    () => ({
      counts: shelf.marks,
      label: (count) => readerText().passageMark(count),
      onPress: (segmentId) => shelf.want({ kind: 'passage', segmentId }),
    }),
    [shelf],
  );
}

function useLiveTranscript(transcriptId: string, opening: TranscriptSnapshot | undefined): LiveTranscript {
  const live = useMemo(() => {
    const transport = createTranscriptTransport({ request, socket }, transcriptId);
    return createLiveTranscript(beginningWith(transport, opening), browserClock);
  }, [transcriptId]);
  useEffect(() => live.stop, [live]);
  return live;
}

/** The first snapshot is the one at hand; a retry asks for a new one. */
function beginningWith(
  transport: TranscriptTransport,
  opening: TranscriptSnapshot | undefined,
): TranscriptTransport {
  const given = { snapshot: opening };
  const loadSnapshot: TranscriptTransport['loadSnapshot'] = () => {
    const { snapshot } = given;
    given.snapshot = undefined;
    return snapshot === undefined ? transport.loadSnapshot() : Promise.resolve(snapshot);
  };
  return { ...transport, loadSnapshot };
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

/** How many older pages an ended text brings by itself; beyond that the reader asks. */
const pagesByItselfMax = 10;

function OlderButton({ live }: LiveProps): JSX.Element {
  const isBusy = useSignal(false);
  const load = async (pages: number): Promise<void> => {
    isBusy.value = true;
    try {
      for (let page = 0; page < pages && live.hasOlderSegments.peek(); page += 1)
        await live.loadOlderSegments();
    } catch {
      // A page that did not come can be asked for again: the button stays.
    }
    isBusy.value = false;
  };
  useEffect(() => {
    if (live.facts.peek()?.status === 'ENDED') void load(pagesByItselfMax);
  }, [live]);
  return (
    <Button isBusy={isBusy.value} onClick={() => void load(1)}>
      {readerText().older}
    </Button>
  );
}

/** One line for each who types. Changes many times a second and may be taken back: not for a screen reader's ears. */
function DraftLine({ live }: LiveProps): JSX.Element {
  const drafts = live.drafts.value;
  // The line stands there also while nobody types, so that the page does not jump.
  const lines = drafts.length === 0 ? [undefined] : drafts;
  return (
    <>
      {lines.map((draft, place) => (
        <p key={place} class="draft-line segment-log" aria-hidden="true" dir="auto">
          {draft !== undefined && (
            <>
              {draft.speaker !== null && <span class="speaker">{draft.speaker} </span>}
              {draft.text}
            </>
          )}
        </p>
      ))}
    </>
  );
}

type FootProps = LiveProps & Pick<TextProps, 'onEnterAgain'> & { readonly follow: Follow };

/** Stays in sight at the bottom: the way back to the newest text, or why no more comes. */
function Foot({ live, follow, onEnterAgain }: FootProps): JSX.Element | null {
  const t = readerText();
  const connection = live.connection.value;
  const { isFollowing, newCount, resume } = follow;
  if (connection.kind === 'ended') {
    return (
      <div class="reader-foot notice warn stack-tight" role="alert">
        <p>{connection.message || t.revoked}</p>
        {onEnterAgain !== undefined && <Button onClick={onEnterAgain}>{t.enterAgain}</Button>}
      </div>
    );
  }
  const isOver = live.facts.value?.status === 'ENDED' && newCount.value === 0;
  if (isFollowing.value || isOver) return null;
  return (
    <div class="reader-foot jump">
      <Button look="primary" onClick={resume}>
        ↓ {t.jump(newCount.value)}
      </Button>
    </div>
  );
}
