import { beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { minuteMs, secondMs } from '../../src/platform/time/clock.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { add, enter, makeRoom, threads, tryEdit, tryRemove, type Room } from './room.ts';

const world = await startWorld({ env: { COMMENT_EDIT_MINUTES: '5' } });
let owner: SignedInClient;
let room: Room;

beforeAll(async () => {
  owner = await world.member('Speaker');
  room = await makeRoom(owner, 'PUBLIC');
});

test('an author changes a comment while the window is open, and everybody sees when', async () => {
  const guest = await enter(world, room, 'Guest');
  const { id, seq, createdAt } = await add(guest, { room, body: 'teh word' });
  world.clock.advance(4 * minuteMs);
  const told = await tryEdit(guest, id, 'the word');
  expect(told).toMatchObject({
    __typename: 'EditCommentSuccess',
    comment: { id, seq, createdAt, body: 'the word' },
  });
  const seen = (await threads(owner, room)).find((comment) => comment.id === id);
  expect(seen).toMatchObject({ body: 'the word', viewerCanEdit: false, viewerCanRemove: true });
  expect(Date.parse(seen?.editedAt ?? '') - Date.parse(createdAt)).toBeGreaterThanOrEqual(4 * minuteMs);
});

test('after the window the words stay, and the author may still remove them', async () => {
  const guest = await enter(world, room, 'Guest');
  const { id, viewerCanEdit } = await add(guest, { room, body: 'as it was' });
  expect(viewerCanEdit).toBe(true);
  world.clock.advance(5 * minuteMs + secondMs);
  expect(await tryEdit(guest, id, 'other')).toMatchObject({ __typename: 'EditWindowClosed' });
  const seen = (await threads(guest, room)).find((comment) => comment.id === id);
  expect(seen).toMatchObject({
    body: 'as it was',
    editedAt: null,
    viewerCanEdit: false,
    viewerCanRemove: true,
  });
  expect(await tryRemove(guest, id)).toBe(id);
});

test('the window is told in the reader’s language, with what can still be done', async () => {
  const author = await world.member('作者');
  author.locale = 'zh-CN';
  const { id } = await add(author, { room, body: '原文' });
  world.clock.advance(6 * minuteMs);
  expect(await tryEdit(author, id, '改')).toMatchObject({
    message: '评论只能在发出后 5 分钟内修改，原文未变。你仍可删除这条评论。',
  });
});

test('the same words again are no change: no number is taken, and a retry after the window succeeds', async () => {
  const author = await world.member('Author');
  const { id } = await add(author, { room, body: 'first' });
  await tryEdit(author, id, 'second');
  const lastSeq = async (): Promise<unknown> =>
    (await world.sql('select last_seq from transcripts where id = $1', [room.id]))[0];
  const before = await lastSeq();
  world.clock.advance(10 * minuteMs);
  expect(await tryEdit(author, id, 'second')).toMatchObject({
    __typename: 'EditCommentSuccess',
    comment: { body: 'second' },
  });
  expect(await lastSeq()).toEqual(before);
});

test('nobody else changes it: not the owner, not another member, not another guest', async () => {
  const author = await world.member('Author');
  const { id } = await add(author, { room, body: 'mine' });
  const others = [owner, await world.member('Other'), await enter(world, room, 'Author'), world.visitor()];
  for (const other of others) expect(await tryEdit(other, id, 'theirs')).toBe('NOT_FOUND');
  expect((await threads(owner, room)).find((comment) => comment.id === id)?.body).toBe('mine');
});

test('a comment that never was, or was removed, is not found', async () => {
  const { id } = await add(owner, { room, body: 'gone' });
  await tryRemove(owner, id);
  expect(await tryEdit(owner, id, 'back')).toBe('NOT_FOUND');
  expect(await tryEdit(owner, v7(), 'x')).toBe('NOT_FOUND');
  expect(await tryEdit(owner, 'nonsense', 'x')).toBe('NOT_FOUND');
});
