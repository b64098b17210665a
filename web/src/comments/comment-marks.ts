import { effect } from '@preact/signals';

import type { Request } from '../api/client.ts';
import { CommentedSegmentsDocument } from '../api/generated/comments.ts';
import type { Comment, Threads } from '../live/comment-threads.ts';
import type { LiveTranscript } from '../live/live-transcript.ts';
import { allComments, type CommentShelf } from './comment-shelf.ts';

interface MarkParts {
  readonly transcriptId: string;
  readonly request: Request;
  readonly live: Pick<LiveTranscript, 'threads'>;
  readonly shelf: Pick<CommentShelf, 'marks'>;
}

interface Counted {
  /** How many comments the server counted on each passage. */
  readonly counts: ReadonlyMap<string, number>;
  /** The number of the last event that it had counted. */
  readonly seq: number;
}

/**
 * Keeps `shelf.marks`: counted by the server once, for the page knows only its newest threads, and from then on by what
 * the feed brings. Returns what stops it.
 */
export function keepMarks({ transcriptId, request, live, shelf }: MarkParts): () => void {
  const life = { isStopped: false, stop: () => {} };
  const follow = (counted: Counted): void => {
    if (life.isStopped) return;
    const known = new Set(
      allComments(live.threads.peek())
        .filter((comment) => !comment.isRemoved)
        .map(({ id }) => id),
    );
    life.stop = effect(() => void (shelf.marks.value = marksOf(counted, live.threads.value, known)));
  };
  // Marks are an extra: where they cannot be had, the text is as readable without them.
  count(request, transcriptId).then(follow, () => undefined);
  return () => {
    life.isStopped = true;
    life.stop();
  };
}

async function count(request: Request, id: string): Promise<Counted> {
  const counts = new Map<string, number>();
  const read = async (after: string | null): Promise<number> => {
    const { transcript } = await request(CommentedSegmentsDocument, { id, after });
    if (transcript === null) return 0;
    const { edges, pageInfo } = transcript.commentedSegments;
    for (const { node } of edges) counts.set(node.id, node.commentCount);
    if (pageInfo.hasNextPage) await read(pageInfo.endCursor);
    return transcript.lastSeq;
  };
  // The first page's number: what came while further pages were asked for is brought by the feed as well.
  return { seq: await read(null), counts };
}

/** What was counted, with what was posted after it, and without what stood then and was removed since. */
export function marksOf(
  { counts, seq }: Counted,
  threads: Threads,
  stoodThen: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const marks = new Map(counts);
  const add = ({ segmentId }: Comment, by: number): void => {
    if (segmentId === null) return;
    const sum = (marks.get(segmentId) ?? 0) + by;
    if (sum > 0) marks.set(segmentId, sum);
    else marks.delete(segmentId);
  };
  for (const comment of allComments(threads)) {
    if (comment.seq > seq && !comment.isRemoved) add(comment, 1);
    if (comment.seq <= seq && comment.isRemoved && stoodThen.has(comment.id)) add(comment, -1);
  }
  return marks;
}
