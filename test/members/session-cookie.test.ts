import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { Client } from '../support/client.ts';
import { startWorld } from '../support/world.ts';
import { documentOf, whoIs } from './acts.ts';

const world = await startWorld();
const securePort = await freePort();
await startWorld({ env: { PORT: String(securePort), PUBLIC_URL: 'https://notes.example.com' } });
const registration = { username: 'lin', password: 'gate-lamp-river', displayName: 'Lin' };
await world.visitor().data(documentOf('registerMember'), { input: registration });

const logInOf = (remember: boolean) => ({
  input: { username: registration.username, password: registration.password, remember },
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a session’s cookie is out of reach of scripts and of other sites, and ends with the browser', async () => {
  const answer = await world.visitor().request(documentOf('logIn'), logInOf(false));
  const [cookie = '', ...more] = answer.headers.getSetCookie();
  expect(more).toEqual([]);
  expect(cookie).toMatch(/^scribecast_session=[\w-]{43};/);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
  expect(cookie).toMatch(/; Path=\//);
  expect(cookie).not.toMatch(/Expires|Max-Age|Domain/i);
});

test('a remembered session’s cookie lasts for thirty days', async () => {
  const answer = await world.visitor().request(documentOf('logIn'), logInOf(true));
  const until = Date.parse(/Expires=([^;]+)/.exec(answer.headers.getSetCookie().join())?.[1] ?? '');
  const days = (until - world.clock.now().getTime()) / 86_400_000;
  expect(days).toBeGreaterThan(29.9);
  expect(days).toBeLessThanOrEqual(30);
});

test('a session that is brought along is never taken over by a log-in', async () => {
  const victim = world.visitor();
  victim.cookies.set('scribecast_session', 'a'.repeat(43));
  const answer = await victim.request(documentOf('logIn'), logInOf(false));
  expect(answer.headers.getSetCookie().join()).not.toContain('a'.repeat(43));
  expect(await whoIs(victim)).toBe('lin');
});

test('over TLS the cookie is bound to the host and never sent in the open', async () => {
  const visitor = new Client(`http://127.0.0.1:${securePort}`);
  const answer = await visitor.request(documentOf('registerMember'), { input: registration });
  expect(answer.headers.getSetCookie().join()).toMatch(
    /^__Host-scribecast_session=[\w-]{43}; (?=.*Secure)(?=.*Path=\/)(?!.*Domain)/,
  );
  expect(await whoIs(visitor)).toBe('lin');
});
