import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { holdPoints, releaseHold, useHold, type Held, type Used } from '../../src/features/ledger/index.ts';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import { startWorld } from '../support/world.ts';
import { issue, keepBooks } from './books.ts';
import { holdLedgerClock } from './ledger-clock.ts';
import { earn, lotsOf, reverse, rewards, settle, spend } from './reward-books.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0' } });
const clock = await holdLedgerClock(world, '2026-03-15T04:00:00Z');
keepBooks(world);

beforeEach(() => clock.set('2026-03-15T04:00:00Z'));

const reason = { zh: '预留', en: 'Set aside' };
const named = (): string => `test:${randomUUID()}`;

const hold = (memberId: string, points: number, name = named()): Promise<Held> =>
  unitOfWork(world.system(), (unit) =>
    holdPoints(unit, { memberId, currency: 'REWARD', points, name, reason, minutes: 30 }),
  );
const use = (holdId: string, points: number, name = named()): Promise<Used> =>
  unitOfWork(world.system(), (unit) => useHold(unit, { holdId, points, name, reason }));
const release = (holdId: string): Promise<void> =>
  unitOfWork(world.system(), (unit) => releaseHold(unit, holdId));

async function held(memberId: string, points: number): Promise<string> {
  const made = await hold(memberId, points);
  if (!made.isHeld) throw new Error('Nothing was held.');
  return made.holdId;
}

describe('a hold', () => {
  test('sets points aside: they can neither be spent nor held again', async () => {
    const { id } = await world.member();
    await earn(world, id, { points: 10 });
    await held(id, 8);
    expect(await rewards(world, id)).toEqual({ balance: 2, pending: 0, held: 8, debt: 0 });
    expect(await spend(world, id, { points: 3 })).toEqual({ isSpent: false, available: 2 });
    expect(await hold(id, 3)).toEqual({ isHeld: false, available: 2 });
  });

  test('is used in parts, each once, and the rest goes back where it came from', async () => {
    const { id } = await world.member();
    await earn(world, id, { points: 5, validity: { scheme: 'MONTHS', months: 1 } });
    await earn(world, id, { points: 10, validity: { scheme: 'MONTHS', months: 2 } });
    const holdId = await held(id, 12);
    const part = named();
    expect(await use(holdId, 4, part)).toEqual({ isUsed: true, open: 8 });
    expect(await use(holdId, 4, part)).toEqual({ isUsed: true, open: 8 });
    expect(await use(holdId, 2)).toEqual({ isUsed: true, open: 6 });
    await Promise.all([release(holdId), release(holdId), release(holdId)]);
    expect(await rewards(world, id)).toEqual({ balance: 9, pending: 0, held: 0, debt: 0 });
    // Six used points are what a spend of six would have taken.
    expect(await lotsOf(world, id)).toEqual([0, 9]);
  });

  test('is not used beyond what it holds, and a use at the same time counts once each', async () => {
    const { id } = await world.member();
    await earn(world, id, { points: 10 });
    const holdId = await held(id, 10);
    const uses = await Promise.all(Array.from({ length: 8 }, () => use(holdId, 3)));
    expect(uses.filter(({ isUsed }) => isUsed)).toHaveLength(3);
    expect(await rewards(world, id)).toEqual({ balance: 0, pending: 0, held: 1, debt: 0 });
  });

  test('times out: what is left goes back by itself, and it is used no more', async () => {
    const { id } = await world.member();
    await earn(world, id, { points: 10 });
    const holdId = await held(id, 10);
    await use(holdId, 4);
    await clock.set('2026-03-15T04:30:00Z');
    expect(await use(holdId, 1)).toEqual({ isUsed: false, open: 6 });
    await settle(world);
    expect(await rewards(world, id)).toEqual({ balance: 6, pending: 0, held: 0, debt: 0 });
    expect(await use(holdId, 1)).toEqual({ isUsed: false, open: 0 });
  });

  test('gives back what expired meanwhile, which expires at once', async () => {
    const { id } = await world.member();
    await earn(world, id, { points: 10, validity: { scheme: 'MONTHS', months: 1 } });
    const holdId = await held(id, 6);
    await clock.set('2026-05-01T00:00:00Z');
    await settle(world);
    expect(await use(holdId, 1)).toEqual({ isUsed: false, open: 0 });
    expect(await rewards(world, id)).toEqual({ balance: 0, pending: 0, held: 0, debt: 0 });
  });

  test('open while its points are taken back: they are owed, and what is released pays them', async () => {
    const { id } = await world.member();
    const name = named();
    await earn(world, id, { points: 10, name });
    const holdId = await held(id, 6);
    expect(await reverse(world, name)).toEqual({ taken: 4, owed: 6 });
    await release(holdId);
    expect(await rewards(world, id)).toEqual({ balance: 0, pending: 0, held: 0, debt: 0 });
  });

  test('of bought card points is not refunded while it is open', async () => {
    const { id } = await world.member();
    const name = named();
    await issue(world, id, { points: 10, key: name });
    const made = await unitOfWork(world.system(), (unit) =>
      holdPoints(unit, { memberId: id, currency: 'CARD', points: 6, name: named(), reason, minutes: 30 }),
    );
    expect(await reverse(world, name)).toEqual({ taken: 4, owed: 0 });
    await release(made.isHeld ? made.holdId : '');
    expect(await lotsOf(world, id)).toEqual([6]);
  });
});
