import type {
  CommentFieldsFragment,
  FeedCommentFieldsFragment,
  ThreadFieldsFragment,
} from '../api/generated/types.ts';

export type Comment = CommentFieldsFragment;
export type FeedComment = FeedCommentFieldsFragment;

/** A top-level comment with its answers, one level deep. */
export interface Thread {
  readonly comment: Comment;
  readonly replies: readonly Comment[];
  /** The server has more answers than these. */
  readonly hasMoreReplies: boolean;
  /** Where the next page of answers begins; those that the feed brought stand after it. */
  readonly repliesCursor: string | null;
}

export type Threads = readonly Thread[];

/** One thread as a page query returns it. */
export function toThread({ replies, ...comment }: ThreadFieldsFragment): Thread {
  return {
    comment,
    replies: replies.edges.map(({ node }) => node),
    hasMoreReplies: replies.pageInfo.hasNextPage,
    repliesCursor: replies.pageInfo.endCursor,
  };
}

export function findComment(threads: Threads, id: string): Comment | undefined {
  for (const { comment, replies } of threads) {
    if (comment.id === id) return comment;
    const reply = replies.find((candidate) => candidate.id === id);
    if (reply !== undefined) return reply;
  }
  return undefined;
}

/**
 * Puts a comment where it belongs, or in the place of the one with its id.
 * Returns the threads unchanged when its parent is not among them: an older page will bring it.
 */
export function putComment(threads: Threads, comment: Comment): Threads {
  if (findComment(threads, comment.id) !== undefined) {
    return changeComment(threads, comment.id, () => comment);
  }
  if (comment.parentId === null) return insertThread(threads, comment);
  return threads.map((thread) =>
    thread.comment.id === comment.parentId
      ? { ...thread, replies: bySeq([...thread.replies, comment]) }
      : thread,
  );
}

/** Changes one comment, wherever it stands; threads that do not hold it stay the same objects. */
export function changeComment(threads: Threads, id: string, change: (comment: Comment) => Comment): Threads {
  return threads.map((thread) => {
    if (thread.comment.id === id) return { ...thread, comment: change(thread.comment) };
    if (!thread.replies.some((reply) => reply.id === id)) return thread;
    return {
      ...thread,
      replies: thread.replies.map((reply) => (reply.id === id ? change(reply) : reply)),
    };
  });
}

/** Puts an older page before what is there; a thread known to both is kept as it stands. */
export function prependThreads(threads: Threads, older: Threads): Threads {
  const known = new Set(threads.map(({ comment }) => comment.id));
  return [...older.filter(({ comment }) => !known.has(comment.id)), ...threads];
}

/** A further page of one thread's answers, as the server returns it. */
export type RepliesPage = ThreadFieldsFragment['replies'];

/** Puts a further page of answers into their thread; an answer that the feed has brought meanwhile stays as it is. */
export function addReplies(threads: Threads, id: string, { edges, pageInfo }: RepliesPage): Threads {
  return threads.map((thread) => {
    if (thread.comment.id !== id) return thread;
    const known = new Set(thread.replies.map((reply) => reply.id));
    const added = edges.map(({ node }) => node).filter((reply) => !known.has(reply.id));
    return {
      ...thread,
      replies: bySeq([...thread.replies, ...added]),
      hasMoreReplies: pageInfo.hasNextPage,
      repliesCursor: pageInfo.endCursor ?? thread.repliesCursor,
    };
  });
}

function insertThread(threads: Threads, comment: Comment): Threads {
  const thread: Thread = { comment, replies: [], hasMoreReplies: false, repliesCursor: null };
  const at = threads.findIndex((standing) => standing.comment.seq > comment.seq);
  return at === -1 ? [...threads, thread] : threads.toSpliced(at, 0, thread);
}

function bySeq(comments: readonly Comment[]): readonly Comment[] {
  return comments.toSorted((left, right) => left.seq - right.seq);
}

/** A comment of which only the mark is left. */
export const withoutWords = (comment: Comment): Comment => ({
  ...comment,
  body: '',
  quote: null,
  isRemoved: true,
  viewerCanEdit: false,
});
