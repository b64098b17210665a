import { createServer, type AddressInfo } from 'node:net';
import WebSocket from 'ws';

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** An error as it comes over the wire. */
export interface WireError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What came back for one request that no client library has made nice. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Null when the body is no JSON, or tells of no errors. */
  readonly errors: readonly WireError[] | null;
}

/** Posts a body as it is given. */
export async function post(
  url: string,
  body: string | object,
  headers: Readonly<Record<string, string>> = {},
): Promise<WireAnswer> {
  return send(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Sends whatever request. */
export async function send(address: string, init: RequestInit = {}): Promise<WireAnswer> {
  const response = await fetch(address, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, errors: errorsIn(text) };
}

function errorsIn(text: string): readonly WireError[] | null {
  try {
    return (JSON.parse(text) as { errors?: readonly WireError[] }).errors ?? null;
  } catch {
    return null;
  }
}

/** A message of the graphql-transport-ws protocol. */
export interface Frame {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A socket without a client library: what is sent is what is written here. */
export class WireSocket {
  readonly frames: Frame[] = [];
  closed: { readonly code: number; readonly reason: string } | null = null;
  /** The status with which the server refused the upgrade. */
  refusedWith: number | null = null;
  readonly #socket: WebSocket;
  #wake: (() => void)[] = [];

  constructor(
    url: string,
    options: {
      readonly protocol?: string | null;
      readonly headers?: Readonly<Record<string, string>>;
      readonly path?: string;
    } = {},
  ) {
    const { protocol = 'graphql-transport-ws', headers = {}, path = '/graphql' } = options;
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, protocol === null ? [] : [protocol], {
      headers: { ...headers },
    });
    this.#socket.on('message', (frame: Buffer) =>
      this.#change(() => this.frames.push(JSON.parse(frame.toString('utf8')) as Frame)),
    );
    this.#socket.on('close', (code, reason) =>
      this.#change(() => (this.closed = { code, reason: reason.toString() })),
    );
    this.#socket.on('unexpected-response', (request, response) => {
      request.destroy();
      this.#change(() => (this.refusedWith = response.statusCode ?? 0));
    });
    this.#socket.on('open', () => this.#change(() => undefined));
    this.#socket.on('error', () => this.#change(() => undefined));
  }

  /** Whether the upgrade was granted. */
  async opened(): Promise<boolean> {
    await this.until(() => this.#socket.readyState !== WebSocket.CONNECTING || this.refusedWith !== null);
    return this.#socket.readyState === WebSocket.OPEN;
  }

  send(frame: Frame | string): this {
    this.#socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
    return this;
  }

  /** Opens, says hello and waits for the answer. */
  async greeted(params: object = { locale: 'en' }): Promise<this> {
    await this.opened();
    this.send({ type: 'connection_init', payload: params });
    return this.until(
      () => this.frames.some(({ type }) => type === 'connection_ack') || this.closed !== null,
    );
  }

  /** The errors with which an operation was answered; null when it was not refused. */
  async errorsOf(id: string): Promise<readonly WireError[] | null> {
    const answers = (): Frame | undefined =>
      this.frames.find((frame) => frame.id === id && ['error', 'next'].includes(frame.type));
    await this.until(() => answers() !== undefined || this.closed !== null);
    const answer = answers();
    if (!answer) throw new Error(`The socket was closed instead: ${JSON.stringify(this.closed)}`);
    if (answer.type === 'error') return answer.payload as readonly WireError[];
    return (answer.payload as { errors?: readonly WireError[] }).errors ?? null;
  }

  /** How the server ended it. */
  async ended(): Promise<number> {
    await this.until(() => this.closed !== null);
    return this.closed!.code;
  }

  async until(condition: () => boolean, waitMs = 10_000): Promise<this> {
    const deadline = Date.now() + waitMs;
    while (!condition()) {
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`It did not come about: ${JSON.stringify(this.frames)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return this;
  }

  /** What both sides agreed on beyond the protocol, such as compression. */
  extensions(): string {
    return this.#socket.extensions;
  }

  close(): void {
    this.#socket.terminate();
  }

  #change(apply: () => void): void {
    apply();
    for (const wake of this.#wake.splice(0)) wake();
  }
}
