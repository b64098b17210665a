import { expect, test } from '@jest/globals';
import type { Client } from '../support/client.ts';
import { startWorld } from '../support/world.ts';
import { act, loggedIn, whoIs } from './acts.ts';

const world = await startWorld();

interface SessionFields {
  readonly id: string;
  readonly address: string;
  readonly device: string;
  readonly isCurrent: boolean;
}

async function sessionsOf(client: Client): Promise<readonly SessionFields[]> {
  const { me } = await client.data<{ me: { sessions: SessionFields[] } }>(
    '{ me { sessions { id device address createdAt lastSeenAt isCurrent } } }',
  );
  return me.sessions;
}

const revoke = (client: Client, sessionId: string): ReturnType<Client['request']> =>
  client.request('mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { revokedId } }', {
    input: { sessionId },
  });

test('a member sees where they are logged in, and which session is this one', async () => {
  const member = await world.member();
  await loggedIn(world, member);
  const sessions = await sessionsOf(member);
  expect(sessions).toHaveLength(2);
  expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
  expect(sessions[0]).toMatchObject({ address: '127.0.0.1', device: 'node' });
});

test('a revoked session is over at once, with its sockets', async () => {
  const member = await world.member();
  const other = await loggedIn(world, member);
  const live = await other.subscribe('subscription { memberFeed { __typename } }').connected();
  const { id } = (await sessionsOf(other)).find(({ isCurrent }) => isCurrent)!;
  expect((await revoke(member, id)).data).toEqual({ revokeSession: { revokedId: id } });
  await live.until(({ closeCode }) => closeCode === 4403);
  expect(await whoIs(other)).toBeNull();
  expect(await sessionsOf(member)).toHaveLength(1);
});

test('somebody else’s session and an unknown one look the same, and stay', async () => {
  const [member, stranger] = [await world.member(), await world.member('stranger')];
  const { id } = (await sessionsOf(member))[0]!;
  const answers = [];
  for (const sessionId of [id, '019d0000-0000-7000-8000-00000000dead', 'not an id'])
    answers.push(await revoke(stranger, sessionId));
  for (const { data, errors } of answers) {
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({
      message: answers[0]?.errors?.[0]?.message,
      extensions: { code: 'NOT_FOUND' },
    });
  }
  expect(await whoIs(member)).toBe(member.username);
});

test('all other sessions can be ended together', async () => {
  const member = await world.member();
  const others = [await loggedIn(world, member), await loggedIn(world, member)];
  expect(await member.data('mutation { endOtherSessions { sessionsEnded } }')).toEqual({
    endOtherSessions: { sessionsEnded: 2 },
  });
  for (const other of others) expect(await whoIs(other)).toBeNull();
  expect(await whoIs(member)).toBe(member.username);
});

test('a member has fifty sessions at most; the one that was unused for longest makes room', async () => {
  const member = await world.member();
  await world.sql(
    `insert into sessions (id, member_id, token_hash, device, address, created_at, last_seen_at, idle_ms, expires_at)
     select gen_random_uuid(), $1, sha256(gen_random_uuid()::text::bytea), 'd', 'a', now(), now() - n * interval '1 second', 1800000, now() + interval '1 hour'
     from generate_series(1, 49) n`,
    [member.id],
  );
  const oldest = await world.sql(
    'select id from sessions where member_id = $1 order by last_seen_at limit 1',
    [member.id],
  );
  await act(world.visitor(), 'logIn', { username: member.username, password: member.password });
  expect(await sessionsOf(member)).toHaveLength(50);
  expect(await world.sql('select id from sessions where id = $1', [oldest[0]?.['id']])).toEqual([]);
});
