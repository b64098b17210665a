import { createClient, type Client as SocketClient, type ExecutionResult } from 'graphql-ws';
import WebSocket from 'ws';

export interface Answer<Data = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

/** A front end in miniature: GraphQL over HTTP and over a socket, with a bearer token and a jar of cookies. */
export class Client {
  readonly url: string;
  token: string | null = null;
  locale = 'en';
  readonly cookies = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  /** Sends an operation; returns whatever comes back. */
  async request<Data = Record<string, unknown>>(
    query: string,
    variables: object = {},
  ): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: this.headers(),
      body: JSON.stringify({ query, variables }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const body = (await response.json()) as Pick<Answer<Data>, 'data' | 'errors'>;
    return {
      status: response.status,
      headers: response.headers,
      data: body.data ?? null,
      errors: body.errors,
    };
  }

  /** Sends an operation that must have no top-level error; returns its data. */
  async data<Data = Record<string, unknown>>(query: string, variables: object = {}): Promise<Data> {
    const answer = await this.request<Data>(query, variables);
    if (answer.errors || !answer.data) throw new Error(`${JSON.stringify(answer.errors)} (${answer.status})`);
    return answer.data;
  }

  /** Subscribes; what comes is kept, in order. */
  subscribe<Data = Record<string, unknown>>(query: string, variables: object = {}): Live<Data> {
    return new Live<Data>(this.#socket(), query, variables);
  }

  headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      'content-type': 'application/json',
      'accept-language': this.locale,
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      ...(cookie ? { cookie } : {}),
    };
  }

  #socket(): SocketClient {
    const { cookie } = this.headers();
    class Socket extends WebSocket {
      constructor(address: string, protocols: string | string[]) {
        super(address, protocols, { headers: cookie ? { cookie } : {} });
      }
    }
    return createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Socket,
      retryAttempts: 0,
      lazy: true,
      connectionParams: {
        locale: this.locale,
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
    });
  }
}

/** A running subscription: what came, whether it ended, and how. */
export class Live<Data> {
  readonly items: Data[] = [];
  readonly errors: unknown[] = [];
  isOver = false;
  closeCode: number | null = null;
  readonly #socket: SocketClient;
  readonly #stop: () => void;
  #isConnected = false;
  #changed: (() => void)[] = [];

  constructor(socket: SocketClient, query: string, variables: object) {
    this.#socket = socket;
    socket.on('connected', () => this.#change(() => (this.#isConnected = true)));
    socket.on('closed', (event) =>
      this.#change(() => (this.closeCode = (event as { code?: number }).code ?? null)),
    );
    this.#stop = socket.subscribe<Data>(
      { query, variables: { ...variables } },
      {
        next: (result: ExecutionResult<Data, unknown>) =>
          this.#change(() => {
            if (result.data) this.items.push(result.data);
            this.errors.push(...(result.errors ?? []));
          }),
        error: (error) =>
          this.#change(() => {
            this.errors.push(...(Array.isArray(error) ? (error as unknown[]) : [error]));
            this.isOver = true;
          }),
        complete: () => this.#change(() => (this.isOver = true)),
      },
    );
  }

  /** Resolves once the condition holds; it is looked at whenever anything comes. */
  async until(condition: (live: this) => boolean, waitMs = 10_000): Promise<this> {
    const deadline = Date.now() + waitMs;
    while (!condition(this)) {
      const left = deadline - Date.now();
      if (left <= 0)
        throw new Error(
          `It did not come about. Items: ${JSON.stringify(this.items)} Errors: ${JSON.stringify(this.errors)}`,
        );
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#changed.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return this;
  }

  /** Resolves when so many items have come; returns them. */
  async first(count: number): Promise<readonly Data[]> {
    return (await this.until((live) => live.items.length >= count)).items.slice(0, count);
  }

  /** Resolves when the socket is open; the operation itself is on its way then. */
  async connected(): Promise<this> {
    return this.until(() => this.#isConnected);
  }

  /** Unsubscribes and closes the socket. */
  async close(): Promise<void> {
    this.#stop();
    await this.#socket.dispose();
  }

  #change(apply: () => void): void {
    apply();
    for (const wake of this.#changed.splice(0)) wake();
  }
}
