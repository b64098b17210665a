import { describe, expect, test } from '@jest/globals';
import { signal } from '@preact/signals';

import type { TranscriptFacts } from '../live/apply-event.ts';
import { putComment, type Comment, type Threads } from '../live/comment-threads.ts';
import { aComment } from '../live/testing/room.fixture.ts';
import { createCommentShelf } from './comment-shelf.ts';

const comment = (seq: number, parentId: string | null = null): Comment => ({
  ...aComment(seq, parentId),
  viewerCanEdit: false,
  viewerIsAuthor: false,
});

/** A list that is open and scrolled up, unless it is said otherwise. */
const aView = (stands: { readonly isVisible?: boolean; readonly isAtEnd?: boolean } = {}) => ({
  isVisible: () => stands.isVisible ?? true,
  isAtEnd: () => stands.isAtEnd ?? false,
  stayAtEnd: () => {},
});

function aShelf({ first = [comment(1)], viewerCanWrite = false } = {}) {
  const threads = signal<Threads>(first.reduce<Threads>(putComment, []));
  const seq = signal(5);
  const facts = signal<TranscriptFacts | null>({ viewerCanWrite } as TranscriptFacts);
  const shelf = createCommentShelf({ threads, facts, seq });
  const bring = (came: Comment): void => {
    threads.value = putComment(threads.peek(), came);
    seq.value = Math.max(seq.peek(), came.seq);
  };
  const shownIds = (): readonly string[] =>
    shelf.shown.value.flatMap((thread) => [thread.comment, ...thread.replies]).map(({ id }) => id);
  return { shelf, bring, shownIds };
}

describe('a comment', () => {
  test('that was there when the page opened is shown and is no news', () => {
    const { shelf, shownIds } = aShelf();
    expect(shownIds()).toEqual(['comment-1']);
    expect(shelf.freshCount.value).toBe(0);
  });

  test('that comes later waits behind the count, a reply as well', () => {
    const { shelf, bring, shownIds } = aShelf();
    bring(comment(6));
    bring(comment(7, 'comment-1'));
    expect(shownIds()).toEqual(['comment-1']);
    expect(shelf.freshCount.value).toBe(2);
  });

  test('that waited is shown, in its place, on the word of the reader', () => {
    const { shelf, bring, shownIds } = aShelf();
    bring(comment(6));
    bring(comment(7, 'comment-1'));
    shelf.reveal();
    expect(shownIds()).toEqual(['comment-1', 'comment-7', 'comment-6']);
    expect(shelf.freshCount.value).toBe(0);
  });

  test('of one’s own is shown at once', () => {
    const { shelf, bring, shownIds } = aShelf();
    shelf.markOwn('comment-6');
    bring(comment(6));
    expect(shownIds()).toEqual(['comment-1', 'comment-6']);
    expect(shelf.freshCount.value).toBe(0);
  });

  test('that was removed before it was seen is no news', () => {
    const { shelf, bring } = aShelf();
    bring({ ...comment(6), body: '', isRemoved: true });
    expect(shelf.freshCount.value).toBe(0);
  });

  test('of an older page is shown: the reader asked for it', () => {
    const { shelf, bring, shownIds } = aShelf();
    bring(comment(0));
    bring(comment(4, 'comment-0'));
    expect(shownIds()).toEqual(['comment-0', 'comment-4', 'comment-1']);
    expect(shelf.freshCount.value).toBe(0);
  });
});

describe('an answer in a thread in which the viewer takes part', () => {
  test('is shown at once in an open list, wherever that is scrolled to', () => {
    const { shelf, bring, shownIds } = aShelf();
    shelf.attend(aView());
    shelf.markOwn('comment-6');
    bring(comment(6));
    bring(comment(7));
    bring(comment(8, 'comment-6'));
    expect(shownIds()).toEqual(['comment-1', 'comment-6', 'comment-8']);
    expect(shelf.freshCount.value).toBe(1);
  });

  test('is known also when the viewer wrote there on an earlier visit', () => {
    const { shelf, bring, shownIds } = aShelf({
      first: [{ ...comment(1), viewerIsAuthor: true }, comment(2)],
    });
    shelf.attend(aView());
    bring(comment(6, 'comment-1'));
    bring(comment(7, 'comment-2'));
    expect(shownIds()).toEqual(['comment-1', 'comment-6', 'comment-2']);
  });

  test('waits behind the count while the list is closed', () => {
    const { shelf, bring } = aShelf();
    shelf.attend(aView({ isVisible: false }));
    shelf.markOwn('comment-6');
    bring(comment(6));
    bring(comment(8, 'comment-6'));
    expect(shelf.freshCount.value).toBe(1);
  });

  test('is not every answer to who may remove all of them', () => {
    const { shelf, bring } = aShelf({ viewerCanWrite: true });
    shelf.attend(aView());
    bring(comment(6, 'comment-1'));
    expect(shelf.freshCount.value).toBe(1);
  });
});

describe('a list that is read to its end', () => {
  test('is lengthened at once, from its very beginning', () => {
    const { shelf, bring, shownIds } = aShelf({ first: [] });
    shelf.attend(aView({ isAtEnd: true }));
    bring(comment(6));
    bring(comment(7, 'comment-6'));
    bring(comment(8));
    expect(shownIds()).toEqual(['comment-6', 'comment-7', 'comment-8']);
    expect(shelf.freshCount.value).toBe(0);
  });

  test('is not pushed apart in its middle', () => {
    const { shelf, bring } = aShelf({ first: [comment(1), comment(2)] });
    shelf.attend(aView({ isAtEnd: true }));
    bring(comment(6, 'comment-1'));
    expect(shelf.freshCount.value).toBe(1);
  });

  test('shows what came while it was being loaded', () => {
    const { shelf, bring } = aShelf({ first: [] });
    bring(comment(6));
    expect(shelf.freshCount.value).toBe(1);
    shelf.attend(aView({ isAtEnd: true }));
    expect(shelf.freshCount.value).toBe(0);
  });

  test('holds nothing against a list that is gone', () => {
    const { shelf, bring } = aShelf();
    shelf.attend(aView({ isAtEnd: true }))();
    bring(comment(6));
    expect(shelf.freshCount.value).toBe(1);
  });
});
