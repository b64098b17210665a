import type { JSX } from 'preact';

import type { Comment } from '../live/comment-threads.ts';
import { commentsText } from '../text/comments.text.ts';
import type { CommentShelf } from './comment-shelf.ts';

interface QuoteProps {
  readonly comment: Pick<Comment, 'quote' | 'segmentId'>;
  readonly shelf: CommentShelf;
}

/** What a comment is about, as its author read it; pressing it brings the passage in sight, where there is one. */
export function Quote({ comment: { quote, segmentId }, shelf }: QuoteProps): JSX.Element {
  const show = shelf.showPassage.value;
  if (segmentId === null || show === null)
    return (
      <blockquote class="comment-quote small" dir="auto">
        {quote}
      </blockquote>
    );
  return (
    <button
      type="button"
      class="comment-quote small"
      dir="auto"
      aria-label={commentsText().quote(quote ?? '')}
      onClick={() => show(segmentId)}
    >
      {quote}
    </button>
  );
}
