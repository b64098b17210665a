import { describe, expect, test } from '@jest/globals';
import { signal } from '@preact/signals';

import { putComment, type Comment, type Threads } from '../live/comment-threads.ts';
import { aComment } from '../live/testing/room.fixture.ts';
import { createUnread } from './unread.ts';

const comment = (seq: number, more: Partial<Comment> = {}): Comment => ({
  ...aComment(seq),
  viewerCanEdit: false,
  viewerIsAuthor: false,
  ...more,
});

/** A device on which a transcript is opened, perhaps again. */
function aDevice() {
  const kept: { text: string | null } = { text: null };
  const open = (there: readonly Comment[], seq: number) => {
    const threads = signal<Threads>(there.reduce<Threads>(putComment, []));
    const unread = createUnread(
      { threads, seq: signal(seq) },
      { isOwn: ({ viewerIsAuthor }) => viewerIsAuthor, openedAt: signal(seq) },
      { load: () => kept.text, save: (text) => (kept.text = text) },
    );
    return {
      unread,
      bring: (came: Comment) => (threads.value = putComment(threads.peek(), came)),
      ids: () => unread.comments.value.map(({ id }) => id),
    };
  };
  return { open, kept };
}

describe('what was read', () => {
  test('is on a first visit whatever is there, and nothing that comes later', () => {
    const { unread, bring, ids } = aDevice().open([comment(1), comment(2)], 5);
    expect(ids()).toEqual([]);
    bring(comment(6));
    bring(comment(7, { parentId: 'comment-1' }));
    expect(ids()).toEqual(['comment-6', 'comment-7']);
    expect(unread.isUnread(comment(6))).toBe(true);
  });

  test('is remembered on the device, one by one', () => {
    const device = aDevice();
    const first = device.open([], 5);
    first.bring(comment(6));
    first.bring(comment(7));
    first.unread.markRead(comment(6));
    const again = device.open([comment(6), comment(7), comment(8)], 8);
    expect(again.ids()).toEqual(['comment-7', 'comment-8']);
    again.unread.markAllRead();
    expect(again.ids()).toEqual([]);
    expect(device.open([comment(8), comment(9)], 9).ids()).toEqual(['comment-9']);
  });

  test('is not what nobody can read any more, nor what one wrote', () => {
    const { bring, ids } = aDevice().open([], 5);
    bring(comment(6, { isRemoved: true }));
    bring(comment(7, { viewerIsAuthor: true }));
    expect(ids()).toEqual([]);
  });

  test('is forgotten in part, the oldest first, where there is too much of it', () => {
    const device = aDevice();
    const { unread, bring } = device.open([], 0);
    for (let seq = 2; seq <= 1_200; seq += 2) {
      bring(comment(seq));
      unread.markRead(comment(seq));
    }
    expect(JSON.parse(device.kept.text ?? '')).toMatchObject({ upTo: 200 });
    expect((JSON.parse(device.kept.text ?? '') as { beyond: number[] }).beyond).toHaveLength(500);
  });

  test('starts anew where the device has kept nonsense', () => {
    const device = aDevice();
    device.kept.text = '{"upTo":"x"}';
    expect(device.open([comment(1)], 3).ids()).toEqual([]);
  });
});

describe('the next unread comment', () => {
  test('is the one after the last that was visited, and the first again after the last', () => {
    const { unread, bring } = aDevice().open([], 5);
    for (const seq of [6, 7, 8]) bring(comment(seq));
    const visit = (): string | undefined => {
      const next = unread.next();
      if (next) unread.markRead(next);
      return next?.id;
    };
    unread.markRead(comment(7));
    expect([visit(), visit(), visit()]).toEqual(['comment-8', 'comment-6', undefined]);
  });
});
