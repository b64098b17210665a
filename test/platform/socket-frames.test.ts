import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterAll, expect, test } from '@jest/globals';
import WebSocket, { WebSocketServer, type WebSocket as ServerSocket } from 'ws';

/*
 * src/platform/fan-out/line.ts writes whole frames to the stream beneath a socket of `ws`, between the frames that
 * `ws` writes itself. That is right only as long as `ws` writes each of its frames in one go while it is asked to:
 * this fails the day it does not.
 */
const server = createServer();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const upgraded = new Promise<{ readonly stream: Duplex; readonly socket: ServerSocket }>((resolve) =>
  server.on('upgrade', (request, stream: Duplex, head) =>
    sockets.handleUpgrade(request, stream, head, (socket) => resolve({ stream, socket })),
  ),
);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
afterAll(async () => {
  client.terminate();
  await new Promise((resolve) => server.close(resolve));
});

/** How many bytes reach the stream while something is done, and whether any are held back. */
async function written(act: (socket: ServerSocket) => void): Promise<number> {
  const { stream, socket } = await upgraded;
  const write = stream.write.bind(stream);
  let bytes = 0;
  stream.write = ((chunk: string | Buffer, ...rest: never[]) => {
    bytes += Buffer.byteLength(chunk);
    return write(chunk, ...rest);
  }) as typeof stream.write;
  act(socket);
  stream.write = write;
  expect(stream.writableCorked).toBe(0);
  return bytes;
}

const headerBytes = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10);

test.each([
  ['a short text', 'short'],
  ['a text', '长'.repeat(100)],
  ['a long text', '长'.repeat(50_000)],
])('a frame of ws with %s is written whole before `send` returns', async (_name, text) => {
  const arrived = once(client, 'message');
  const bytes = Buffer.byteLength(text);
  expect(await written((socket) => socket.send(text))).toBe(headerBytes(bytes) + bytes);
  expect(String((await arrived)[0])).toBe(text);
});

test('and so are its pings', async () => {
  expect(await written((socket) => socket.ping())).toBe(2);
});
