import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { post, send } from './wire.ts';

const perMinute = 10;
const world = await startWorld({ env: { LIMIT_REQUESTS_PER_MINUTE: String(perMinute) } });
const query = '{ serviceInfo { version } }';

test('an address that asks too often is told to wait, in its language, and how long; health goes on', async () => {
  const answers = [];
  for (let i = 0; i < perMinute + 3; i += 1) answers.push(await post(world.url, { query }));
  expect(answers.map(({ status }) => status)).toEqual([
    ...Array<number>(perMinute).fill(200),
    ...Array<number>(3).fill(429),
  ]);
  const { headers, errors } = answers.at(-1)!;
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(errors).toEqual([
    {
      message: `Too many requests. Please try again in ${seconds} seconds.`,
      extensions: { code: 'RATE_LIMITED', retryAfterSeconds: seconds },
    },
  ]);
  const zh = await post(world.url, { query }, { 'accept-language': 'zh-CN' });
  expect(zh.errors![0]!.message).toMatch(/^请求过于频繁，请在 \d+ 秒后再试。$/);
  expect((await send(`${world.url}/healthz`)).status).toBe(200);
});

test('a header that claims another address buys nothing where no proxy is trusted', async () => {
  const answer = await post(world.url, { query }, { 'x-forwarded-for': '203.0.113.9' });
  expect(answer.status).toBe(429);
});
