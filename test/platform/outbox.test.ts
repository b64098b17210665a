import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

/** A member of whom nobody has heard: no news was made of them. */
async function unheardMember(): Promise<string> {
  const id = v7();
  await world.sql(
    `insert into members (id, username, username_key, display_name, locale, time_zone, role, password_hash, created_at)
     values ($1::uuid, $1::text, $1::text, 'Unheard', 'en', 'UTC', 'MEMBER', '-', now())`,
    [id],
  );
  return id;
}

/** The gifts that the ledger gave when it heard of the member. */
const giftsOf = async (memberId: string): Promise<readonly number[]> =>
  (
    await world.sql(
      `select e.amount::int as points from ledger_entries e join accounts a on a.id = e.account_id
       where a.member_id = $1 and a.kind = 'CARD_POINTS'`,
      [memberId],
    )
  ).map(({ points }) => points as number);

interface Message {
  readonly attempts: number;
  readonly isDelivered: boolean;
  readonly isTaken: boolean;
}

const messagesOf = async (memberId: string): Promise<readonly Message[]> =>
  (await world.sql(
    `select attempts, delivered_at is not null as "isDelivered", coalesce(taken_until > now(), false) as "isTaken"
     from outbox_messages where kind = 'memberRegistered' and payload->>'memberId' = $1 order by id`,
    [memberId],
  )) as unknown as readonly Message[];

/** As if so much time had gone by since the member's news was written and taken. */
const ageNews = (memberId: string, minutes: number): Promise<unknown> =>
  world.sql(
    `update outbox_messages set created_at = created_at - $2 * interval '1 minute',
       taken_until = taken_until - $2 * interval '1 minute' where payload->>'memberId' = $1`,
    [memberId, minutes],
  );

/** The world's own job relays as well; whoever comes first, it is delivered in the end. */
async function relayUntilDelivered(memberId: string): Promise<void> {
  const { outbox } = world.app.house;
  while (!(await messagesOf(memberId)).every(({ isDelivered }) => isDelivered)) {
    await Promise.all([outbox.relay(), outbox.relay(), outbox.relay()]);
  }
}

async function dieBeforeDelivering(memberId: string, when: string): Promise<void> {
  const program = 'test/platform/outbox/dying-process.ts';
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, world.app.house.config.databaseUrl!, memberId, when],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

describe('news of an act', () => {
  test.each(['before', 'after'])(
    'whose process was killed %s it answered and before it told anybody is told by another, and has its effect once',
    async (when) => {
      const memberId = await unheardMember();
      await dieBeforeDelivering(memberId, when);
      expect(await messagesOf(memberId)).toEqual([{ attempts: 0, isDelivered: false, isTaken: true }]);

      await ageNews(memberId, 0.5);
      await world.app.house.outbox.relay();
      // The dead one may still be at it, as far as anybody can tell.
      expect(await giftsOf(memberId)).toEqual([]);

      await ageNews(memberId, 1);
      await relayUntilDelivered(memberId);
      expect(await giftsOf(memberId)).toEqual([60]);
    },
  );

  test('that is told twice, because its teller died in between, has its effect once', async () => {
    const { id: memberId } = await world.member();
    expect(await giftsOf(memberId)).toEqual([60]);
    await world.sql(
      `update outbox_messages set delivered_at = null, taken_until = null where payload->>'memberId' = $1`,
      [memberId],
    );
    await ageNews(memberId, 1);
    await relayUntilDelivered(memberId);
    expect(await giftsOf(memberId)).toEqual([60]);
  });

  test('is kept when a listener fails, told again later, and neither the act nor other listeners suffer', async () => {
    const heard: string[] = [];
    world.app.house.outbox.on('memberRegistered', ({ memberId }) => {
      heard.push(memberId);
      return heard.length === 1 ? Promise.reject(new Error('not now')) : Promise.resolve();
    });
    const { id: memberId } = await world.member();
    expect(heard).toEqual([memberId]);
    expect(await messagesOf(memberId)).toEqual([{ attempts: 1, isDelivered: false, isTaken: false }]);
    expect(await giftsOf(memberId)).toEqual([60]);

    await ageNews(memberId, 1);
    await relayUntilDelivered(memberId);
    expect(heard).toEqual([memberId, memberId]);
    expect(await giftsOf(memberId)).toEqual([60]);
  });
});
