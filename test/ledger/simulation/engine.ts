import { createHash, randomUUID } from 'node:crypto';
import {
  balanceOf,
  chargeMinutes,
  earnPoints,
  holdPoints,
  issuePoints,
  releaseHold,
  restoreSpend,
  reverseIssue,
  rewardsOf,
  settleAllDue,
  settleDue,
  spendPoints,
  useHold,
} from '../../../src/features/ledger/index.ts';
import { unitOfWork, type Unit } from '../../../src/platform/database/unit-of-work.ts';
import type { World } from '../../support/world.ts';
import { emptyBooks } from '../tampering.ts';
import { ModelMember, type Standing } from './model.ts';
import { membersInPlay, type Operation } from './operations.ts';

const hourMs = 3_600_000;
const beginning = Date.parse('2026-01-31T04:00:00Z');
const holdMinutes = 600;
const reason = { zh: '模拟', en: 'Simulated' };

/** A history that goes wrong: where, and how. */
export interface Disagreement {
  readonly step: number;
  readonly operation: Operation;
  readonly real: unknown;
  readonly model: unknown;
}

/** Makes members without going through registration, whose hashing of passwords would take longer than all the rest. */
export async function madeMembers(world: World): Promise<readonly string[]> {
  const ids = Array.from({ length: membersInPlay }, () => randomUUID());
  for (const id of ids)
    await world.sql(
      `insert into members (id, username, username_key, display_name, locale, time_zone, role, password_hash, created_at)
       values ($1, $2, $2, $2, 'en', 'UTC', 'MEMBER', '', now())`,
      [id, `sim-${id}`],
    );
  return ids;
}

/** Does the operations with the real ledger and with the model, and compares after each; null: they agree to the end. */
export async function play(
  world: World,
  ids: readonly string[],
  operations: readonly Operation[],
): Promise<Disagreement | null> {
  await emptyBooks(world);
  const models = ids.map(() => new ModelMember());
  const holds = new Map<string, string>();
  let now = beginning;
  await setClock(world, now);
  for (const [step, operation] of operations.entries()) {
    if (operation.do === 'CLOCK') {
      now += operation.hours * hourMs;
      await setClock(world, now);
      continue;
    }
    const model = models[operation.who];
    const id = ids[operation.who];
    if (!model || !id) throw new Error('Nobody is there.');
    const expected = { said: expect(model.at(now), operation, now), ...model.standing() };
    const real = { said: await act({ world, id, holds }, operation, now), ...(await standingOf(world, id)) };
    if (JSON.stringify(real) !== JSON.stringify(expected)) return { step, operation, real, model: expected };
  }
  return null;
}

const setClock = (world: World, now: number): Promise<unknown> =>
  world.sql(`update held_clock set moment = $1`, [new Date(now)]);

/** The end of the same day so many months later, in Asia/Shanghai, worked out without the database. */
function endOfDay(moment: number, months: number): number {
  const day = new Date(moment + 8 * hourMs);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0)).getUTCDate();
  return (
    Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, Math.min(day.getUTCDate(), last) + 1) -
    8 * hourMs
  );
}

function expect(model: ModelMember, operation: Operation, now: number): unknown {
  const moment = model.moment;
  switch (operation.do) {
    case 'BUY':
      return model.issue({
        name: operation.name,
        currency: 'CARD',
        kind: 'PAID',
        initial: operation.points,
        expiresAt: null,
      });
    case 'GIFT':
      return model.issue({
        name: operation.name,
        currency: 'CARD',
        kind: 'GIFT',
        initial: operation.points,
        expiresAt: endOfDay(moment, operation.months),
      });
    case 'EARN':
      return model.issue({
        name: operation.name,
        currency: 'REWARD',
        kind: 'EARNED',
        initial: operation.points,
        expiresAt: endOfDay(
          Math.max(moment, beginning + operation.pendingDays * 24 * hourMs),
          operation.months,
        ),
        ...(operation.pendingDays > 0
          ? { pendingUntil: beginning + operation.pendingDays * 24 * hourMs }
          : {}),
      });
    case 'CHARGE':
      return model.charge(operation.session, operation.minutes);
    case 'SPEND':
      return model.spend(operation.name, operation.currency, operation.points);
    case 'RESTORE':
      return model.restore(operation.name);
    case 'REVERSE':
      return model.reverse(operation.name);
    case 'HOLD':
      return model.hold(operation.name, { ...operation, minutes: holdMinutes });
    case 'USE':
      return model.use(operation.hold, operation.name, operation.points);
    case 'RELEASE':
      return model.release(operation.hold);
    case 'SETTLE':
      return model.settle(now);
    case 'CLOCK':
      return undefined;
  }
}

interface Scene {
  readonly world: World;
  readonly id: string;
  readonly holds: Map<string, string>;
}

/** The same name in another member's history is another name. */
const named = (id: string, name: string): string => `sim:${id}:${name}`;

async function act({ world, id, holds }: Scene, operation: Operation, now: number): Promise<unknown> {
  const ctx = world.system();
  const inUnit = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => unitOfWork(ctx, work);
  switch (operation.do) {
    case 'BUY':
    case 'GIFT': {
      const isGift = operation.do === 'GIFT';
      await inUnit((unit) =>
        issuePoints(unit, {
          memberId: id,
          points: operation.points,
          reason: isGift
            ? { kind: 'GIFT', facts: { why: reason } }
            : { kind: 'PURCHASE', facts: { plan: 'sim' } },
          key: named(id, operation.name),
          subjectId: null,
          ...(isGift ? { validity: { scheme: 'MONTHS' as const, months: operation.months } } : {}),
        }),
      );
      return undefined;
    }
    case 'EARN':
      await inUnit((unit) =>
        earnPoints(unit, {
          memberId: id,
          points: operation.points,
          name: named(id, operation.name),
          reason,
          availableAt:
            operation.pendingDays > 0 ? new Date(beginning + operation.pendingDays * 24 * hourMs) : null,
          validity: { scheme: 'MONTHS', months: operation.months },
        }),
      );
      return undefined;
    case 'CHARGE': {
      const sessionId = uuidOf(named(id, operation.session));
      const minutes = Array.from({ length: operation.minutes }, (_, minute) => minute);
      const charged = await inUnit((unit) =>
        chargeMinutes(unit, { memberId: id, transcriptId: sessionId, sessionId, minutes, title: 'sim' }),
      );
      return charged.pointsSpent;
    }
    case 'SPEND': {
      const { currency, points, name } = operation;
      const spent = await inUnit((unit) =>
        spendPoints(unit, { memberId: id, currency, points, name: named(id, name), reason }),
      );
      return spent.isSpent;
    }
    case 'RESTORE':
      return await inUnit((unit) => restoreSpend(unit, { name: named(id, operation.name), reason }));
    case 'REVERSE':
      return await inUnit((unit) => reverseIssue(unit, { name: named(id, operation.name), reason }));
    case 'HOLD': {
      const { currency, points, name } = operation;
      const held = await inUnit((unit) =>
        holdPoints(unit, {
          memberId: id,
          currency,
          points,
          name: named(id, name),
          reason,
          minutes: holdMinutes,
        }),
      );
      if (held.isHeld) holds.set(name, held.holdId);
      return held.isHeld;
    }
    case 'USE': {
      const holdId = holds.get(operation.hold);
      if (!holdId) return false;
      const used = await inUnit((unit) =>
        useHold(unit, { holdId, points: operation.points, name: named(id, operation.name), reason }),
      );
      return used.isUsed;
    }
    case 'RELEASE': {
      const holdId = holds.get(operation.hold);
      if (holdId) await inUnit((unit) => releaseHold(unit, holdId));
      return undefined;
    }
    case 'SETTLE': {
      const due = await world.sql(
        `select id from open_holds where member_id = $1 and ends_at <= $2 order by ends_at, id`,
        [id, new Date(now)],
      );
      for (const hold of due) await inUnit((unit) => releaseHold(unit, String(hold['id'])));
      for (const currency of ['CARD', 'REWARD'] as const)
        await inUnit((unit) => settleDue(unit, { memberId: id, currency }));
      return undefined;
    }
    case 'CLOCK':
      return undefined;
  }
}

const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

async function standingOf(world: World, id: string): Promise<Standing> {
  const { balance, debt } = await balanceOf(world.system(), id);
  const reward = await rewardsOf(world.system(), id);
  const lots = await world.sql(`select remaining::int from lots where member_id = $1 order by id`, [id]);
  return {
    card: { balance, debt },
    reward: { balance: reward.balance, pending: reward.pending, held: reward.held, debt: reward.debt },
    lots: lots.map(({ remaining }) => Number(remaining)),
  };
}

/** What is due of everybody, as the job does it: after a history it may not change what settling one by one did. */
export const settleEverybody = (world: World): Promise<number> => settleAllDue(world.system());
