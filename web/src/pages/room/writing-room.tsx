import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';

import { newId, request, socket } from '../../api/server.ts';
import { isSomebodyElse, memberId } from '../../app/identity.ts';
import { session } from '../../app/session.ts';
import { useKey } from '../../app/use-key.ts';
import { LazyModerationWatch } from '../../comments/lazy-moderation.tsx';
import { createHeirJournal, createIndexedDbJournal } from '../../live/journal.ts';
import { warnBeforeLeaving } from '../../live/leave-warning.ts';
import { createOutbox, type Outbox } from '../../live/outbox.ts';
import { createOwnRequest } from '../../live/own-request.ts';
import { browserClock } from '../../live/transcript.transport.ts';
import { useFollow } from '../../reader/use-follow.ts';
import { segmentElementId } from '../../reader/segment-log.tsx';
import { readerText } from '../../text/reader.text.ts';
import { roomText } from '../../text/room.text.ts';
import { Button } from '../../ui/button.tsx';
import { LazyBriefBar } from './briefs/lazy-brief-bar.tsx';
import type { InlineDraft } from './briefs/inline-drafts.ts';
import type { RoomBriefs } from './briefs/room-briefs.ts';
import { takeLead } from './crew/take-lead.ts';
import { doingNow, useCrew } from './crew/use-crew.ts';
import { createTyping, type Typing } from './line/typing-settings.ts';
import { LiveLine } from './live-line.tsx';
import { RoomHeader } from './room-header.tsx';
import { RoomLog } from './room-log.tsx';
import {
  Conflicts,
  EndSession,
  OtherDrafts,
  PanelButtons,
  RoomEdits,
  RoomNotices,
  RoomSide,
  StartAgain,
  usePreloadedActs,
} from './room-acts.tsx';
import { PanelKeys, type PanelId } from './panel-keys.tsx';
import type { LineHandle, RoomParts, WritingParts } from './room-parts.ts';
import { useSpeakers } from './speakers.tsx';
import { useEditingParts } from './use-editing-parts.ts';
import type { RoomLock } from './use-room-lock.ts';
import { useStandingLines } from './use-standing-lines.ts';

interface WritingRoomProps extends RoomParts {
  readonly beforeLeaving: RoomLock['beforeLeaving'];
}

/** The tab that types: the log, the line, and beside them what the writer opens. */
export function WritingRoom({ beforeLeaving, ...shared }: WritingRoomProps): JSX.Element {
  const typing = useMemo(() => createTyping(memberId(session.peek())), []);
  const outbox = useOutbox(shared.transcriptId, typing);
  const speakers = useSpeakers(shared.transcriptId);
  const line = useRef<LineHandle | null>(null);
  const correcting = useSignal<ReadonlySet<string>>(new Set());
  const removed = useSignal<ReadonlySet<string>>(new Set());
  const open = useSignal<PanelId | null>(null);
  const crew = useCrew(shared.transcriptId, shared.live, () =>
    doingNow(correcting.value, outbox.draft.value.text),
  );
  const briefs = useSignal<RoomBriefs | null>(null);
  const inlineBrief = useSignal<InlineDraft | null>(null);
  const editing = useEditingParts(open);
  const parts: WritingParts = {
    crew,
    ...{ ...shared, outbox, line, correcting, removed, typing, speakers },
    ...{ briefs, inlineBrief, ...editing },
  };
  usePreloadedActs();
  useKey('takeLead', () => void takeLead(parts));
  useEffect(
    () =>
      warnBeforeLeaving(window, {
        isUnsent: () =>
          outbox.saveState.peek().unsentCount > 0 || hasLine(outbox) || outbox.corrections.isAnyChanged(),
        isUnprotected: () => outbox.saveState.peek().isUnprotected,
      }),
    [outbox],
  );
  useKey('nextUnread', () => {
    open.value = 'comments';
    shared.shelf.want({ kind: 'nextUnread' });
  });
  useEffect(() => beforeLeaving(outbox.settled), [outbox]);
  useReturn(outbox);
  useEffect(() => {
    // What was being corrected when the page went, or when another tab took over, is open again.
    const reopen = (): void =>
      void (correcting.value = new Set([...correcting.peek(), ...outbox.corrections.ids()]));
    void outbox.ready.then(reopen);
  }, [outbox]);
  return (
    <div class={`room${open.value === null ? '' : ' with-side'}`}>
      <div class="room-main">
        <RoomHeader {...shared} crew={crew} actions={<EndSession {...parts} />} />
        <RoomNotices {...parts} />
        <Text {...parts} />
        <div class="room-foot">
          <StartAgain {...parts} />
          <LazyBriefBar {...parts} />
          <LiveLine {...parts} buttons={<PanelButtons {...{ parts, open }} />} />
        </div>
      </div>
      <PanelKeys open={open} />
      <RoomSide {...{ parts, open }} />
      <LazyModerationWatch {...shared} />
      <RoomEdits {...parts} />
    </div>
  );
}

/** Whoever had to log in again, here or in another tab, goes on where they were; somebody else does not. */
function useReturn(outbox: Outbox): void {
  const own = useRef(memberId(session.peek()));
  useSignalEffect(() => {
    if (session.value.kind === 'member' && memberId(session.value) === own.current) outbox.retry();
  });
}

/** A line that was begun is on this device, and nobody else has it for good. */
function hasLine(outbox: Outbox): boolean {
  return outbox.draft.peek().text.trim() !== '';
}

/** What one member typed is kept and sent as theirs, whoever else uses this browser. */
function useOutbox(transcriptId: string, { holdBack }: Typing): Outbox {
  const outbox = useMemo(() => {
    const own = session.peek();
    const store = createIndexedDbJournal(`segments/${memberId(own)}/${transcriptId}`);
    return createOutbox({
      transcriptId,
      request: createOwnRequest(request, () => isSomebodyElse(own, session.peek())),
      // Earlier versions kept it for whoever opened the room.
      store: createHeirJournal(store, createIndexedDbJournal(`segments/${transcriptId}`)),
      clock: browserClock,
      newId,
      holdBack,
    });
  }, [transcriptId]);
  useEffect(() => outbox.stop, [outbox]);
  // The line is back: what waits goes out now, not when its next turn would come.
  useSignalEffect(() => {
    if (socket.state.value.phase === 'open') outbox.retry();
  });
  return outbox;
}

/** The region stands before there is anything in it, so that screen readers say what comes. */
function ConflictList(parts: WritingParts): JSX.Element {
  const conflicts = parts.outbox.pending.value.filter(({ problem }) => problem !== null);
  return (
    <div role="status" class="stack-tight">
      {conflicts.length > 0 && <Conflicts {...{ conflicts, parts }} />}
    </div>
  );
}

/** The text so far and what is on its way; it follows its end until the writer scrolls up. */
function Text(parts: WritingParts): JSX.Element {
  const t = roomText();
  const lines = useStandingLines(parts);
  const count = useComputed(() => parts.live.segmentCount.value + lines.value.length);
  // The way from a comment to its passage: on the writer's own press, and the line keeps the focus.
  useEffect(
    () =>
      parts.shelf.attendText((id) =>
        document
          .getElementById(segmentElementId(id))
          ?.scrollIntoView({ block: 'center', behavior: 'instant' }),
      ),
    [parts.shelf],
  );
  const { isFollowing, newCount, resume } = useFollow({ blocks: parts.live.blocks, growth: [lines] });
  return (
    <>
      {count.value === 0 && parts.live.facts.value?.status === 'LIVE' && <p class="soft">{t.emptyLog}</p>}
      <RoomLog {...parts} lines={lines} />
      <OtherDrafts {...parts} />
      <ConflictList {...parts} />
      {!isFollowing.value && (
        <div class="room-jump">
          <Button onClick={resume}>↓ {readerText().jump(newCount.value)}</Button>
        </div>
      )}
    </>
  );
}
