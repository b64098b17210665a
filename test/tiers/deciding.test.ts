import { describe, expect, test } from '@jest/globals';
import { decideTier, grantTrialTier, tierOfMember } from '../../src/features/tiers/index.ts';
import { earnPoints, reverseIssue, spendRewardPoints } from '../../src/features/ledger/index.ts';
import { programmeDefaults } from '../../src/features/programme/programme-defaults.rules.ts';
import { factsOf } from '../../src/features/tiers/tier-facts.queries.ts';
import { unitOfWork, type Unit } from '../../src/platform/database/unit-of-work.ts';
import { dayOf } from '../../src/platform/time/programme-day.rules.ts';
import { dayMs } from '../../src/platform/time/clock.ts';
import { confirmPayment, newKey, orderPoints, savePointPlan } from '../orders/shop.ts';
import { newestVersion, saveProgramme } from '../programme/acts.ts';
import type { Client } from '../support/client.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { havePaid, keepDecisions, tierOf } from './standing.ts';

const world = await startWorld();
keepDecisions(world);
const operator = await world.operator();
const { plan } = await savePointPlan(operator, {
  name: 'Big',
  points: 10,
  priceFen: 500_000,
  isOnSale: true,
});

const order = async (buyer: Client): Promise<string> =>
  (await orderPoints(buyer, { planId: plan.id, paymentMethod: 'BANK_TRANSFER', idempotencyKey: newKey() }))
    .order.id;
const confirm = (orderId: string, idempotencyKey = newKey()) =>
  confirmPayment(operator, { orderId, idempotencyKey });
const system = () => world.system();
const after = (days: number): Date => new Date(world.clock.now().getTime() + days * dayMs);
const decideOn = async (member: SignedInClient, day: Date): Promise<void> =>
  decideTier({ ...system(), clock: { now: () => day } }, member.id);

describe('a member’s level', () => {
  test('is the lowest at first, and says how far it is to the next (M2.16)', async () => {
    const tier = await tierOf(await world.member());
    expect(tier).toMatchObject({
      level: { code: 'T0', name: 'Registered', payPercent: 100 },
      next: { code: 'T1' },
      frequency: 'NONE',
      reviewOn: null,
      decisions: { totalCount: 0 },
    });
    expect(tier.ways[0]).toEqual({ kind: 'SPEND', have: 0, need: 100_000, text: 'spend CNY 1,000 more' });
  });

  test('rises with the payment that reaches it, and whoever looks at once sees it (M2.1, M2.12)', async () => {
    const buyer = await world.member();
    await confirm(await order(buyer));
    const tier = await tierOf(buyer);
    expect(tier).toMatchObject({
      level: { code: 'T2', payPercent: 90 },
      next: { code: 'T3' },
      spendFen: 500_000,
    });
    expect(tier.decisions.edges.map(({ node }: { node: object }) => node)).toEqual([
      {
        before: 'T0',
        after: 'T2',
        configVersion: 1,
        text: 'CNY 5,000 were spent within 12 months, and 5,000 are asked for. The level went from Registered to Silver.',
      },
    ]);
    buyer.locale = 'zh-CN';
    expect((await tierOf(buyer)).decisions.edges[0].node.text).toBe(
      '最近 12 个月消费 5,000 元，达到 5,000 元；等级由注册会员变为银卡会员。',
    );
  });

  test('is decided once however often its payment is told, and as high when two come at the same time', async () => {
    const buyer = await world.member();
    const orders = [await order(buyer), await order(buyer)];
    await Promise.all(orders.flatMap((id) => [confirm(id), confirm(id)]));
    await Promise.all(Array.from({ length: 8 }, () => decideTier(system(), buyer.id)));
    expect(await tierOf(buyer)).toMatchObject({ level: { code: 'T3' }, spendFen: 1_000_000, orders: 2 });
    const decided = await world.sql('select tier_after from tier_decisions where member_id = $1', [buyer.id]);
    expect(decided.length).toBeLessThanOrEqual(2);
  });

  test('goes by what was paid within twelve months, the day itself included', async () => {
    const member = await world.member();
    await havePaid(world, [{ memberId: member.id, amountFen: 100_000, paidAt: after(-364) }]);
    expect(await tierOf(member)).toMatchObject({ spendFen: 100_000, orders: 1 });
    const other = await world.member();
    await havePaid(world, [{ memberId: other.id, amountFen: 100_000, paidAt: after(-367) }]);
    expect(await tierOf(other)).toMatchObject({ spendFen: 0, orders: 0 });
  });

  test('an order that is not paid counts for nothing', async () => {
    const buyer = await world.member();
    await order(buyer);
    await decideTier(system(), buyer.id);
    expect(await tierOf(buyer)).toMatchObject({ level: { code: 'T0' }, spendFen: 0 });
  });

  test('falls after review and grace, by one level, and says why (M2.15, C15)', async () => {
    const member = await world.member();
    // Both at the list price: what is ordered at a level costs that level's price.
    const orders = [await order(member), await order(member)];
    for (const id of orders) await confirm(id);
    await decideOn(member, after(364));
    await decideOn(member, after(367));
    const [warned] = await world.sql('select state from member_tiers where member_id = $1', [member.id]);
    expect(warned).toMatchObject({ state: { held: 'T3', grace: expect.anything() } });
    await decideOn(member, after(400));
    const { level, decisions } = await tierOf(member);
    expect(level.code).toBe('T2');
    expect(decisions.edges.map(({ node }: { node: { text: string } }) => node.text.split('.')[0])).toEqual([
      'The days of grace are over and it is still too little, so the level falls',
      expect.stringContaining(
        'The yearly review found too little (CNY 0 within 12 months); there is time until',
      ),
      expect.stringContaining('CNY 10,000 were spent'),
      expect.stringContaining('CNY 5,000 were spent'),
    ]);
  });

  test('login days are days in Shanghai on which a session was begun or used (M2.3, C7)', async () => {
    const member = await world.member();
    const days = () => world.sql('select day from login_days where member_id = $1', [member.id]);
    expect(await days()).toHaveLength(1);
    for (const day of [1, 1, 2, 3])
      await world.sql('update sessions set last_seen_at = $2 where member_id = $1', [member.id, after(day)]);
    expect(await days()).toHaveLength(4);
  });

  test('ten of them and an order lift it by one level, once a year (M2.8)', async () => {
    const member = await world.member();
    await havePaid(world, [{ memberId: member.id, amountFen: 100, paidAt: after(0) }]);
    await world.sql(
      `insert into login_days select $1, current_date - n from generate_series(1, 9) as n on conflict do nothing`,
      [member.id],
    );
    await decideTier(system(), member.id);
    const { level, ways } = await tierOf(member);
    expect(level.code).toBe('T1');
    expect(ways.map(({ kind }: { kind: string }) => kind)).toEqual(['SPEND', 'POINTS', 'INVITATIONS']);
  });

  test('reward points lead to it when they are available, whatever is spent of them (M2.9, M2.19, C8)', async () => {
    const member = await world.member();
    const why = { zh: '测试', en: 'Test' };
    const inUnit = <T>(act: (unit: Unit) => Promise<T>): Promise<T> => unitOfWork(system(), act);
    const earn = (points: number, availableAt: Date | null) =>
      inUnit((unit) =>
        earnPoints(unit, { memberId: member.id, points, name: newKey(), reason: why, availableAt }),
      );
    await earn(1_000, null);
    await earn(1_000, after(7));
    await decideTier(system(), member.id);
    expect((await tierOf(member)).level.code).toBe('T0');
    await earn(1_000, null);
    await inUnit((unit) =>
      spendRewardPoints(unit, { memberId: member.id, points: 1_500, name: newKey(), reason: why }),
    );
    await decideTier(system(), member.id);
    expect((await tierOf(member)).level.code).toBe('T2');
  });

  test('reward points that were taken back were not earned', async () => {
    const member = await world.member();
    const why = { zh: '测试', en: 'Test' };
    const name = newKey();
    const given = { memberId: member.id, points: 2_000, name, reason: why };
    await unitOfWork(system(), (unit) => earnPoints(unit, given));
    await unitOfWork(system(), (unit) =>
      spendRewardPoints(unit, { memberId: member.id, points: 300, name: newKey(), reason: why }),
    );
    await unitOfWork(system(), (unit) => reverseIssue(unit, { name, reason: why }));
    await decideTier(system(), member.id);
    const { level, ways } = await tierOf(member);
    expect(level.code).toBe('T0');
    expect(ways.map(({ kind, have }: { kind: string; have: number }) => [kind, have])).toContainEqual([
      'SPEND',
      0,
    ]);
    const [before] = await factsOf(system().em, {
      memberIds: [member.id],
      rules: programmeDefaults,
      asOf: dayOf(after(0)),
    });
    expect(before?.inputs.facts.points).toBe(0);
  });

  test('nor were points that are pending still, though their day has come, or that were taken back as such', async () => {
    const member = await world.member();
    const why = { zh: '测试', en: 'Test' };
    const name = newKey();
    const soon = after(0.5);
    for (const each of [name, newKey()])
      await unitOfWork(system(), (unit) =>
        earnPoints(unit, { memberId: member.id, points: 4_000, name: each, reason: why, availableAt: soon }),
      );
    await unitOfWork(system(), (unit) => reverseIssue(unit, { name, reason: why }));
    const [before] = await factsOf(system().em, {
      memberIds: [member.id],
      rules: programmeDefaults,
      asOf: dayOf(after(1)),
    });
    expect(before?.inputs.facts.points).toBe(0);
  });

  test('trials of one level follow each other, however many are taken at once; what is had anyway is not sold', async () => {
    const member = await world.member();
    const grant = (tier: 'T1' | 'T2') =>
      unitOfWork(system(), (unit) =>
        grantTrialTier(unit, { memberId: member.id, tier, days: 10 }, world.clock),
      );
    expect(await Promise.all(Array.from({ length: 4 }, () => grant('T2')))).toEqual([true, true, true, true]);
    const [standing] = await world.sql('select state from member_tiers where member_id = $1', [member.id]);
    expect(standing).toMatchObject({ state: { trial: { tier: 'T2', until: dayOf(after(40)) } } });
    expect(await grant('T1')).toBe(false);
    const rich = await world.member();
    await havePaid(world, [{ memberId: rich.id, amountFen: 500_000, paidAt: after(0) }]);
    const bought = await unitOfWork(system(), (unit) =>
      grantTrialTier(unit, { memberId: rich.id, tier: 'T2', days: 10 }, world.clock),
    );
    expect(bought).toBe(false);
  });

  test('a trial counts to the day and leaves what is held (C16)', async () => {
    const member = await world.member();
    const grant = (days: number) =>
      unitOfWork(system(), (unit) =>
        grantTrialTier(unit, { memberId: member.id, tier: 'T3', days }, world.clock),
      );
    expect(await grant(20)).toBe(true);
    expect(await grant(10)).toBe(true);
    expect(await tierOf(member)).toMatchObject({
      level: { code: 'T3' },
      heldLevel: { code: 'T0' },
      grantedUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const then = { ...system(), clock: { now: () => after(31) } };
    expect((await tierOfMember(then, member.id)).tier).toBe('T0');
    for (const days of [0, -1, 1.5, Number.NaN, 2 ** 31])
      await expect(grant(days)).rejects.toThrow(RangeError);
  });

  test('goes by the rules of the day, and old decisions by those of theirs', async () => {
    const member = await world.member();
    await havePaid(world, [{ memberId: member.id, amountFen: 90_000, paidAt: after(0) }]);
    await decideTier(system(), member.id);
    expect((await tierOf(member)).level.code).toBe('T0');
    const basedOn = await newestVersion(operator);
    await saveProgramme(operator, { basedOn, figures: { 'tiers.T1.spendFen': '900' } });
    await decideTier(system(), member.id);
    const { level, decisions } = await tierOf(member);
    expect([level.code, decisions.edges[0].node.configVersion]).toEqual(['T1', basedOn + 1]);
  });

  test('its news is in the outbox with the decision', async () => {
    const member = await world.member();
    await confirm(await order(member));
    const told = await world.sql(
      `select payload from outbox_messages where kind = 'tierChanged' and payload ->> 'memberId' = $1`,
      [member.id],
    );
    expect(told).toEqual([
      { payload: expect.objectContaining({ before: 'T0', after: 'T2', rules: ['SPEND'] }) },
    ]);
  });
});

describe('what cannot be', () => {
  test('a tier that nobody decided is found, and a decision is neither changed nor deleted', async () => {
    const member = await world.member();
    await confirm(await order(member));
    await world.sql(`update member_tiers set tier = 'T4' where member_id = $1`, [member.id]);
    expect(await world.sql('select member_id from invariant_tier_as_decided')).toEqual([
      { member_id: member.id },
    ]);
    await world.sql(`update member_tiers set tier = 'T2' where member_id = $1`, [member.id]);
    for (const change of [
      `update tier_decisions set tier_after = 'T4' where member_id = $1`,
      `delete from tier_decisions where member_id = $1`,
    ])
      await expect(world.sql(change, [member.id])).rejects.toThrow('never changed or deleted');
  });
});
