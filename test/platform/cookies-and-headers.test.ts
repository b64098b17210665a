import { describe, expect, test } from '@jest/globals';
import { Client } from '../support/client.ts';
import { openRoom } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { freePort, post, send } from './wire.ts';

const plain = (await startWorld()).url;
const port = await freePort();
await startWorld({ env: { PORT: String(port), PUBLIC_URL: 'https://scribecast.example' } });
/** Where it listens; its own url is the one by which people come. */
const secure = `http://127.0.0.1:${port}`;

/** The cookies that a new member gets, and those that a guest of theirs gets. */
async function cookiesFrom(url: string): Promise<readonly string[]> {
  const registration = await post(url, {
    query: `mutation { registerMember(input: { username: "baker", password: "a good long password", displayName: "B" }) {
      ... on RegisterMemberSuccess { token } } }`,
  });
  const owner = new Client(url);
  owner.token = (JSON.parse(registration.text) as Registered).data.registerMember.token;
  const { shareCode, viewPassword } = await openRoom(owner as SignedInClient, { isLive: false });
  const entry = await post(url, {
    query: `mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) { __typename } }`,
    variables: { input: { shareCode, viewPassword, nickname: 'Guest' } },
  });
  return [...registration.headers.getSetCookie(), ...entry.headers.getSetCookie()];
}

interface Registered {
  readonly data: { readonly registerMember: { readonly token: string } };
}

describe('the cookies of members and guests', () => {
  test('are out of reach for scripts and for other sites', async () => {
    const cookies = await cookiesFrom(plain);
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^(?!__Host-)\w+=[\w-]{43}; Path=\/; .*HttpOnly; SameSite=Lax$/);
    }
  });

  test('are bound to the host and to TLS where people come by TLS', async () => {
    const cookies = await cookiesFrom(secure);
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-\w+=[\w-]{43}; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
      expect(cookie).not.toMatch(/Domain/i);
    }
  });
});

describe('the headers of a page', () => {
  test('keep scripts, frames and referrers at home', async () => {
    const { headers } = await send(`${plain}/`, { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy')!;
    expect(policy.split(';')).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    // Besides our own files only what was built into the page itself, by its hash.
    for (const rule of ['script-src', 'style-src'])
      expect(policy).toMatch(new RegExp(`;${rule} 'self'( 'sha256-[\\w+/]{43}=')*;`));
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('ask browsers to come by TLS from now on, where people come by TLS', async () => {
    const { headers } = await send(`${secure}/`);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  });

  test.each(['/graphql', '/healthz', '/r/ANYCODE', '/nothing.js'])('stand on %s too', async (path) => {
    const { headers } = await send(`${plain}${path}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  test('let nobody keep an answer', async () => {
    const { headers } = await post(plain, { query: '{ me { id } }' });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
