import { commentsText } from '../text/comments.text.ts';
import type { CommentsProps } from './comments.tsx';
import { lazily } from '../ui/lazily.tsx';

/** The comments in a chunk of their own, with their words: the text of the transcript comes first. */
export const LazyComments = lazily(async () => (await import('./comments.tsx')).Comments, {
  texts: [commentsText],
  lines: 3,
});

/** What stands in the text for the comments, and the key that leads to them; the text is as readable without them. */
export const LazyCommentLinks = lazily<CommentsProps>(() =>
  import('./comment-links.tsx').then(
    ({ CommentLinks }) => CommentLinks,
    () => () => null,
  ),
);
