import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

import type { CommentShelf } from './comment-shelf.ts';

export interface CommentList {
  readonly list: RefObject<HTMLDivElement | null>;
  /** Brings the end of the list in sight, once what was added to it is there. */
  readonly toEnd: () => void;
}

const nearEndPx = 24;

/** Tells the shelf how the list stands on the page. */
export function useCommentList(shelf: CommentShelf): CommentList {
  const list = useRef<HTMLDivElement>(null);
  const toEnd = (): void => {
    requestAnimationFrame(() =>
      list.current?.scrollTo({ top: list.current.scrollHeight, behavior: 'instant' }),
    );
  };
  useEffect(
    () =>
      shelf.attend({
        isVisible: () => (list.current?.clientHeight ?? 0) > 0,
        isAtEnd: () => list.current !== null && isAtEnd(list.current) && !isWrittenIn(list.current),
        stayAtEnd: toEnd,
      }),
    [shelf],
  );
  return { list, toEnd };
}

function isAtEnd({ scrollTop, clientHeight, scrollHeight }: HTMLElement): boolean {
  return scrollTop + clientHeight >= scrollHeight - nearEndPx;
}

function isWrittenIn(list: HTMLElement): boolean {
  return list.querySelector('textarea') !== null;
}
