import { useEffect } from 'preact/hooks';

import { request } from '../api/server.ts';
import { useKey } from '../app/use-key.ts';
import { keepMarks } from './comment-marks.ts';
import type { CommentsProps } from './comments.tsx';

/** Keeps the marks beside the passages, and listens for the key that leads to the next unread comment. */
export function CommentLinks({ transcriptId, live, shelf }: CommentsProps): null {
  useKey('nextUnread', () => shelf.want({ kind: 'nextUnread' }));
  useEffect(() => keepMarks({ transcriptId, request, live, shelf }), [transcriptId, live, shelf]);
  return null;
}
