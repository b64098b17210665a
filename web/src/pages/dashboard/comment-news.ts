interface Posted {
  readonly id: string;
}

export interface CommentNews<Comment extends Posted> {
  /** What stands on the page: in the order in which it stood, brought up to date in its place. */
  readonly shown: readonly Comment[];
  /** What has come since, newest first; it waits until it is asked for. */
  readonly waiting: readonly Comment[];
}

/**
 * Joins the newest answer of the server to what is on the page, so that nothing moves under the pointer.
 * Where nothing is on the page yet, everything is shown at once.
 */
export function joinNews<Comment extends Posted>(
  shown: readonly Comment[],
  newest: readonly Comment[],
): CommentNews<Comment> {
  if (shown.length === 0) return { shown: newest, waiting: [] };
  const known = new Set(shown.map(({ id }) => id));
  const firstKnown = newest.findIndex(({ id }) => known.has(id));
  return {
    shown: shown.map((comment) => newest.find(({ id }) => id === comment.id) ?? comment),
    // What stands below a known one is older: a removed neighbour let it in at the end, and it is no news.
    waiting: newest.slice(0, firstKnown === -1 ? newest.length : firstKnown),
  };
}
