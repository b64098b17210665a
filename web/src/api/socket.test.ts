import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

import type { TypedDocument } from './client.ts';
import { createSocket } from './socket.ts';

/** The browser's end of a line whose server says yes to everything; it only records what was opened and asked. */
class Line {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static readonly lines: Line[] = [];
  readyState = Line.CONNECTING;
  readonly asked: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;

  constructor() {
    Line.lines.push(this);
    queueMicrotask(() => {
      this.readyState = Line.OPEN;
      this.onopen?.();
    });
  }

  send(text: string): void {
    const { type } = JSON.parse(text) as { readonly type: string };
    if (type === 'connection_init') this.onmessage?.({ data: '{"type":"connection_ack"}' });
    else this.asked.push(type);
  }

  close(code: number): void {
    this.readyState = Line.CLOSED;
    this.onclose?.({ code, reason: '' });
  }
}

const browserSocket = globalThis.WebSocket;
beforeEach(() => {
  Line.lines.length = 0;
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
  globalThis.WebSocket = Line as unknown as typeof WebSocket;
});
afterEach(() => {
  globalThis.WebSocket = browserSocket;
  jest.useRealTimers();
});

/** As in socket.ts: the first pause is at most this long. */
const retryFirstMs = 400;
const feed = 'subscription { feed }' as unknown as TypedDocument<unknown, object>;

function aSocket() {
  const socket = createSocket({ url: 'ws://test/graphql', language: () => 'en', now: () => 0 });
  const listen = () => socket.subscribe(feed, () => ({}), { next: () => {}, error: () => {} });
  return { socket, listen };
}

/** Waits for a turn of the event loop until it holds; jest's own limit ends what never comes. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}

test('who listens after a reconnect does so on a new line, also while the old one still stood idle', async () => {
  const { socket, listen } = aSocket();
  const stop = listen();
  await until(() => Line.lines[0]?.asked.includes('subscribe') === true);
  stop();
  socket.reconnect();
  const stopAgain = listen();
  await until(() => Line.lines[1]?.asked.includes('subscribe') === true);
  expect(Line.lines.map(({ asked }) => asked)).toEqual([['subscribe', 'complete'], ['subscribe']]);
  expect(Line.lines[0]?.readyState).toBe(Line.CLOSED);
  stopAgain();
});

test('a line that is dropped while nobody listens is no outage', async () => {
  const { socket, listen } = aSocket();
  const stop = listen();
  await until(() => socket.state.value.phase === 'open');
  stop();
  socket.reconnect();
  await until(() => socket.state.value.phase !== 'open');
  expect(socket.state.value.phase).toBe('idle');
});

test('a line that is dropped while somebody listens is one, and is taken up again', async () => {
  const { socket, listen } = aSocket();
  const stop = listen();
  await until(() => Line.lines[0]?.asked.includes('subscribe') === true);
  socket.reconnect();
  await until(() => socket.state.value.phase === 'offline');
  await jest.advanceTimersByTimeAsync(retryFirstMs);
  await until(() => Line.lines[1]?.asked.includes('subscribe') === true);
  expect(socket.state.value.phase).toBe('open');
  stop();
});
