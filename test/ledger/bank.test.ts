import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { charge, issue, keepBooks } from './books.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0' } });
keepBooks(world);

/** Everything in one statement, and so in one snapshot. */
const look = `select
  (select coalesce(sum(amount), 0)::int from ledger_entries) as all_accounts,
  (select coalesce(min(balance), 0)::int from accounts where kind = 'CARD_POINTS') as poorest,
  (select coalesce(sum(balance), 0)::int from accounts where kind = 'CARD_POINTS') - (select coalesce(sum(remaining), 0)::int from lots) as beside_lots,
  (select count(*)::int from accounts a where member_id is not null and balance <> (select coalesce(sum(amount), 0) from ledger_entries e where e.account_id = a.id)) as astray`;

test('whoever reads while many write sees a bank that adds up', async () => {
  const members = await Promise.all(Array.from({ length: 8 }, () => world.member()));
  const end = new AbortController();
  const seen: Record<string, unknown>[] = [];
  const reader = async (): Promise<void> => {
    while (!end.signal.aborted) seen.push(...(await world.sql(look)));
  };
  const writer = async (id: string): Promise<void> => {
    for (let round = 0; round < 20; round += 1) {
      await issue(world, id, { points: 3 });
      await charge(world, id, { minutes: [0, 1, 2, 3].slice(0, (round % 4) + 1) });
    }
  };
  const readers = [reader(), reader()];
  await Promise.all(members.flatMap(({ id }) => [writer(id), writer(id)]));
  end.abort();
  await Promise.all(readers);
  expect(seen.length).toBeGreaterThan(10);
  for (const books of seen) {
    expect(books).toMatchObject({ all_accounts: 0, beside_lots: 0, astray: 0 });
    expect(books['poorest']).toBeGreaterThanOrEqual(0);
  }
  const [totals] = await world.sql(`select
    (select -balance::int from house_balances where kind = 'ISSUE_PAID') as issued,
    (select balance::int from house_balances where kind = 'USAGE_TRANSCRIPTION') as used,
    (select sum(points)::int from billed_minutes) as billed`);
  expect(totals).toEqual({ issued: 8 * 2 * 20 * 3, used: 8 * 2 * 50, billed: 8 * 2 * 50 });
});
