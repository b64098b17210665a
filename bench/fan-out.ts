import WebSocket from 'ws';
import { spread } from './load.ts';

export interface FanOut {
  readonly url: string;
  readonly subscribers: number;
  /** Frames that a subscriber sends once it is connected; the others follow the answer to the first. */
  readonly greeting: readonly string[];
  readonly protocol: string[];
  /** Makes one message go to everybody. */
  readonly publish: (i: number) => Promise<unknown>;
  readonly messages: number;
}

/** How long it took until the last subscriber had a message, counted from its sending. */
export interface FanOutFigures {
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly deliveriesPerSecond: number;
}

const connectingAtOnce = 50;

/** Connects the subscribers, then sends one message after the other, each once everybody has the one before. */
export async function fanOut(work: FanOut): Promise<FanOutFigures> {
  const sockets: WebSocket[] = [];
  let left = 0;
  let everybodyHasIt: () => void = () => undefined;
  const count = (frame: Buffer): void => {
    if (!frame.subarray(0, 80).includes('"next"')) return;
    left -= 1;
    if (left === 0) everybodyHasIt();
  };
  for (let i = 0; i < work.subscribers; i += connectingAtOnce) {
    const some = Array.from({ length: Math.min(connectingAtOnce, work.subscribers - i) }, () =>
      connect(work, count),
    );
    sockets.push(...(await Promise.all(some)));
  }
  const timesMs: number[] = [];
  for (let i = -warmUp; i < work.messages; i += 1) {
    left = work.subscribers;
    const arrived = new Promise<void>((resolve) => (everybodyHasIt = resolve));
    const sentMs = performance.now();
    await Promise.all([work.publish(i + warmUp), within(arrived, 20_000)]);
    if (i >= 0) timesMs.push(performance.now() - sentMs);
  }
  for (const socket of sockets) socket.terminate();
  const totalMs = timesMs.reduce((sum, ms) => sum + ms, 0);
  return { ...spread(timesMs), deliveriesPerSecond: (work.subscribers * work.messages * 1_000) / totalMs };
}

const warmUp = 3;

function connect({ url, greeting, protocol }: FanOut, count: (frame: Buffer) => void): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, protocol, { perMessageDeflate: false });
    const [hello, subscribe, ask] = greeting;
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`A subscriber was cut off: ${code}`)));
    socket.on('open', () => {
      if (hello === undefined) {
        socket.on('message', count);
        resolve(socket);
      } else socket.send(hello);
    });
    if (hello === undefined) return;
    socket.on('message', (frame: Buffer) => {
      const text = frame.toString('utf8');
      if (text.includes('connection_ack')) {
        socket.send(subscribe ?? '');
        socket.send(ask ?? '');
      } else if (text.includes('"asked"') && text.includes('"complete"')) {
        socket.removeAllListeners('message');
        socket.on('message', count);
        resolve(socket);
      } else if (text.includes('"error"')) reject(new Error(text));
    });
  });
}

async function within(promise: Promise<void>, waitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not everybody had the message after ${waitMs} ms.`)), waitMs);
  });
  try {
    await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
