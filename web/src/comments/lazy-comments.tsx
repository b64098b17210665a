import { commentsText } from '../text/comments.text.ts';
import { lazily } from '../ui/lazily.tsx';

/** The comments in a chunk of their own, with their words: the text of the transcript comes first. */
export const LazyComments = lazily(async () => (await import('./comments.tsx')).Comments, {
  texts: [commentsText],
  lines: 3,
});

/** What stands in the text for the comments, and the key that leads to them. */
export const LazyCommentLinks = lazily(async () => (await import('./comment-links.tsx')).CommentLinks);
