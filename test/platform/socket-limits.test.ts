import { afterEach, describe, expect, test } from '@jest/globals';
import { feedDocument, openRoom } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { WireSocket } from './wire.ts';

const perMember = 3;
const perAddress = 6;
const operations = 4;
const framesPerMinute = 30;
const world = await startWorld({
  env: {
    LIMIT_SOCKETS_PER_MEMBER: String(perMember),
    LIMIT_SOCKETS_PER_ADDRESS: String(perAddress),
    LIMIT_OPERATIONS_PER_SOCKET: String(operations),
    LIMIT_FRAMES_PER_MINUTE: String(framesPerMinute),
  },
});
const owner = await world.member();
const room = await openRoom(owner);
const feed = { query: feedDocument, variables: { id: room.id, after: 0 } };

const sockets: WireSocket[] = [];
const open = (): WireSocket => {
  const socket = new WireSocket(world.url);
  sockets.push(socket);
  return socket;
};
const openAsOwner = (): Promise<WireSocket> =>
  open().greeted({ authorization: `Bearer ${owner.token}`, locale: 'en' });

/** Every socket of a test is gone, also from the server's counts, before the next one begins. */
afterEach(async () => {
  for (const socket of sockets) socket.close();
  await Promise.all(sockets.splice(0).map((socket) => socket.until(() => socket.closed !== null)));
  while (!(await Promise.all(Array.from({ length: perAddress }, () => isAdmitted()))).every(Boolean)) {
    for (const socket of sockets.splice(0)) socket.close();
  }
  for (const socket of sockets) socket.close();
  await Promise.all(sockets.splice(0).map((socket) => socket.until(() => socket.closed !== null)));
});

const isAdmitted = (): Promise<boolean> => open().opened();

describe('one address', () => {
  test('has so many sockets, and the next one is refused at the door', async () => {
    for (let i = 0; i < perAddress; i += 1) expect(await open().opened()).toBe(true);
    const next = open();
    expect(await next.opened()).toBe(false);
    expect(next.refusedWith).toBe(429);
  });

  test('gets room again when one of them closes', async () => {
    const all = Array.from({ length: perAddress }, open);
    for (const socket of all) await socket.opened();
    expect(await open().opened()).toBe(false);
    all[0]!.close();
    await all[0]!.until(() => all[0]!.closed !== null);
    while (!(await open().opened()));
  });
});

describe('one member', () => {
  test('has so many sockets; the next one is closed with 4429, and those that were there go on', async () => {
    const mine = [];
    for (let i = 0; i < perMember; i += 1) mine.push(await openAsOwner());
    const next = await openAsOwner();
    expect(await next.ended()).toBe(4429);
    mine[0]!.send({ type: 'subscribe', id: '1', payload: feed });
    expect(await mine[0]!.errorsOf('1')).toBeNull();
  });

  test('does not count for another', async () => {
    for (let i = 0; i < perMember; i += 1) await openAsOwner();
    const other = await world.member('other');
    const socket = await open().greeted({ authorization: `Bearer ${other.token}` });
    socket.send({ type: 'subscribe', id: '1', payload: { query: '{ me { id } }' } });
    expect(await socket.errorsOf('1')).toBeNull();
  });
});

describe('one socket', () => {
  test('has so many operations at a time; the next one is refused by itself', async () => {
    const socket = await openAsOwner();
    for (let i = 1; i <= operations; i += 1) {
      socket.send({ type: 'subscribe', id: String(i), payload: feed });
      expect(await socket.errorsOf(String(i))).toBeNull();
    }
    socket.send({ type: 'subscribe', id: 'more', payload: feed });
    expect(await socket.errorsOf('more')).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    socket.send({ type: 'complete', id: '1' });
    socket.send({ type: 'subscribe', id: 'instead', payload: feed });
    expect(await socket.errorsOf('instead')).toBeNull();
  });

  test('may say so much a minute, and is closed with 4429 when it says more', async () => {
    const socket = await openAsOwner();
    for (let i = 0; i < framesPerMinute + 5; i += 1) socket.send({ type: 'ping' });
    expect(await socket.ended()).toBe(4429);
    expect(socket.frames.filter(({ type }) => type === 'pong').length).toBeLessThanOrEqual(framesPerMinute);
  });
});
