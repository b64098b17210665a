import { describe, expect, test } from '@jest/globals';
import { createGraphqlRequest, RequestRefused, TransientFailure } from './graphql-client.ts';

/** A client whose network answers as told; `sent` keeps what went out. */
function createClient(answer: () => Response | Promise<Response>) {
  const sent: { readonly url: string; readonly init: RequestInit }[] = [];
  const fetchOnce = (async (url: URL, init: RequestInit) => {
    sent.push({ url: url.href, init });
    return answer();
  }) as typeof fetch;
  const request = createGraphqlRequest({
    url: 'http://127.0.0.1:4000',
    token: 'secret',
    locale: 'en',
    fetch: fetchOnce,
  });
  return { request, sent };
}

const failed = (code: string) => ({
  errors: [{ message: `It is ${code}.`, extensions: { code } }],
  data: null,
});

describe('a request', () => {
  test('goes to /graphql with the token and the variables, and resolves to the data', async () => {
    const { request, sent } = createClient(() => Response.json({ data: { ok: true } }));
    expect(await request('query', { text: '“好” \u0000' })).toEqual({ ok: true });
    expect(sent[0]?.url).toBe('http://127.0.0.1:4000/graphql');
    expect(new Headers(sent[0]?.init.headers).get('authorization')).toBe('Bearer secret');
    expect(JSON.parse(sent[0]?.init.body as string)).toEqual({
      query: 'query',
      variables: { text: '“好” \u0000' },
    });
  });

  test.each([
    [
      'a refused connection',
      () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') })),
    ],
    ['a gateway without a server', () => new Response('<html>', { status: 502 })],
    ['a throttle', () => Response.json({}, { status: 429 })],
    ['a throttled operation', () => Response.json(failed('RATE_LIMITED'))],
    ['a fault of the server', () => Response.json(failed('INTERNAL'), { status: 500 })],
    ['half an answer', () => new Response('{"data":{"appe')],
  ])('may be tried again after %s', async (_, answer) => {
    const { request } = createClient(answer);
    await expect(request('query', {})).rejects.toBeInstanceOf(TransientFailure);
  });

  test.each([
    ['no session', () => Response.json(failed('UNAUTHENTICATED'))],
    ['bad input', () => Response.json(failed('BAD_INPUT'), { status: 400 })],
    ['an address that is no GraphQL server', () => new Response('Not found', { status: 404 })],
  ])('is refused for %s', async (_, answer) => {
    const { request } = createClient(answer);
    await expect(request('query', {})).rejects.toBeInstanceOf(RequestRefused);
  });

  test('passes on how long the server asks to wait', async () => {
    const { request } = createClient(() =>
      Response.json({}, { status: 429, headers: { 'retry-after': '7' } }),
    );
    await expect(request('query', {})).rejects.toMatchObject({ retryAfterMs: 7000 });
  });
});
