import './reader.css';

import { useSignal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

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
import { notesText } from '../text/notes.text.ts';
import { ownPaceText } from '../text/own-pace.text.ts';
import { projectorText } from '../text/projector.text.ts';
import { formatDuration } from '../text/format.ts';
import { readerText } from '../text/reader.text.ts';
import { Button } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.tsx';
import { nowMs } from '../ui/network.ts';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { showToast } from '../ui/toasts.tsx';
import { createAnnotations, type Annotations } from './notes/annotations.ts';
import { OlderText } from './older-text.tsx';
import { ReaderComments } from './reader-comments.tsx';
import { ReaderHead, type HeadParts } from './reader-head.tsx';
import { ReaderTools, type PanelId } from './reader-tools.tsx';
import { SegmentLog, type PassageMarks } from './segment-log.tsx';
import { showSegment } from './show-segment.ts';
import { createReading, type Reading } from './settings/reading.ts';
import { styleOf } from './settings/reading-style.ts';
import { createShownText, type ShownText } from './shown-text.ts';
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

/** What the parts of a reader's page share. */
export interface ReaderParts {
  readonly transcriptId: string;
  readonly live: LiveTranscript;
  readonly reading: Reading;
  readonly shown: ShownText;
  readonly follow: Follow;
  /** The reader's own marks and notes. */
  readonly annotations: Annotations;
  readonly shelf: CommentShelf;
  /** Which of the panels is open. */
  readonly panel: Signal<PanelId | null>;
}

export { ReaderSwitches } from './reader-head.tsx';

const Projector = lazily(async () => (await import('./projector.tsx')).Projector, { texts: [projectorText] });
const OwnPace = lazily(async () => (await import('./own-pace/own-pace.tsx')).OwnPace, {
  texts: [ownPaceText],
  lines: 2,
});

const Extras = lazily(async () => (await import('./reader-extras.tsx')).ReaderExtras, { texts: [notesText] });

/** The live text of one transcript and its comments, for invited viewers and for members alike. */
export function ReaderView(props: ReaderViewProps): JSX.Element {
  const live = useLiveTranscript(props.transcriptId, props.opening);
  const connection = live.connection.value;
  useCaughtUpNews(live);
  if (connection.kind === 'ended' && connection.reason === 'notFound') return props.notFound;
  if (connection.kind === 'failed') return <ErrorState error={connection.error} onRetry={live.retry} />;
  if (live.facts.value === null) return <Skeleton lines={8} />;
  return <OpenReader {...props} live={live} />;
}

type OpenProps = ReaderViewProps & Pick<ReaderParts, 'live'>;

function OpenReader({ transcriptId, live, onEnterAgain, ...head }: OpenProps): JSX.Element {
  const reading = useMemo(
    () => createReading({ address: new URL(location.href), store: () => localStorage }),
    [],
  );
  const shown = useShownText(live.blocks, reading);
  const shelf = useMemo(() => createCommentShelf(live), [live]);
  useEffect(() => shelf.stop, [shelf]);
  const follow = useFollow({
    blocks: shown.blocks,
    isFollowingAtFirst: live.facts.peek()?.status !== 'ENDED',
  });
  const annotations = useMemo(() => createAnnotations(transcriptId), [transcriptId]);
  const panel = useSignal<PanelId | null>(null);
  const parts = { transcriptId, live, reading, shown, follow, annotations, shelf, panel };
  const marks = usePassages(parts);
  const firstAct = useFirstAct();
  const [areExtrasThere, setExtrasThere] = useState(false);
  const lastKey = useKeyMeanwhile(areExtrasThere);
  const mode = reading.mode.value;
  useRootMarks(reading);
  useWakeLock(mode === 'projector' || live.facts.value?.status === 'LIVE');
  return (
    <div
      class="reader-layout"
      style={styleOf(reading.settings.value)}
      data-lines={reading.settings.value.lines}
    >
      <article class="reader">
        <ReaderHead live={live} {...head} />
        <ReaderTools {...parts} />
        {mode === 'lines' ? <OwnPace {...parts} /> : <Text {...parts} marks={marks} />}
        {firstAct !== null && (
          <Extras
            {...parts}
            isOnItsOwn={head.isOnItsOwn === true}
            onThere={() => {
              setExtrasThere(true);
              return lastKey.current;
            }}
          />
        )}
        <Foot {...parts} onEnterAgain={onEnterAgain} />
      </article>
      {mode === 'projector' ? (
        <Projector reading={reading} follow={follow} />
      ) : (
        <ReaderComments {...{ transcriptId, live, shelf }} />
      )}
    </div>
  );
}

/** The reader's first act: a key, a press, turning away. What only then is wanted is only then loaded. */
function useFirstAct(): Event | null {
  const [first, setFirst] = useState<Event | null>(null);
  useEffect(() => {
    if (first !== null) return;
    const note = (event: Event): void => setFirst(event);
    const acts = ['pointerdown', 'pointermove', 'pointerup', 'keydown', 'visibilitychange'] as const;
    for (const act of acts) addEventListener(act, note, { passive: true });
    return () => {
      for (const act of acts) removeEventListener(act, note);
    };
  }, [first]);
  return first;
}

/** The last key pressed while what would hear it is still on its way. */
function useKeyMeanwhile(isOver: boolean): { readonly current: KeyboardEvent | null } {
  const last = useRef<KeyboardEvent | null>(null);
  useEffect(() => {
    if (isOver) return;
    const note = (event: KeyboardEvent): void => void (last.current = event);
    addEventListener('keydown', note, { passive: true });
    return () => removeEventListener('keydown', note);
  }, [isOver]);
  return last;
}

function useShownText(blocks: LiveTranscript['blocks'], { settings }: Reading): ShownText {
  const shown = useMemo(() => {
    const rule = {
      get value() {
        const { view, delayS } = settings.value;
        return { isCorrected: view === 'corrected', delayMs: delayS * 1000 };
      },
    } as ReadonlySignal<{ isCorrected: boolean; delayMs: number }>;
    return createShownText({ blocks, rule, nowMs });
  }, [blocks]);
  useEffect(() => shown.stop, [shown]);
  return shown;
}

/** Colours and the projector's bareness belong to the whole page, also to what stands around the reader. */
function useRootMarks({ settings, mode }: Reading): void {
  const marks = { reading: settings.value.theme, mode: mode.value };
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    Object.assign(dataset, marks);
    return () => {
      delete dataset['reading'];
      delete dataset['mode'];
    };
  }, [marks.reading, marks.mode]);
}

type TextProps = ReaderParts & { readonly marks: PassageMarks };

function Text({ live, reading, shown, follow, annotations, marks }: TextProps): JSX.Element {
  const t = readerText();
  const status = live.facts.value?.status;
  const { view, delayS, isReadAloud } = reading.settings.value;
  const isAtOnce = view === 'speed' && delayS === 0;
  const isEmpty = live.segmentCount.value === 0 && live.drafts.value.length === 0;
  const held = shown.heldCount.value;
  return (
    <>
      {status === 'ENDED' && !isEmpty && <p class="notice">{t.ended}</p>}
      {live.hasOlderSegments.value && <OlderText live={live} follow={follow} />}
      {isEmpty && (
        <p class="soft">{{ READY: t.waiting, LIVE: t.empty, ENDED: t.emptyEnded }[status ?? 'LIVE']}</p>
      )}
      <div class="reading-text">
        <SegmentLog label={t.log} blocks={shown.blocks} {...{ isReadAloud, annotations, marks }} />
        {status !== 'ENDED' && isAtOnce && <DraftLine live={live} />}
      </div>
      {!isAtOnce && <p class="soft small reader-held">{held > 0 && t.held(held)}</p>}
    </>
  );
}

/** The text as the comments see it: where they lead back to, and where they are marked. */
function usePassages({ shelf, live, follow }: ReaderParts): PassageMarks {
  useEffect(() => shelf.attendText((id) => void showSegment({ live, follow }, id)), [shelf]);
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

/** One line for each who types. Changes many times a second and may be taken back: not for a screen reader's ears. */
function DraftLine({ live }: Pick<ReaderParts, 'live'>): JSX.Element {
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

type FootProps = ReaderParts & Pick<ReaderViewProps, 'onEnterAgain'>;

/** Stays in sight at the bottom: the way back to the newest text, or why no more comes. */
function Foot({ live, reading, follow, onEnterAgain }: FootProps): JSX.Element | null {
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
  if (isFollowing.value || isOver || reading.mode.value === 'lines') return null;
  return (
    <div class="reader-foot jump">
      <Button look="primary" onClick={resume}>
        ↓ {t.jump(newCount.value)}
      </Button>
    </div>
  );
}
