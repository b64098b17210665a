import type { LiveFeedSubscription, LiveSnapshotQuery } from '../api/generated/types.ts';
import {
  changeComment,
  findComment,
  putComment,
  toThread,
  type Comment,
  type FeedComment,
  type Threads,
} from './comment-threads.ts';
import { dropSegment, findSegment, putSegment, toBlocks, type SegmentBlocks } from './segment-blocks.ts';

export type FeedEvent = LiveFeedSubscription['transcriptFeed'];
export type DurableEvent = Exclude<FeedEvent, { readonly __typename: 'DraftShown' | 'AudienceCounted' }>;
export type TranscriptSnapshot = NonNullable<LiveSnapshotQuery['transcript']>;

/** The transcript itself, without its lists. */
export type TranscriptFacts = Omit<TranscriptSnapshot, 'segments' | 'comments' | 'lastSeq' | 'segmentCount'>;

/** The line being typed, as a viewer sees it; it may be behind and it may be dropped. */
export interface ShownDraft {
  /** The same for all that one writer types here. */
  readonly writerKey: string;
  readonly writerName: string;
  readonly speaker: string | null;
  readonly text: string;
}

/** Everything known of one transcript after the event numbered `seq`. */
export interface TranscriptState {
  readonly seq: number;
  readonly facts: TranscriptFacts;
  readonly blocks: SegmentBlocks;
  readonly threads: Threads;
  /** One for each who types now, in the order in which they began. */
  readonly drafts: readonly ShownDraft[];
  /** How many read along; null until it is told. */
  readonly audience: number | null;
  readonly olderSegmentsCursor: string | null;
  /** Where the pages that are loaded begin: what stands before belongs to one that is not. */
  readonly loadedFrom: string;
  readonly olderCommentsCursor: string | null;
  /** Changes of segments and comments that are on a page not loaded yet: applied when it comes. */
  readonly strays: readonly DurableEvent[];
}

export interface Applied {
  /** `gap`: the event is not the next one; nothing changed, resume from `state.seq`. */
  readonly outcome: 'applied' | 'duplicate' | 'gap';
  readonly state: TranscriptState;
}

/** The state that a snapshot stands for. */
export function fromSnapshot(snapshot: TranscriptSnapshot): TranscriptState {
  const { segments, comments, lastSeq, segmentCount: _, ...facts } = snapshot;
  return {
    seq: lastSeq,
    facts,
    blocks: toBlocks(segments.edges.map(({ node }) => node)),
    threads: comments.edges.map(({ node }) => toThread(node)),
    drafts: [],
    audience: null,
    olderSegmentsCursor: segments.pageInfo.hasPreviousPage ? segments.pageInfo.startCursor : null,
    loadedFrom: segments.edges[0]?.node.position ?? '',
    olderCommentsCursor: comments.pageInfo.hasPreviousPage ? comments.pageInfo.startCursor : null,
    strays: [],
  };
}

/** Applies one event of the feed, exactly once and in order: the number decides, not the arrival. */
export function applyEvent(state: TranscriptState, event: FeedEvent): Applied {
  if (event.__typename === 'DraftShown') return { outcome: 'applied', state: showDraft(state, event) };
  if (event.__typename === 'AudienceCounted')
    return { outcome: 'applied', state: { ...state, audience: event.count } };
  if (event.seq <= state.seq) return { outcome: 'duplicate', state };
  if (event.seq > state.seq + 1) return { outcome: 'gap', state };
  return { outcome: 'applied', state: { ...applyDurable(state, event), seq: event.seq } };
}

/** Applies again what found no target before; what still finds none keeps waiting for its page. */
export function applyStrays(state: TranscriptState): TranscriptState {
  return state.strays.reduce(applyDurable, { ...state, strays: [] });
}

function showDraft(
  state: TranscriptState,
  { writer, writerKey, speaker, text }: Extract<FeedEvent, { __typename: 'DraftShown' }>,
): TranscriptState {
  if (text === '') return { ...state, drafts: without(state.drafts, writerKey) };
  const shown = { writerKey, writerName: writer.displayName, speaker, text };
  const isKnown = state.drafts.some((draft) => draft.writerKey === writerKey);
  const drafts = isKnown
    ? state.drafts.map((draft) => (draft.writerKey === writerKey ? shown : draft))
    : [...state.drafts, shown];
  return { ...state, drafts };
}

/** The drafts of the others; of nobody, where it is not known whose ends. */
function without(drafts: TranscriptState['drafts'], writerKey: string | null): TranscriptState['drafts'] {
  return writerKey === null ? [] : drafts.filter((draft) => draft.writerKey !== writerKey);
}

function applyDurable(state: TranscriptState, event: DurableEvent): TranscriptState {
  switch (event.__typename) {
    case 'SegmentAppended':
      return addSegment(state, event);
    case 'SegmentRevised':
      if (findSegment(state.blocks, event.segment.id) === undefined) return keepStray(state, event);
      return { ...state, blocks: putSegment(state.blocks, event.segment) };
    case 'SegmentRemoved':
      if (findSegment(state.blocks, event.segmentId) === undefined) return keepStray(state, event);
      return { ...state, blocks: dropSegment(state.blocks, event.segmentId) };
    case 'CommentPosted':
      return postComment(state, event);
    case 'CommentEdited':
      if (findComment(state.threads, event.comment.id) === undefined) return keepStray(state, event);
      return changeOne(state, event.comment.id, (comment) => ({ ...comment, ...event.comment }));
    case 'CommentRemoved':
      if (findComment(state.threads, event.commentId) === undefined) return keepStray(state, event);
      return changeOne(state, event.commentId, (comment) => ({
        ...comment,
        body: '',
        quote: null,
        isRemoved: true,
      }));
    case 'TranscriptChanged':
      return { ...state, facts: { ...state.facts, ...event.transcript } };
  }
}

/**
 * One that is put before all pages that are here belongs to one not loaded yet. What waits for a segment is older
 * than the event that brings it back.
 */
function addSegment(
  state: TranscriptState,
  event: Extract<DurableEvent, { __typename: 'SegmentAppended' }>,
): TranscriptState {
  const { position, id } = event.segment;
  const isAbove = state.olderSegmentsCursor !== null && position < state.loadedFrom;
  if (isAbove && findSegment(state.blocks, id) === undefined) return keepStray(state, event);
  const strays = state.strays.filter((stray) => segmentOf(stray) !== id);
  // Only what is added at the end was a line being typed; whose, the event says since writers have keys.
  const isAtTheEnd = position > (state.blocks.at(-1)?.segments.at(-1)?.position ?? '');
  return {
    ...state,
    strays,
    blocks: putSegment(state.blocks, event.segment),
    drafts: isAtTheEnd ? without(state.drafts, event.endsDraftOf) : state.drafts,
  };
}

function segmentOf(event: DurableEvent): string | null {
  if (event.__typename === 'SegmentRemoved') return event.segmentId;
  return 'segment' in event ? event.segment.id : null;
}

/** The feed says nothing of the viewer's own rights: what this page knew of them stays. */
function postComment(
  state: TranscriptState,
  event: Extract<DurableEvent, { __typename: 'CommentPosted' }>,
): TranscriptState {
  const threads = placeComment(state, event.comment);
  return threads === state.threads ? keepStray(state, event) : { ...state, threads };
}

function placeComment(state: TranscriptState, comment: FeedComment): Threads {
  const { parentId } = comment;
  const hasParent = parentId === null || findComment(state.threads, parentId) !== undefined;
  if (!hasParent) return state.threads;
  const standing = findComment(state.threads, comment.id);
  const { viewerIsOwner } = state.facts;
  const rights = standing ?? {
    viewerIsAuthor: viewerIsOwner && comment.author.kind === 'OWNER',
    viewerCanEdit: false,
  };
  const { viewerIsAuthor, viewerCanEdit } = rights;
  return putComment(state.threads, { ...comment, viewerIsAuthor, viewerCanEdit });
}

function changeOne(
  state: TranscriptState,
  id: string,
  change: (comment: Comment) => Comment,
): TranscriptState {
  return { ...state, threads: changeComment(state.threads, id, change) };
}

/** Bounded, because a page left open for a day may see any number of changes to old text. */
const straysMax = 500;

function keepStray(state: TranscriptState, event: DurableEvent): TranscriptState {
  return { ...state, strays: [...state.strays, event].slice(-straysMax) };
}
