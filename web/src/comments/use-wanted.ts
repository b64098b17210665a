import { useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';

import type { Comment } from '../live/comment-threads.ts';
import { allComments, type Wanted } from './comment-shelf.ts';
import { commentElementId } from './comment-card.tsx';
import type { CommentParts } from './comment-parts.ts';

/** How many older pages are brought to find the first comment on a passage. */
const olderPagesMax = 10;

/** Does what the reader asked of the list: shows the next unread comment, those on a passage, or the field. */
export function useWanted(parts: CommentParts, list: RefObject<HTMLElement | null>): void {
  const { shelf } = parts;
  useSignalEffect(() => {
    const wanted = shelf.wanted.value;
    if (wanted === null) return;
    // Taken up once, and after this turn: who asks may be in the middle of changing what is shown.
    queueMicrotask(() => {
      shelf.want(null);
      void show(parts, wanted, list.current);
    });
  });
}

async function show(parts: CommentParts, wanted: Wanted, list: HTMLElement | null): Promise<void> {
  if (wanted.kind === 'composer') {
    list?.parentElement?.querySelector<HTMLElement>('[data-composer] textarea')?.focus();
    return;
  }
  const comment = wanted.kind === 'nextUnread' ? parts.unread.next() : await firstOn(parts, wanted.segmentId);
  if (comment === null) return;
  if (parts.shelf.freshCount.peek() > 0) parts.shelf.reveal();
  parts.unread.markRead(comment);
  requestAnimationFrame(() => goTo(comment, list));
}

async function firstOn({ live }: CommentParts, segmentId: string): Promise<Comment | null> {
  const find = (): Comment | undefined =>
    allComments(live.threads.peek()).find((comment) => comment.segmentId === segmentId && !comment.isRemoved);
  try {
    for (let page = 0; page < olderPagesMax && !find() && live.hasOlderComments.peek(); page += 1)
      await live.loadOlderComments();
  } catch {
    // Offline: what is here can still be looked at.
  }
  return find() ?? null;
}

/** The list moves on the reader's word; the focus goes along only where nobody is writing: the live line keeps it. */
function goTo({ id }: Comment, list: HTMLElement | null): void {
  const element = document.getElementById(commentElementId(id));
  if (element === null || list === null) return;
  list.scrollTo({ top: element.offsetTop - list.offsetTop - list.clientHeight / 3, behavior: 'instant' });
  const isWriting = document.activeElement?.closest('input, textarea, [contenteditable]') != null;
  if (!isWriting) element.focus({ preventScroll: true });
  element.classList.remove('found');
  requestAnimationFrame(() => element.classList.add('found'));
}
