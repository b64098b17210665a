import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.ts';
import { feedDocument, type FeedData } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { act, seenBy, setMode } from './moderating.ts';
import { add, enter, makeRoom, threads, tryAdd, tryEdit, tryRemove, type Room } from './room.ts';

const world = await startWorld({ env: { LIMIT_COMMENTS_PER_MINUTE: '1000' } });
let owner: SignedInClient;
let stranger: SignedInClient;
let room: Room;
let guest: Client;

beforeAll(async () => {
  owner = await world.member('Speaker');
  stranger = await world.member('Stranger');
});

beforeEach(async () => {
  room = await makeRoom(owner, 'PUBLIC');
  guest = await enter(world, room, '小王');
});

describe('closed comments', () => {
  test('are refused in a word, stay to be read and removed, and the host may still write', async () => {
    const { id } = await add(guest, { room, body: 'before' });
    await setMode(owner, room, 'CLOSED');
    for (const author of [guest, stranger])
      expect(await tryAdd(author, { room, body: 'x' })).toMatchObject({ __typename: 'CommentsClosed' });
    expect(await tryEdit(guest, id, 'y')).toMatchObject({ __typename: 'CommentsClosed' });
    await add(owner, { room, body: 'thank you all' });
    expect((await threads(guest, room)).map(({ body }) => body)).toEqual(['before', 'thank you all']);
    expect(await tryRemove(guest, id)).toBe(id);
    await setMode(owner, room, 'OPEN');
    await add(guest, { room, body: 'after' });
  });

  test('are told at once to whoever reads along, and to whoever comes later', async () => {
    const feed = guest.subscribe<FeedData>(feedDocument, { id: room.id });
    await feed.connected();
    expect(await setMode(owner, room, 'CLOSED')).toMatchObject({ transcript: { commentMode: 'CLOSED' } });
    await feed.until(({ items }) => items.length > 0);
    expect(feed.items).toMatchObject([{ transcriptFeed: { __typename: 'TranscriptChanged' } }]);
    expect((await seenBy(guest, room)).commentMode).toBe('CLOSED');
    // The same again is no news.
    await setMode(owner, room, 'CLOSED');
    await setMode(owner, room, 'OPEN');
    await feed.until(({ items }) => items.length > 1);
    expect(feed.items).toHaveLength(2);
    await feed.close();
  });

  test('are closed for those who write at the very moment, or posted before it: never after', async () => {
    const writing = Array.from({ length: 4 }, async () => {
      for (let i = 0; i < 60; i += 1) {
        const told = await tryAdd(stranger, { room, body: `${i}` });
        if (typeof told === 'string' || told.__typename !== 'AddCommentSuccess') return told;
      }
      return 'never refused';
    });
    await setMode(owner, room, 'CLOSED');
    for (const told of await Promise.all(writing))
      expect(told).toMatchObject({ __typename: 'CommentsClosed' });
    const { log } = await logOf(room);
    const closedAt = log.findIndex(({ kind }) => kind === 'TRANSCRIPT_CHANGED');
    expect(log.slice(closedAt + 1)).toEqual([]);
  });

  test('are the host’s to close', async () => {
    for (const other of [guest, stranger])
      expect(await setMode(other, room, 'CLOSED')).toMatch(/NOT_FOUND|UNAUTH/);
    await add(guest, { room, body: 'x' });
  });

  const logOf = async ({ id }: Room): Promise<{ log: readonly { kind: string }[] }> => ({
    log: (await world.sql('select kind from transcript_events where transcript_id = $1 order by seq', [
      id,
    ])) as {
      kind: string;
    }[],
  });
});

describe('a ban', () => {
  test('refuses a guest’s comments and edits in a word, on this transcript; they read on, until it is undone', async () => {
    const { id } = await add(guest, { room, body: 'rude' });
    const told = await act(owner, 'banCommenter', { commentId: id });
    expect(told).toMatchObject({ ban: { banned: { displayName: '小王', kind: 'GUEST' } } });
    expect(await tryAdd(guest, { room, body: 'ruder' })).toMatchObject({ __typename: 'CommenterBanned' });
    expect(await tryEdit(guest, id, 'ruder')).toMatchObject({ __typename: 'CommenterBanned' });
    expect(await threads(guest, room)).toMatchObject([{ body: 'rude' }]);
    await add(await enter(world, room, '小李'), { room, body: 'polite' });
    const { ban } = told as unknown as { ban: { id: string } };
    expect((await seenBy(owner, room)).bans).toMatchObject([{ id: ban.id, banned: { displayName: '小王' } }]);
    expect((await seenBy(guest, room)).bans).toEqual([]);
    expect(await act(owner, 'unbanCommenter', { id: ban.id })).toMatchObject({ endedId: ban.id });
    await add(guest, { room, body: 'sorry' });
  });

  test('holds for a guest who comes in anew in the same browser, under another name, and again', async () => {
    const visitor = await enter(world, room, '阿三');
    const again = async (nickname: string): Promise<void> =>
      void (await visitor.data(
        `mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) { __typename } }`,
        { input: { shareCode: room.shareCode, viewPassword: room.viewPassword, nickname } },
      ));
    // The comment is of a later grant than the first: the ban is of whoever had both.
    await again('阿四');
    const { id } = await add(visitor, { room, body: 'rude' });
    const told = await act(owner, 'banCommenter', { commentId: id });
    for (const nickname of ['阿五', '阿六']) {
      await again(nickname);
      expect(await tryAdd(visitor, { room, body: 'ruder' })).toMatchObject({ __typename: 'CommenterBanned' });
    }
    expect((await threads(visitor, room)).length).toBeGreaterThan(0);
    const { ban } = told as unknown as { ban: { id: string } };
    await act(owner, 'unbanCommenter', { id: ban.id });
    await add(visitor, { room, body: 'sorry' });
  });

  test('refuses a member’s comments also when they come in as a guest, and only here', async () => {
    const { id } = await add(stranger, { room, body: 'rude' });
    await act(owner, 'banCommenter', { commentId: id });
    await act(owner, 'banCommenter', { commentId: id });
    expect((await seenBy(owner, room)).bans).toHaveLength(1);
    expect(await tryAdd(stranger, { room, body: 'x' })).toMatchObject({ __typename: 'CommenterBanned' });
    await stranger.data(
      `mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) { __typename } }`,
      { input: { shareCode: room.shareCode, viewPassword: room.viewPassword, nickname: 'Somebody else' } },
    );
    expect(await tryAdd(stranger, { room, body: 'x' })).toMatchObject({ __typename: 'CommenterBanned' });
    await add(stranger, { room: await makeRoom(owner, 'PUBLIC'), body: 'x' });
  });

  test('is the host’s to set and to end, and nobody’s against the host', async () => {
    const { id } = await add(guest, { room, body: 'x' });
    const { id: hosts } = await add(owner, { room, body: 'mine' });
    for (const other of [guest, stranger, world.visitor()])
      expect(await act(other, 'banCommenter', { commentId: id })).toMatch(/NOT_FOUND|UNAUTHENTICATED/);
    expect(await act(owner, 'banCommenter', { commentId: hosts })).toMatchObject({ field: 'commentId' });
    const { ban } = (await act(owner, 'banCommenter', { commentId: id })) as unknown as {
      ban: { id: string };
    };
    expect(await act(stranger, 'unbanCommenter', { id: ban.id })).toBe('NOT_FOUND');
    expect(await tryAdd(guest, { room, body: 'y' })).toMatchObject({ __typename: 'CommenterBanned' });
  });
});

describe('a report', () => {
  const report = (
    client: Client,
    id: string,
    why: { readonly reason?: string; readonly note?: string } = {},
  ): ReturnType<typeof act> => act(client, 'reportComment', { id, reason: 'ABUSE', ...why });

  test('is counted once for each reader, by guests too; the host sees reasons, not names', async () => {
    const { id } = await add(stranger, { room, body: 'rude' });
    const other = await enter(world, room, '小李');
    for (const reader of [guest, guest, other, owner])
      expect(await report(reader, id, { note: '骂人' })).toMatchObject({ reportedId: id });
    expect((await seenBy(owner, room)).reported).toEqual([
      { id, reports: Array.from({ length: 3 }, () => ({ reason: 'ABUSE', note: '骂人' })) },
    ]);
    expect((await seenBy(guest, room)).reported).toEqual([]);
    expect((await seenBy(stranger, room)).reported).toEqual([]);
  });

  test('is done with when the host dismisses it, and the same reader is not heard again', async () => {
    const { id } = await add(stranger, { room, body: 'fine' });
    await report(guest, id);
    expect(await act(guest, 'dismissReports', { id })).toMatch(/NOT_FOUND|UNAUTHENTICATED/);
    expect(await act(owner, 'dismissReports', { id })).toMatchObject({ dismissedId: id });
    await report(guest, id);
    expect((await seenBy(owner, room)).reported).toEqual([]);
    await report(await enter(world, room, '小李'), id);
    expect((await seenBy(owner, room)).reported).toHaveLength(1);
  });

  test('is done with when the comment is removed', async () => {
    const { id } = await add(stranger, { room, body: 'rude' });
    await report(guest, id);
    await tryRemove(owner, id);
    expect((await seenBy(owner, room)).reported).toEqual([]);
    expect(await report(guest, id)).toBe('NOT_FOUND');
  });

  test('is not for one’s own comments, nor for those that one may not read', async () => {
    const { id } = await add(guest, { room, body: 'mine' });
    expect(await report(guest, id)).toMatchObject({ field: 'id' });
    const closed = await makeRoom(owner);
    const { id: hidden } = await add(owner, { room: closed, body: 'x' });
    expect(await report(stranger, hidden)).toBe('NOT_FOUND');
    expect(await report(stranger, id, { reason: 'OTHER', note: 'x'.repeat(201) })).toMatchObject({
      field: 'note',
      limit: 200,
    });
  });

  test('is not made in a flood', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 11; i += 1) ids.push((await add(stranger, { room, body: `${i}` })).id);
    const told = [];
    for (const id of ids) told.push(await report(guest, id));
    expect(told.at(-1)).toMatchObject({ __typename: 'TooManyAttempts' });
    expect(told.at(-2)).toMatchObject({ __typename: 'ReportCommentSuccess' });
  });
});
