import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { documentOf } from './acts.ts';

const world = await startWorld({ env: { LIMIT_HASHES_AT_ONCE: '1', LIMIT_HASHES_WAITING: '3' } });

interface Answer {
  readonly data: { readonly logIn?: { readonly __typename: string } } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const newPassword = 'a password set meanwhile';

/** Logs in with the new password; tells what came of it. */
async function logIn(username: string): Promise<string | undefined> {
  const { data, errors } = (await world
    .visitor()
    .request(documentOf('logIn'), { input: { username, password: newPassword } })) as unknown as Answer;
  return data?.logIn?.__typename ?? errors?.[0]?.extensions.code;
}

test('a log-in looks nobody up before its turn, and one for which there is no room is refused meanwhile', async () => {
  const { id, username } = await world.member();
  const { hasher } = world.app.house;
  const newHash = await hasher.hash(newPassword);
  const gate = Promise.withResolvers<void>();
  const turn = hasher.inTurn(() => gate.promise);

  const logIns = Array.from({ length: 4 }, () => logIn(username));
  expect(await Promise.race(logIns)).toBe('RATE_LIMITED');
  // Three wait now. Had they looked already, they would hold the old hash.
  await world.sql('update members set password_hash = $1 where id = $2', [newHash, id]);
  gate.resolve();
  await turn;
  expect((await Promise.all(logIns)).sort()).toEqual([
    'LogInSuccess',
    'LogInSuccess',
    'LogInSuccess',
    'RATE_LIMITED',
  ]);
});
