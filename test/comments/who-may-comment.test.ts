import { beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { startWorld, type SignedInClient } from '../support/world.ts';
import {
  add,
  enter,
  makeRoom,
  rename,
  setVisibility,
  threads,
  tryAdd,
  tryEdit,
  tryRemove,
  type Told,
} from './room.ts';

const world = await startWorld();
let owner: SignedInClient;
let stranger: SignedInClient;

beforeAll(async () => {
  owner = await world.member('Speaker');
  await rename(owner, '讲者 Speaker');
  stranger = await world.member('Stranger');
});

describe('a private transcript', () => {
  test('is commented on by a guest who has the view password, under the name given at the door', async () => {
    const room = await makeRoom(owner);
    const guest = await enter(world, room, '小王 <Wang>');
    const comment = await add(guest, { room, body: '请再说一遍' });
    expect(comment).toMatchObject({
      body: '请再说一遍',
      author: { displayName: '小王 <Wang>', kind: 'GUEST' },
    });
    expect(await threads(owner, room)).toMatchObject([
      { id: comment.id, author: { displayName: '小王 <Wang>' } },
    ]);
  });

  test('is not commented on by a visitor without it, nor by any other member', async () => {
    const room = await makeRoom(owner);
    expect(await tryAdd(world.visitor(), { room, body: 'x' })).toBe('NOT_FOUND');
    expect(await tryAdd(stranger, { room, body: 'x' })).toBe('NOT_FOUND');
    expect(await threads(owner, room)).toEqual([]);
  });

  test('is not commented on with the view password of another transcript', async () => {
    const room = await makeRoom(owner);
    const guestElsewhere = await enter(world, await makeRoom(owner), 'Elsewhere');
    expect(await tryAdd(guestElsewhere, { room, body: 'x' })).toBe('NOT_FOUND');
  });

  test('is commented on by its owner, who is marked as such', async () => {
    const room = await makeRoom(owner);
    const comment = await add(owner, { room, body: 'Welcome' });
    expect(comment.author).toEqual({ displayName: '讲者 Speaker', kind: 'OWNER' });
  });
});

describe('a public transcript', () => {
  test('is commented on by any member, and not by visitors without an account', async () => {
    const room = await makeRoom(owner, 'PUBLIC');
    expect((await add(stranger, { room, body: 'x' })).author).toEqual({
      displayName: 'Stranger',
      kind: 'MEMBER',
    });
    expect(await tryAdd(world.visitor(), { room, body: 'x' })).toBe('NOT_FOUND');
  });

  test('is closed to strangers from the moment it is made private, their own comments with it', async () => {
    const room = await makeRoom(owner, 'PUBLIC');
    const comment = await add(stranger, { room, body: 'while it was public' });
    await setVisibility(owner, room, 'PRIVATE');
    expect(await tryAdd(stranger, { room, body: 'x' })).toBe('NOT_FOUND');
    expect(await tryEdit(stranger, comment.id, 'x')).toBe('NOT_FOUND');
    expect(await tryRemove(stranger, comment.id)).toBe('NOT_FOUND');
    expect(await threads(owner, room)).toMatchObject([{ body: 'while it was public', isRemoved: false }]);
  });

  test('is open to strangers again once it is public again', async () => {
    const room = await makeRoom(owner);
    expect(await tryAdd(stranger, { room, body: 'x' })).toBe('NOT_FOUND');
    await setVisibility(owner, room, 'PUBLIC');
    expect(await tryAdd(stranger, { room, body: 'x' })).toMatchObject({ __typename: 'AddCommentSuccess' });
  });
});

test('a transcript that never was looks like one that is somebody else’s', async () => {
  const room = { id: v7(), shareCode: '', viewPassword: '' };
  expect(await tryAdd(stranger, { room, body: 'x' })).toBe('NOT_FOUND');
  expect(await tryAdd(stranger, { room: { ...room, id: 'nonsense' }, body: 'x' })).toBe('NOT_FOUND');
});

test('an author who posts too fast is asked to wait, and others are not', async () => {
  const room = await makeRoom(owner);
  const [guest, other] = [await enter(world, room, 'Fast'), await enter(world, room, 'Slow')];
  for (let i = 1; i <= 20; i += 1) await add(guest, { room, body: `${i}` });
  const told = (await tryAdd(guest, { room, body: '21' })) as Told;
  expect(told.__typename).toBe('TooManyAttempts');
  expect(told.retryAfterSeconds).toBeGreaterThan(0);
  expect(told.retryAfterSeconds).toBeLessThanOrEqual(60);
  expect(await tryAdd(other, { room, body: 'x' })).toMatchObject({ __typename: 'AddCommentSuccess' });
});
