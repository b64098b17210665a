/**
 * A GraphQL document that knows its result and variables. The phantom member exists in types alone:
 * at run time a document is a plain string.
 */
export type TypedDocument<Result, Variables> = string & {
  readonly __types?: (variables: Variables) => Result;
};

/** Sends one operation and returns its `data`; throws `ApiError` or `NetworkError`. Passed in where tests need their own. */
export type Request = <Result, Variables>(
  document: TypedDocument<Result, Variables>,
  ...rest: ArgumentsFor<Variables>
) => Promise<Result>;

export type ArgumentsFor<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: RequestOptions]
    : [variables: Variables, options?: RequestOptions];

export interface RequestOptions {
  /** Aborting rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Lets the browser finish the request after the page is gone. */
  readonly keepalive?: boolean;
}

/** The server answered, and the answer is no. `message` is already in the reader's language. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  /** What to quote to support; absent where the server made none. */
  readonly requestId: string | undefined;

  constructor({ code, message, requestId }: { code: string; message: string; requestId?: string }) {
    super(message);
    this.code = code;
    this.requestId = requestId;
  }
}

/** Nobody answered: offline, a dropped line, a server that restarts. Trying again may work. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

interface ClientOptions {
  readonly url: string;
  readonly language: () => string;
  /** What proves a right that no cookie carries. */
  readonly proof?: () => object | undefined;
  /** Called when the server says that nobody is signed in (any more). */
  readonly onUnauthenticated?: () => void;
}

interface WireError {
  readonly message?: string;
  readonly extensions?: { readonly code?: string; readonly requestId?: string };
}

interface WireBody<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly WireError[];
}

/** The only fetch of the client: everything else calls the `request` it makes. */
export function createRequest({ url, language, proof, onUnauthenticated }: ClientOptions): Request {
  return async (document, ...[variables, options]) => {
    const response = await reach(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': language(),
        'apollo-require-preflight': '1',
        ...proof?.(),
      },
      body: JSON.stringify({ query: document, variables }),
      signal: options?.signal ?? null,
      keepalive: options?.keepalive ?? false,
    });
    try {
      return await readResult(response);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') onUnauthenticated?.();
      throw error;
    }
  };
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw init.signal.reason;
    throw new NetworkError('The server could not be reached.', { cause: error });
  }
}

async function readResult<Result>(response: Response): Promise<Result> {
  const body = await readBody<Result>(response);
  const [first] = body.errors ?? [];
  if (first !== undefined) throw toApiError(first);
  if (body.data == null) throw new ApiError({ code: 'INTERNAL', message: `HTTP ${response.status}` });
  return body.data;
}

/** A proxy that answers 502 with a page of HTML is a dropped line, not an answer of ours. */
async function readBody<Result>(response: Response): Promise<WireBody<Result>> {
  try {
    return (await response.json()) as WireBody<Result>;
  } catch (error) {
    throw new NetworkError(`HTTP ${response.status}`, { cause: error });
  }
}

/** Top-level errors come in one shape over HTTP and over the socket alike. */
export function toApiError({ message, extensions }: WireError): ApiError {
  return new ApiError({
    code: extensions?.code ?? 'INTERNAL',
    message: message ?? '',
    ...(extensions?.requestId === undefined ? {} : { requestId: extensions.requestId }),
  });
}
