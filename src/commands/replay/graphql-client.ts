/** Sends one operation and returns its `data`; rejects with a `TransientFailure` or a `RequestRefused`. */
export type GraphqlRequest = <Data>(
  document: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Data>;

/** Where and as whom to send operations. */
export interface GraphqlClientOptions {
  /** The server's origin, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly token: string | null;
  readonly locale: string;
  readonly fetch: typeof fetch;
  readonly timeoutMs?: number;
}

/** Nobody knows whether the operation was carried out, or it surely was not for now: sending it again may help. */
export class TransientFailure extends Error {
  /** How long the server asks to wait, 0 when it does not say. */
  readonly retryAfterMs: number;

  constructor(message: string, options: { readonly cause?: unknown; readonly retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs ?? 0;
  }
}

/** The server understood and said no: sending the same again would change nothing. */
export class RequestRefused extends Error {}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const timeoutMsDefault = 15_000;
const transientCodes: ReadonlySet<string> = new Set(['INTERNAL', 'RATE_LIMITED']);

/** A GraphQL client over plain HTTP, such as any front end could write. */
export function createGraphqlRequest(options: GraphqlClientOptions): GraphqlRequest {
  const endpoint = new URL('/graphql', options.url);
  const headers = {
    accept: 'application/json',
    'accept-language': options.locale,
    'content-type': 'application/json',
    ...(options.token === null ? {} : { authorization: `Bearer ${options.token}` }),
  };
  return async <Data>(document: string, variables: Readonly<Record<string, unknown>>): Promise<Data> => {
    const response = await send(options, endpoint, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: document, variables }),
      signal: AbortSignal.timeout(options.timeoutMs ?? timeoutMsDefault),
    });
    return dataOf(response.answer, response) as Data;
  };
}

interface Received {
  readonly status: number;
  readonly retryAfterMs: number;
  readonly answer: Answer | null;
}

async function send(options: GraphqlClientOptions, endpoint: URL, init: RequestInit): Promise<Received> {
  try {
    const response = await options.fetch(endpoint, init);
    const text = await response.text();
    const retryAfterSeconds = Number(response.headers.get('retry-after') ?? 0);
    return {
      status: response.status,
      retryAfterMs: Number.isFinite(retryAfterSeconds) ? retryAfterSeconds * 1000 : 0,
      answer: parseAnswer(text),
    };
  } catch (cause) {
    throw new TransientFailure(`${endpoint.origin}: ${reasonOf(cause)}`, { cause });
  }
}

function dataOf(answer: Answer | null, { status, retryAfterMs }: Received): unknown {
  const [error] = answer?.errors ?? [];
  const isTransient = status === 429 || status >= 500 || transientCodes.has(error?.extensions?.code ?? '');
  if (error) {
    if (isTransient) throw new TransientFailure(error.message, { retryAfterMs });
    throw new RequestRefused(error.message);
  }
  if (answer?.data !== undefined && answer.data !== null) return answer.data;
  // Half an answer is what a server leaves behind that is killed while it speaks.
  if (isTransient || status === 200) throw new TransientFailure(`HTTP ${status}`, { retryAfterMs });
  throw new RequestRefused(`HTTP ${status}`);
}

function parseAnswer(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer | null;
  } catch {
    return null;
  }
}

/** `fetch failed` says nothing; the cause below it names the refused connection or the unknown host. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error && cause.cause.message !== '' ? cause.cause.message : cause.message;
}
