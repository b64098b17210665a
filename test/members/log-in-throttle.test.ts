import { expect, test } from '@jest/globals';
import type { Client } from '../support/client.ts';
import { startWorld } from '../support/world.ts';
import { act, type Outcome } from './acts.ts';

const world = await startWorld({ env: { TRUSTED_PROXIES: '1' } });

/** A visitor from another network address. */
function visitorFrom(address: string): Client {
  const client = world.visitor();
  const headers = client.headers.bind(client);
  return Object.assign(client, { headers: () => ({ ...headers(), 'x-forwarded-for': address }) });
}

const wrong = (username: string) => ({ username, password: 'not the password' });

async function typesOfAliased(client: Client, username: string, count: number): Promise<readonly string[]> {
  const aliases = Array.from({ length: count }, (_, i) => `a${i}: logIn(input: $input) { __typename }`);
  const data = await client.data<Record<string, Outcome>>(
    `mutation ($input: LogInInput!) { ${aliases.join(' ')} }`,
    {
      input: wrong(username),
    },
  );
  return Object.values(data).map(({ __typename }) => __typename);
}

test('attempts in one request count one by one, and stop after five', async () => {
  const { username } = await world.member();
  const types = await typesOfAliased(visitorFrom('203.0.113.1'), username, 10);
  expect(types).toEqual([
    ...Array.from({ length: 5 }, () => 'WrongCredentials'),
    ...Array.from({ length: 5 }, () => 'TooManyAttempts'),
  ]);
});

test('an unknown name is throttled like a known one', async () => {
  const types = await typesOfAliased(visitorFrom('203.0.113.2'), 'nobody-here', 7);
  expect(types.slice(4)).toEqual(['WrongCredentials', 'TooManyAttempts', 'TooManyAttempts']);
});

test('while guessing goes on elsewhere, the member gets in from their own address', async () => {
  const { username, password } = await world.member();
  await typesOfAliased(visitorFrom('203.0.113.3'), username, 10);
  const guesser = await act(visitorFrom('203.0.113.3'), 'logIn', { username, password });
  expect(guesser).toMatchObject({ __typename: 'TooManyAttempts', retryAfterSeconds: expect.any(Number) });
  expect(await act(visitorFrom('198.51.100.7'), 'logIn', { username, password })).toMatchObject({
    __typename: 'LogInSuccess',
  });
});

test('spelling the name in another way opens no new account of attempts', async () => {
  const { username } = await world.member('Dora');
  const visitor = visitorFrom('203.0.113.4');
  await typesOfAliased(visitor, username, 5);
  expect(await typesOfAliased(visitor, username.toUpperCase(), 1)).toEqual(['TooManyAttempts']);
});

test('changing the address within one IPv6 network opens no new account of attempts', async () => {
  const { username } = await world.member();
  await typesOfAliased(visitorFrom('2001:db8:1:2::1'), username, 5);
  expect(await typesOfAliased(visitorFrom('2001:db8:1:2::2'), username, 1)).toEqual(['TooManyAttempts']);
});

test('a throttled attempt is refused before anything is hashed', async () => {
  const { username, password } = await world.member();
  const visitor = visitorFrom('203.0.113.5');
  await typesOfAliased(visitor, username, 5);
  // The hash is broken, so that looking at it would be seen.
  await world.sql(`update members set password_hash = 'broken' where username = $1`, [username]);
  expect(await act(visitor, 'logIn', { username, password })).toMatchObject({
    __typename: 'TooManyAttempts',
  });
});
