import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { post, send } from './wire.ts';

const world = await startWorld();
const graphql = `${world.url}/graphql`;
const version = '{ serviceInfo { version } }';
const wellMeant = { 'content-type': 'application/json' };

describe('requests that a page elsewhere could make a browser send', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'as %s are refused',
    async (type) => {
      const body = JSON.stringify({ query: 'mutation { logOut { sessionsEnded } }' });
      const answer = await post(world.url, body, { 'content-type': type });
      expect([400, 415]).toContain(answer.status);
      expect(answer.text).not.toContain('sessionsEnded"');
    },
  );

  test('a query by GET, without a header that only a program sets, is refused', async () => {
    const address = `${graphql}?query=${encodeURIComponent(version)}`;
    expect((await send(address)).status).toBe(400);
    expect((await send(address, { headers: wellMeant })).status).toBe(200);
  });

  test('a mutation by GET is refused, header or not', async () => {
    const address = `${graphql}?query=${encodeURIComponent('mutation { logOut { sessionsEnded } }')}`;
    expect((await send(address, { headers: wellMeant })).status).toBe(405);
  });

  test('no page elsewhere is told that it may read the answer', async () => {
    const { headers } = await post(world.url, { query: version }, { origin: 'https://elsewhere.example' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('requests that are too much', () => {
  test('many operations in one request are refused', async () => {
    const answer = await post(world.url, Array(10).fill({ query: version }));
    expect(answer.status).toBe(400);
    expect(answer.errors).toHaveLength(1);
  });

  test('a body over the limit is refused with 413, in the shape of every other error', async () => {
    const answer = await post(world.url, { query: version, extensions: { padding: 'x'.repeat(1_100_000) } });
    expect(answer.status).toBe(413);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }]);
  });

  test.each([
    '{"query":',
    'null',
    '"words"',
    '[]',
    '{}',
    '{"query":7}',
    '{"query":"{ me { id } }","variables":7}',
  ])('the body %s is refused with one error', async (body) => {
    const answer = await post(world.url, body);
    expect(answer.status).toBe(400);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors![0]!.extensions).toEqual({ code: 'BAD_INPUT' });
  });

  test.each([
    '{"query":',
    '{}',
    '{"query":"{ me { id } }","variables":7}',
    `{"query":"${'#'.repeat(15_001)}"}`,
  ])('and told in the language of whoever sent it: %.20s', async (body) => {
    const { errors } = await post(world.url, body, { 'accept-language': 'zh-CN' });
    expect(errors![0]!.message).toMatch(/\p{Script=Han}/u);
  });

  test('a body that names a prototype is refused or ignored, and changes nothing', async () => {
    await post(world.url, '{"query":"{ me { id } }","__proto__":{"polluted":true}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test('there is no page for trying queries', async () => {
  const answer = await send(graphql, { headers: { accept: 'text/html' } });
  expect(answer.status).toBe(400);
  expect(answer.text).not.toMatch(/<html|graphiql/i);
});

test('an address that is not there is answered plainly, without naming what serves it', async () => {
  const { status, text, headers } = await send(`${world.url}/api/nothing`);
  expect(status).toBe(404);
  expect(text).not.toMatch(/route|fastify|express/i);
  expect(headers.get('x-powered-by')).toBeNull();
});
