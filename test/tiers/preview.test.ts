import { describe, expect, test } from '@jest/globals';
import { beginRun, continueRun } from '../../src/features/tiers/index.ts';
import { dayMs } from '../../src/platform/time/clock.ts';
import { newestVersion } from '../programme/acts.ts';
import { startWorld } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';
import { havePaid, keepDecisions, populate } from './standing.ts';

const world = await startWorld();
keepDecisions(world);
const operator = await world.operator();
const joinedAt = new Date(world.clock.now().getTime() - 90 * dayMs);
const memberIds = await populate(world, { count: 30, joinedAt });
const paidAt = world.clock.now();
await havePaid(world, [
  ...memberIds.slice(0, 10).map((memberId) => ({ memberId, amountFen: 450_000, paidAt })),
  ...memberIds.slice(10, 15).map((memberId) => ({ memberId, amountFen: 500_000, paidAt })),
]);
await continueRun(world.system(), (await beginRun(world.system())).id);

const preview = async (figures: Readonly<Record<string, string>>, basedOn?: number): Promise<Wire> => {
  const input = {
    basedOn: basedOn ?? (await newestVersion(operator)),
    figures: Object.entries(figures).map(([key, value]) => ({ key, value })),
  };
  const { previewProgramme } = await operator.data<Wire>(
    `query ($input: PreviewProgrammeInput!) { previewProgramme(input: $input) { __typename
      ... on PreviewProgrammeSuccess { total moves { from fromName to toName count isAtOnce } }
      ... on ProgrammeContradictory { contradictions { reason } } ... on InvalidInput { field } } }`,
    { input },
  );
  return previewProgramme;
};

describe('a preview of changed rules', () => {
  test('counts who would rise at once', async () => {
    expect(await preview({ 'tiers.T2.spendFen': '4500' })).toEqual({
      __typename: 'PreviewProgrammeSuccess',
      total: 31,
      moves: [{ from: 'T1', fromName: 'Regular', to: 'T2', toName: 'Silver', count: 10, isAtOnce: true }],
    });
  });

  test('and who would fall, which waits for their review', async () => {
    expect((await preview({ 'tiers.T2.spendFen': '6000' })).moves).toEqual([
      { from: 'T2', fromName: 'Silver', to: 'T1', toName: 'Regular', count: 5, isAtOnce: false },
    ]);
  });

  test('looks at other days where other days count', async () => {
    const old = new Date(world.clock.now().getTime() - 200 * dayMs);
    await havePaid(world, [{ memberId: memberIds[29]!, amountFen: 500_000, paidAt: old }]);
    const { moves } = await preview({ 'qualifying.windowMonths': '6' });
    expect(moves).toEqual([
      { from: 'T2', fromName: 'Silver', to: 'T0', toName: 'Registered', count: 1, isAtOnce: true },
    ]);
    await world.sql(`delete from orders where member_id = $1`, [memberIds[29]]);
  });

  test('a level that is taken away moves its members at once', async () => {
    const { moves } = await preview({ 'tiers.T1.isUsed': 'false' });
    expect(moves).toEqual([
      { from: 'T1', fromName: 'Regular', to: 'T0', toName: 'Registered', count: 10, isAtOnce: true },
    ]);
  });

  test('moves nobody where no figure of tiers changes, and nothing is ever written', async () => {
    const state = async () =>
      JSON.stringify(await world.sql('select * from member_tiers order by member_id'));
    const before = await state();
    expect((await preview({ 'care.dormantDays': '60' })).moves).toEqual([]);
    await preview({ 'tiers.T2.spendFen': '1001' });
    expect(await state()).toBe(before);
    expect(await newestVersion(operator)).toBe(1);
  });

  test('is refused as saving would be', async () => {
    expect((await preview({ 'tiers.T2.spendFen': '1' })).__typename).toBe('ProgrammeContradictory');
    expect(await preview({ 'tiers.T2.spendFen': '-1' })).toMatchObject({ field: 'tiers.T2.spendFen' });
    expect((await preview({}, 7)).__typename).toBe('ProgrammeMovedOn');
  });
});
