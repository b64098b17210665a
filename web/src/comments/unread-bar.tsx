import type { JSX } from 'preact';

import { commentsText } from '../text/comments.text.ts';
import { Button } from '../ui/button.tsx';
import type { CommentParts } from './comment-parts.ts';

/** How many are unread, and the way to the next one. */
export function UnreadBar({ shelf, unread }: Pick<CommentParts, 'shelf' | 'unread'>): JSX.Element | null {
  const t = commentsText();
  const count = unread.comments.value.length;
  if (count === 0) return null;
  return (
    <div class="row small unread-bar">
      <span>{t.unread(count)}</span>
      <Button onClick={() => shelf.want({ kind: 'nextUnread' })}>{t.nextUnread}</Button>
      <Button
        look="quiet"
        onClick={() => {
          shelf.reveal();
          unread.markAllRead();
        }}
      >
        {t.allRead}
      </Button>
    </div>
  );
}
