import { expect, test } from '@jest/globals';
import { ledgerFeature } from '../../src/features/ledger/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

test('the watch is silent while the books add up, and names what does not', async () => {
  await world.member();
  const heard: unknown[] = [];
  const log = { error: (facts: unknown) => heard.push(facts) } as unknown as Context['log'];
  const [watch] = ledgerFeature.jobs ?? [];
  await watch?.run({ ...world.system(), log });
  expect(heard).toEqual([]);
  await world.sql(`alter table lots disable trigger user`);
  await world.sql(`update lots set remaining = remaining - 1`);
  await watch?.run({ ...world.system(), log });
  const invariants = (heard[0] as { broken: { invariant: string }[] }).broken.map(
    ({ invariant }) => invariant,
  );
  expect(invariants).toEqual([
    'invariant_i3_balance_is_its_lots',
    'invariant_i5_lots_are_their_consumptions',
  ]);
});
