import WebSocket from 'ws';
import { createRequest, type Request } from '../../web/src/api/client.ts';
import { createSocket, type LiveSocket } from '../../web/src/api/socket.ts';
import type { LiveClock } from '../../web/src/live/live-transcript.ts';
import { createUuid7 } from '../../web/src/live/uuid7.ts';
import type { Client } from '../support/client.ts';
import { openLine, type Line } from './line.ts';
import { when } from './whole.ts';

/** A browser as far as the client's live modules know one: its way to the server, its cookies, news of its network. */
export interface Device {
  readonly line: Line;
  readonly request: Request;
  readonly socket: LiveSocket;
  readonly newId: () => string;
  /** The operating system says that the network is gone; the client drops its line by itself. */
  readonly loseNetwork: () => void;
  readonly findNetwork: () => void;
  /** What is to be ended before the device is put away. */
  readonly onClose: (end: () => void) => void;
}

/** Cookies by where the server is: each device has a line of its own, so each has a jar of its own. */
const jar = new Map<string, string>();

/** All that are in use, so that none outlives its test file. */
const inUse = new Set<() => Promise<void>>();

/** Puts all devices away, whatever became of the tests. */
export async function putDevicesAway(): Promise<void> {
  for (const close of inUse) await close();
  inUse.clear();
}

/** Makes this file's global object what the client expects of a browser's. To be called once, before any device. */
export function actAsBrowser(): void {
  const reach = globalThis.fetch;
  const cookieFor = (address: string): Record<string, string> => {
    const cookie = jar.get(new URL(address).port);
    return cookie ? { cookie } : {};
  };
  globalThis.fetch = (address, init) =>
    reach(address, {
      ...init,
      headers: { ...(init?.headers as Record<string, string>), ...cookieFor(address as string) },
    });
  class CookieSocket extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers: cookieFor(address) });
    }
  }
  globalThis.WebSocket = CookieSocket as unknown as typeof globalThis.WebSocket;
}

/** A device of whoever this client is signed in as. */
export async function openDevice(serverUrl: string, who: Client): Promise<Device> {
  const line = await openLine(serverUrl);
  jar.set(new URL(line.url).port, [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
  const network = new EventTarget();
  Object.assign(globalThis, { addEventListener: network.addEventListener.bind(network) });
  const socket = createSocket({
    url: `${line.url.replace('http', 'ws')}/graphql`,
    language: () => 'en',
    now: () => Date.now(),
  });
  const ends: (() => void)[] = [];
  inUse.add(async () => {
    // The plug first: a line that is left in good order is kept for a while, for the next page.
    line.block();
    await when(() => socket.state.value.phase !== 'open', 'the line is closed');
    for (const end of ends) end();
    network.dispatchEvent(new Event('online'));
    await line.close();
  });
  return {
    line,
    socket,
    onClose: (end) => void ends.push(end),
    request: createRequest({ url: `${line.url}/graphql`, language: () => 'en' }),
    newId: createUuid7({
      now: () => Date.now(),
      fillRandom: (bytes) => crypto.getRandomValues(bytes),
    }),
    loseNetwork: () => void network.dispatchEvent(new Event('offline')),
    findNetwork: () => void network.dispatchEvent(new Event('online')),
  };
}

const timesAsFast = 25;

/** A day's patience in an hour: pauses that a person would not notice are shorter still. */
export const quickClock: LiveClock = {
  now: () => Date.now(),
  after: (ms, ring) => {
    const timer = setTimeout(ring, ms / timesAsFast);
    return () => clearTimeout(timer);
  },
};
