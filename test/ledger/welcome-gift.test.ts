import { describe, expect, test } from '@jest/globals';
import { giveWelcomeGift } from '../../src/features/ledger/index.ts';
import { startWorld } from '../support/world.ts';
import { keepBooks } from './books.ts';
import type { Wire } from '../support/wire.ts';

// The queue for password hashes is longer here: what is looked at is what follows from a registration.
const world = await startWorld({ env: { LIMIT_HASHES_WAITING: '1000' } });
keepBooks(world);

const balance = `{ me { cardPoints { balance debt entries { totalCount edges { node { kind amount balanceAfter reason subjectId createdAt } } } } } }`;

describe('the welcome gift', () => {
  test('is there when a newcomer looks for the first time', async () => {
    const newcomer = await world.member();
    const { me } = await newcomer.data<Wire>(balance);
    expect(me.cardPoints).toMatchObject({ balance: 60, debt: 0, entries: { totalCount: 1 } });
    expect(me.cardPoints.entries.edges[0].node).toMatchObject({
      kind: 'WELCOME_GIFT',
      amount: 60,
      balanceAfter: 60,
      reason: 'Welcome gift, valid for 12 months',
      subjectId: null,
    });
  });

  test('is explained in the reader’s language', async () => {
    const newcomer = await world.member();
    newcomer.locale = 'zh-CN';
    const { me } = await newcomer.data<Wire>(balance);
    expect(me.cardPoints.entries.edges[0].node.reason).toBe('新会员赠送（12 个月内有效）');
  });

  test('is a gift lot that ends with the day, twelve months later, by the house’s calendar', async () => {
    const { id } = await world.member();
    const [lot] = await world.sql(
      `select kind, initial::int, remaining::int, to_char(expires_at at time zone 'Asia/Shanghai', 'HH24:MI') as hour,
         (expires_at at time zone 'Asia/Shanghai')::date
           - ((available_at at time zone 'Asia/Shanghai')::date + interval '12 months')::date as days
       from lots where member_id = $1`,
      [id],
    );
    expect(lot).toEqual({ kind: 'GIFT', initial: 60, remaining: 60, hour: '00:00', days: 1 });
  });

  test('is given once, however often the news of a member is heard', async () => {
    const { id } = await world.member();
    await Promise.all(Array.from({ length: 10 }, () => giveWelcomeGift(world.system(), id)));
    expect(
      await world.sql(`select count(*)::int as count from ledger_transactions where member_id = $1`, [id]),
    ).toEqual([{ count: 1 }]);
  });

  test('reaches everybody of a hundred who register at once', async () => {
    const newcomers = await Promise.all(Array.from({ length: 100 }, () => world.member()));
    const balances = await Promise.all(
      newcomers.map(async (newcomer) => (await newcomer.data<Wire>(balance)).me.cardPoints.balance),
    );
    expect(new Set(balances)).toEqual(new Set([60]));
  });
});
