import { afterEach, describe, expect, test } from '@jest/globals';
import { feedDocument, openRoom } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { WireSocket } from './wire.ts';

const world = await startWorld({
  env: { LIMIT_SOCKET_INIT_MS: '300', ALLOWED_ORIGINS: 'https://friend.example' },
});
const sockets: WireSocket[] = [];
const open = (options: ConstructorParameters<typeof WireSocket>[1] = {}): WireSocket => {
  const socket = new WireSocket(world.url, options);
  sockets.push(socket);
  return socket;
};
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});
const version = { query: '{ serviceInfo { version } }' };
const ownOrigin = new URL(world.url).origin;

describe('who may open a socket', () => {
  test.each([undefined, ownOrigin, 'https://friend.example'])(
    'a page or program of origin %s may',
    async (origin) => {
      const socket = open({ headers: origin ? { origin } : {} });
      expect(await socket.opened()).toBe(true);
    },
  );

  test.each([
    'https://elsewhere.example',
    'https://friend.example.elsewhere.example',
    'null',
    ownOrigin.replace(/\d+$/, '1'),
  ])('a page of origin %s may not', async (origin) => {
    const socket = open({ headers: { origin } });
    expect(await socket.opened()).toBe(false);
    expect(socket.refusedWith).toBe(403);
  });

  test('nobody may at another address', async () => {
    const socket = open({ path: '/elsewhere' });
    expect(await socket.opened()).toBe(false);
    expect(socket.refusedWith).toBe(404);
  });
});

describe('what is spoken', () => {
  test('is the current protocol, and answered in it', async () => {
    const socket = await open().greeted();
    socket.send({ type: 'subscribe', id: '1', payload: version });
    expect(await socket.errorsOf('1')).toBeNull();
    await socket.until(() => socket.frames.some(({ type, id }) => type === 'complete' && id === '1'));
  });

  test.each(['graphql-ws', null, 'soap'])('is not %s', async (protocol) => {
    const socket = open({ protocol });
    if (await socket.opened()) {
      // An upgrade may be granted without a protocol; nothing is served on it.
      expect(await socket.ended()).toBe(4406);
    }
    expect(socket.frames).toEqual([]);
  });

  test('is never compressed', async () => {
    const socket = open();
    await socket.opened();
    expect(socket.extensions()).toBe('');
  });
});

describe('a socket is closed', () => {
  test('with 4408 when it does not say hello in time', async () => {
    const socket = open();
    await socket.opened();
    expect(await socket.ended()).toBe(4408);
  });

  test('with 4401 when it asks before the hello was answered', async () => {
    const socket = open();
    await socket.opened();
    socket.send({ type: 'subscribe', id: '1', payload: version });
    expect(await socket.ended()).toBe(4401);
    expect(socket.frames).toEqual([]);
  });

  test('with 4429 when it says hello twice', async () => {
    const socket = await open().greeted();
    socket.send({ type: 'connection_init' });
    expect(await socket.ended()).toBe(4429);
  });

  test('with 4409 when an id is used twice', async () => {
    const owner = await world.member();
    const room = await openRoom(owner);
    const socket = await open().greeted({ authorization: `Bearer ${owner.token}` });
    const payload = { query: feedDocument, variables: { id: room.id, after: 0 } };
    socket.send({ type: 'subscribe', id: 'same', payload });
    await socket.errorsOf('same');
    socket.send({ type: 'subscribe', id: 'same', payload });
    expect(await socket.ended()).toBe(4409);
  });

  test.each([
    'no JSON',
    '7',
    '{"type":"unheard-of"}',
    '{"type":"subscribe","id":"1"}',
    '{"type":"subscribe","id":"1","payload":{"query":7}}',
  ])('with 4400 when it sends %s', async (frame) => {
    const socket = await open().greeted();
    socket.send(frame);
    expect(await socket.ended()).toBe(4400);
    expect(socket.closed!.reason).not.toMatch(/\.ts|\.js|node_modules/);
  });

  test('with 1009 when a frame is over 64 KiB', async () => {
    const socket = await open().greeted();
    socket.send({
      type: 'subscribe',
      id: '1',
      payload: { query: '{ me { id } }', variables: { x: 'x'.repeat(65_536) } },
    });
    expect(await socket.ended()).toBe(1009);
  });

  test('but not for a frame just under that', async () => {
    const socket = await open().greeted();
    socket.send({
      type: 'subscribe',
      id: '1',
      payload: { ...version, variables: { x: 'x'.repeat(65_000) } },
    });
    expect(await socket.errorsOf('1')).toBeNull();
  });
});

test('a token that nobody was given is nobody’s: the socket opens, and what is private stays so', async () => {
  const forged = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"role":"OPERATOR"}').toString('base64url')}.`;
  const socket = await open().greeted({ authorization: `Bearer ${forged}`, locale: 'en', role: 'OPERATOR' });
  socket.send({ type: 'subscribe', id: '1', payload: { query: '{ memberAccounts { totalCount } }' } });
  expect(await socket.errorsOf('1')).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
