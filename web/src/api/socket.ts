import { signal, type ReadonlySignal } from '@preact/signals';
import type { Client } from 'graphql-ws';

import { toApiError, type ApiError, type TypedDocument } from './client.ts';

/** Where the one socket stands. `sinceMs` is when this state began, `closeCode` what ended the last line. */
export interface SocketState {
  readonly phase: 'idle' | 'connecting' | 'open' | 'offline';
  readonly sinceMs: number;
  readonly closeCode: number | undefined;
}

export interface Sink<Result> {
  readonly next: (result: Result) => void;
  /** The server refused or ended the operation; it is over. A dropped line never comes here. */
  readonly error: (error: ApiError) => void;
  /** The server had nothing more to say. */
  readonly complete?: () => void;
}

export interface LiveSocket {
  readonly state: ReadonlySignal<SocketState>;
  /**
   * Subscribes until the returned function is called. A dropped line is taken up again for ever, and
   * `variables` is asked anew each time: that is how a feed resumes from the last number it applied.
   */
  readonly subscribe: <Result, Variables>(
    document: TypedDocument<Result, Variables>,
    variables: () => Variables,
    sink: Sink<Result>,
  ) => () => void;
  /**
   * Drops the line, and connects again now if anybody listens. To be called when who this is has changed:
   * the server knows a line by the cookies it was opened with.
   */
  readonly reconnect: () => void;
}

interface SocketOptions {
  readonly url: string;
  readonly language: () => string;
  /** What proves a right that no cookie carries; said anew on each line. */
  readonly proof?: () => object | undefined;
  readonly now: () => number;
}

/** A dead line is noticed within `pingEveryMs + pongWithinMs`. */
const pingEveryMs = 5_000;
const pongWithinMs = 4_000;
const ackWithinMs = 8_000;
const idleCloseMs = 5_000;
const retryFirstMs = 400;
const retryLongestMs = 10_000;

/** The close code of a socket whose session has ended. */
export const sessionEndedCloseCode = 4403;

/** One lazy graphql-ws client for the page; its code is loaded with the first subscription. */
export function createSocket({ url, language, proof, now }: SocketOptions): LiveSocket {
  const state = signal<SocketState>({ phase: 'idle', sinceMs: now(), closeCode: undefined });
  const enter = (phase: SocketState['phase'], closeCode = state.peek().closeCode): void => {
    const last = state.peek();
    if (last.phase === phase && last.closeCode === closeCode) return;
    // The clock of an outage runs from its start, not from the latest attempt.
    const sinceMs = last.phase === phase || isDown(last.phase, phase) ? last.sinceMs : now();
    state.value = { phase, sinceMs, closeCode };
  };
  const patience = createPatience();
  let client: Promise<Client> | undefined;
  const running = new Set<object>();
  const open = (): Promise<Client> =>
    (client ??= connect({
      url,
      language,
      proof,
      enter,
      patience,
      isWanted: () => running.size > 0,
    }));

  const subscribe: LiveSocket['subscribe'] = (document, variables, sink) => {
    const operation = { isOver: false, failures: 0, stop: () => {} };
    running.add(operation);
    const refuse = (error: ApiError): void => {
      running.delete(operation);
      sink.error(error);
    };
    const start = (live: Client): void => {
      if (operation.isOver) return;
      const payload = {
        query: document as string,
        // graphql-ws sends the same payload object again on each new line: a getter keeps it fresh.
        get variables() {
          return variables() as Record<string, unknown>;
        },
      };
      operation.stop = live.subscribe<unknown>(payload, {
        next: ({ data, errors }) => {
          const [first] = errors ?? [];
          if (first !== undefined) return refuse(toApiError(first));
          operation.failures = 0;
          sink.next(data as never);
        },
        error: (cause) => {
          if (Array.isArray(cause)) return refuse(toApiError(cause[0] as object));
          // A close code that graphql-ws holds for final: the page still wants its line back.
          enter('offline', closeCodeOf(cause));
          void patience.wait(operation.failures++).then(() => start(live));
        },
        complete: () => {
          running.delete(operation);
          sink.complete?.();
        },
      });
    };
    const begin = (): void => {
      open().then(start, () => {
        // The chunk itself could not be loaded: that is being offline, too.
        client = undefined;
        enter('offline');
        void patience.wait(operation.failures++).then(() => operation.isOver || begin());
      });
    };
    begin();
    return () => {
      operation.isOver = true;
      running.delete(operation);
      operation.stop();
    };
  };

  const reconnect = (): void => {
    patience.cutShort();
    void client?.then((live) => live.terminate());
  };
  watchNetwork({ lost: () => void client?.then((live) => live.terminate()), found: patience.cutShort });
  return { state, subscribe, reconnect };
}

function isDown(last: SocketState['phase'], next: SocketState['phase']): boolean {
  return (last === 'offline' && next === 'connecting') || (last === 'connecting' && next === 'offline');
}

interface Patience {
  readonly wait: (attempt: number) => Promise<void>;
  readonly cutShort: () => void;
}

/** Waits with growing, jittered pauses that a returning network cuts short. */
function createPatience(): Patience {
  const waiting = new Set<() => void>();
  return {
    wait: (attempt) =>
      new Promise((resolve) => {
        const longest = Math.min(retryLongestMs, retryFirstMs * 2 ** attempt);
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, longest / 2 + (Math.random() * longest) / 2);
        waiting.add(done);
      }),
    cutShort: () => waiting.forEach((done) => done()),
  };
}

interface ConnectOptions extends Pick<SocketOptions, 'proof'> {
  readonly url: string;
  readonly language: () => string;
  readonly enter: (phase: SocketState['phase'], closeCode?: number) => void;
  readonly patience: Patience;
  /** Somebody listens: only then is a closed line an outage. */
  readonly isWanted: () => boolean;
}

async function connect({ url, language, proof, enter, patience, isWanted }: ConnectOptions): Promise<Client> {
  const { createClient } = await import('graphql-ws');
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  const client: Client = createClient({
    url,
    connectionParams: () => ({ locale: language(), ...proof?.() }),
    connectionAckWaitTimeout: ackWithinMs,
    lazyCloseTimeout: idleCloseMs,
    keepAlive: pingEveryMs,
    retryAttempts: Infinity,
    retryWait: (retries) => patience.wait(retries),
    shouldRetry: () => true,
    on: {
      connecting: () => enter('connecting'),
      connected: () => enter('open'),
      closed: (event) => {
        clearTimeout(pongTimer);
        const code = closeCodeOf(event);
        enter(code !== 1000 && isWanted() ? 'offline' : 'idle', code);
      },
      ping: (isReceived) => {
        if (isReceived) return;
        clearTimeout(pongTimer);
        pongTimer = setTimeout(() => client.terminate(), pongWithinMs);
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(pongTimer);
      },
    },
  });
  return client;
}

function closeCodeOf(cause: unknown): number | undefined {
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'number' ? code : undefined;
}

function watchNetwork({ lost, found }: { lost: () => void; found: () => void }): void {
  // The tests of faults run this client outside of a browser, where nothing tells of the network.
  const { addEventListener } = globalThis as Partial<Pick<EventTarget, 'addEventListener'>>;
  addEventListener?.call(globalThis, 'offline', lost);
  addEventListener?.call(globalThis, 'online', found);
}
