import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { settleAllDue } from '../../src/features/ledger/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { IdempotencyConflict } from '../../src/platform/graphql/user-error.ts';
import { startWorld } from '../support/world.ts';
import { keepBooks } from './books.ts';
import { holdLedgerClock } from './ledger-clock.ts';
import { earn, lotsOf, movesOf, restore, reverse, rewards, settle, spend } from './reward-books.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0' } });
const clock = await holdLedgerClock(world, '2026-03-15T04:00:00Z');
keepBooks(world);

const named = (): string => `test:${randomUUID()}`;

beforeEach(() => clock.set('2026-03-15T04:00:00Z'));

describe('reward points', () => {
  test('M3.1: are earned and spent beside card points, and never mixed with them', async () => {
    const { id } = await world.member();
    expect(await earn(world, id, { points: 100 })).toEqual({ balance: 100, pending: 0, held: 0, debt: 0 });
    expect(await spend(world, id, { points: 30 })).toEqual({ isSpent: true, balance: 70 });
    expect(await spend(world, id, { points: 1, currency: 'CARD' })).toEqual({ isSpent: false, available: 0 });
  });

  test('are spent all or not at all, and never on debt', async () => {
    const { id } = await world.member();
    await earn(world, id, { points: 10 });
    expect(await spend(world, id, { points: 11 })).toEqual({ isSpent: false, available: 10 });
    expect(await rewards(world, id)).toEqual({ balance: 10, pending: 0, held: 0, debt: 0 });
  });

  test('are earned once under a name, and spent once, also when that left too few to spend it again', async () => {
    const { id } = await world.member();
    const [earning, spending] = [named(), named()];
    await earn(world, id, { points: 10, name: earning });
    await earn(world, id, { points: 10, name: earning });
    await spend(world, id, { points: 8, name: spending });
    expect(await spend(world, id, { points: 8, name: spending })).toEqual({ isSpent: true, balance: 2 });
    await expect(spend(world, id, { points: 7, name: spending })).rejects.toBeInstanceOf(IdempotencyConflict);
    await expect(earn(world, id, { points: 9, name: earning })).rejects.toBeInstanceOf(IdempotencyConflict);
  });

  test.each([0, -1, 1.5, 2 ** 31, 2 ** 53, 2 ** 63, Number.NaN, Infinity])(
    'do not move by %d',
    async (points) => {
      const { id } = await world.member();
      await expect(earn(world, id, { points })).rejects.toBeInstanceOf(RangeError);
      await expect(spend(world, id, { points })).rejects.toBeInstanceOf(RangeError);
      expect(await lotsOf(world, id)).toEqual([]);
    },
  );
});

describe('pending points', () => {
  const availableAt = new Date('2026-03-22T04:00:00Z');

  test('are seen and not to be spent until their moment, and then once', async () => {
    const { id } = await world.member();
    expect(await earn(world, id, { points: 50, availableAt })).toMatchObject({ balance: 0, pending: 50 });
    expect(await spend(world, id, { points: 1 })).toEqual({ isSpent: false, available: 0 });
    await clock.set('2026-03-22T03:59:59.999Z');
    await settle(world);
    expect(await rewards(world, id)).toMatchObject({ balance: 0, pending: 50 });
    await clock.set('2026-03-22T04:00:00Z');
    await Promise.all([settle(world), settle(world), settle(world)]);
    expect(await rewards(world, id)).toMatchObject({ balance: 50, pending: 0 });
    expect(await movesOf(world, id)).toEqual(['AVAILABLE 50']);
  });

  test('are gone, and nothing is owed, when what they came from is undone before', async () => {
    const { id } = await world.member();
    const name = named();
    await earn(world, id, { points: 50, availableAt, name });
    expect(await reverse(world, name)).toEqual({ taken: 50, owed: 0 });
    await clock.set('2026-03-23T00:00:00Z');
    await settle(world);
    expect(await rewards(world, id)).toEqual({ balance: 0, pending: 0, held: 0, debt: 0 });
  });

  test('pay what is owed when they become available, not before', async () => {
    const { id } = await world.member();
    const name = named();
    await earn(world, id, { points: 30, name });
    await spend(world, id, { points: 30 });
    await earn(world, id, { points: 50, availableAt });
    expect(await reverse(world, name)).toEqual({ taken: 0, owed: 30 });
    expect(await rewards(world, id)).toMatchObject({ balance: 0, pending: 50, debt: 30 });
    await clock.set('2026-03-22T04:00:00Z');
    await settle(world);
    expect(await rewards(world, id)).toEqual({ balance: 20, pending: 0, held: 0, debt: 0 });
  });
});

describe('M5: expiry', () => {
  test('C9: rolling to the end of the month, by the calendar of Asia/Shanghai, is posted once', async () => {
    const { id } = await world.member();
    await earn(world, id, { points: 40, validity: { scheme: 'ROLLING', months: 12 } });
    await spend(world, id, { points: 15 });
    await clock.set('2027-03-31T15:59:59.999Z');
    await settle(world);
    expect(await rewards(world, id)).toMatchObject({ balance: 25 });
    await clock.set('2027-03-31T16:00:00Z');
    expect(await spend(world, id, { points: 1 })).toEqual({ isSpent: false, available: 0 });
    await Promise.all([settle(world), settle(world)]);
    expect(await rewards(world, id)).toMatchObject({ balance: 0 });
    expect(await movesOf(world, id)).toEqual(['EARNED 40', 'SPENT -15', 'EXPIRED -25']);
  });

  test.each([
    ['YEAR_END', { scheme: 'YEAR_END', years: 0 }, '2026-12-31T16:00:00.000Z'],
    ['YEAR_END of the next year', { scheme: 'YEAR_END', years: 1 }, '2027-12-31T16:00:00.000Z'],
    ['MONTHS', { scheme: 'MONTHS', months: 1 }, '2026-04-15T16:00:00.000Z'],
    ['ROLLING', { scheme: 'ROLLING', months: 1 }, '2026-04-30T16:00:00.000Z'],
    ['NEVER', { scheme: 'NEVER' }, null],
  ] as const)('%s ends with its day', async (_, validity, end) => {
    const { id } = await world.member();
    await earn(world, id, { points: 1, validity });
    const [lot] = await world.sql(`select expires_at as end from lots where member_id = $1`, [id]);
    expect((lot?.['end'] as Date | null)?.toISOString() ?? null).toBe(end);
  });

  test('31 January and one month is the end of February, in leap years too', async () => {
    const ends: string[] = [];
    for (const moment of ['2027-01-31T04:00:00Z', '2028-01-31T04:00:00Z']) {
      const { id } = await world.member();
      await clock.set(moment);
      await earn(world, id, { points: 1, validity: { scheme: 'MONTHS', months: 1 } });
      const [lot] = await world.sql(`select expires_at as end from lots where member_id = $1`, [id]);
      ends.push((lot?.['end'] as Date).toISOString());
    }
    expect(ends).toEqual(['2027-02-28T16:00:00.000Z', '2028-02-29T16:00:00.000Z']);
  });

  test('what would expire first is spent first', async () => {
    const { id } = await world.member();
    await earn(world, id, { points: 10, validity: { scheme: 'MONTHS', months: 3 } });
    await earn(world, id, { points: 10, validity: { scheme: 'MONTHS', months: 1 } });
    await spend(world, id, { points: 12 });
    expect(await lotsOf(world, id)).toEqual([8, 0]);
  });
});

describe('a spend that is undone', () => {
  test('puts its points back into the same lots, once', async () => {
    const { id } = await world.member();
    const name = named();
    await earn(world, id, { points: 10, validity: { scheme: 'MONTHS', months: 3 } });
    await earn(world, id, { points: 10, validity: { scheme: 'MONTHS', months: 1 } });
    await spend(world, id, { points: 12, name });
    const back = await Promise.all([restore(world, name), restore(world, name), restore(world, name)]);
    expect(back).toEqual([12, 12, 12]);
    expect(await lotsOf(world, id)).toEqual([10, 10]);
    expect(await rewards(world, id)).toMatchObject({ balance: 20 });
  });

  test('does not make points last longer: what expired meanwhile comes back and expires at once', async () => {
    const { id } = await world.member();
    const name = named();
    await earn(world, id, { points: 10, validity: { scheme: 'MONTHS', months: 1 } });
    await earn(world, id, { points: 10, validity: { scheme: 'MONTHS', months: 3 } });
    await spend(world, id, { points: 4, name });
    await clock.set('2026-05-01T00:00:00Z');
    await settle(world);
    expect(await restore(world, name)).toBe(4);
    expect(await rewards(world, id)).toMatchObject({ balance: 10 });
    expect(await movesOf(world, id)).toEqual([
      'EARNED 10',
      'EARNED 10',
      'SPENT -4',
      'EXPIRED -6',
      'RESTORED 4',
      'EXPIRED -4',
    ]);
  });

  test('is nothing when nothing was spent under that name', async () => {
    expect(await restore(world, named())).toBeNull();
  });
});

describe('what was given and is taken back', () => {
  test('comes out of its own lot first; what was spent of it is owed, and paid by what comes', async () => {
    const { id } = await world.member();
    const name = named();
    await earn(world, id, { points: 100, name });
    await spend(world, id, { points: 60 });
    expect(await reverse(world, name)).toEqual({ taken: 40, owed: 60 });
    expect(await rewards(world, id)).toEqual({ balance: 0, pending: 0, held: 0, debt: 60 });
    expect(await earn(world, id, { points: 50 })).toEqual({ balance: 0, pending: 0, held: 0, debt: 10 });
    expect(await earn(world, id, { points: 50 })).toEqual({ balance: 40, pending: 0, held: 0, debt: 0 });
  });

  test('is taken once, however many take it back at once', async () => {
    const { id } = await world.member();
    const name = named();
    await earn(world, id, { points: 100, name });
    await spend(world, id, { points: 60 });
    const taken = await Promise.all(Array.from({ length: 5 }, () => reverse(world, name)));
    expect(new Set(taken.map((part) => JSON.stringify(part)))).toEqual(new Set(['{"taken":40,"owed":60}']));
    expect(await rewards(world, id)).toMatchObject({ balance: 0, debt: 60 });
  });

  test('is taken in part: first what is left, then what was spent', async () => {
    const { id } = await world.member();
    const name = named();
    await earn(world, id, { points: 100, name });
    await spend(world, id, { points: 60 });
    expect(await reverse(world, name, 50)).toEqual({ taken: 40, owed: 10 });
  });

  test('is paid at once out of other points that the member has', async () => {
    const { id } = await world.member();
    const name = named();
    await earn(world, id, { points: 100, name, validity: { scheme: 'MONTHS', months: 1 } });
    await earn(world, id, { points: 50 });
    await spend(world, id, { points: 100 });
    await reverse(world, name);
    expect(await rewards(world, id)).toEqual({ balance: 0, pending: 0, held: 0, debt: 50 });
  });

  test('is not owed where it has expired', async () => {
    const { id } = await world.member();
    const name = named();
    await earn(world, id, { points: 100, name, validity: { scheme: 'MONTHS', months: 1 } });
    await spend(world, id, { points: 60 });
    await clock.set('2026-05-01T00:00:00Z');
    expect(await reverse(world, name)).toEqual({ taken: 0, owed: 60 });
    await settle(world);
    expect(await rewards(world, id)).toEqual({ balance: 0, pending: 0, held: 0, debt: 60 });
  });

  test('and a spend of it that is undone later pays what is owed', async () => {
    const { id } = await world.member();
    const [name, spending] = [named(), named()];
    await earn(world, id, { points: 100, name });
    await spend(world, id, { points: 60, name: spending });
    await reverse(world, name);
    await restore(world, spending);
    expect(await rewards(world, id)).toEqual({ balance: 0, pending: 0, held: 0, debt: 0 });
  });
});

test('what comes back pays what is owed, also where it has expired meanwhile; only the rest expires', async () => {
  const { id } = await world.member();
  const [name, spending, other] = [named(), named(), named()];
  const validity = { scheme: 'MONTHS', months: 1 } as const;
  await earn(world, id, { points: 100, name, validity });
  await spend(world, id, { points: 100, name: spending });
  await earn(world, id, { points: 30, validity });
  await spend(world, id, { points: 30, name: other });
  await reverse(world, name);
  expect(await rewards(world, id)).toMatchObject({ balance: 0, debt: 100 });
  await clock.set('2026-05-01T00:00:00Z');
  await restore(world, other);
  expect(await rewards(world, id)).toMatchObject({ balance: 0, debt: 70 });
  await restore(world, spending);
  expect(await rewards(world, id)).toEqual({ balance: 0, pending: 0, held: 0, debt: 0 });
  expect((await movesOf(world, id)).at(-1)).toBe('EXPIRED -30');
});

test('points do not expire while they are pending: a year that ends before they come does not count', async () => {
  const { id } = await world.member();
  await clock.set('2026-12-28T04:00:00Z');
  const availableAt = new Date('2027-01-04T04:00:00Z');
  await earn(world, id, { points: 10, availableAt, validity: { scheme: 'YEAR_END', years: 0 } });
  await clock.set('2027-01-04T04:00:00Z');
  await settle(world);
  expect(await rewards(world, id)).toMatchObject({ balance: 10, pending: 0 });
  await clock.set('2027-12-31T16:00:00Z');
  await settle(world);
  expect(await rewards(world, id)).toMatchObject({ balance: 0, pending: 0 });
});

describe('the run of what is due', () => {
  const availableAt = new Date('2026-03-22T04:00:00Z');

  test('passes over who cannot be settled, says so, and settles everybody else', async () => {
    const [one, two, three] = [await world.member(), await world.member(), await world.member()];
    for (const { id } of [one, two, three]) await earn(world, id, { points: 5, availableAt });
    await world.sql(`create function refuse_two() returns trigger language plpgsql as
      $$ begin if new.member_id = '${two.id}' then raise 'not this one'; end if; return new; end $$`);
    await world.sql(
      `create trigger refuse_two before insert on ledger_transactions for each row execute function refuse_two()`,
    );
    await clock.set('2026-03-22T04:00:00Z');
    const heard: unknown[] = [];
    const log = { ...world.system().log, error: (facts: unknown) => heard.push(facts) } as Context['log'];
    await settleAllDue({ ...world.system(), log });
    await world.sql(`drop function refuse_two cascade`);
    const balances = await Promise.all([one, two, three].map(({ id }) => rewards(world, id)));
    expect(balances.map(({ balance }) => balance)).toEqual([5, 0, 5]);
    expect(heard).toEqual([expect.objectContaining({ memberId: two.id })]);
    await settle(world);
    expect(await rewards(world, two.id)).toMatchObject({ balance: 5, pending: 0 });
  });

  test('ends when the house stops, and the next run does the rest', async () => {
    const { id } = await world.member();
    await earn(world, id, { points: 5, availableAt });
    await clock.set('2026-03-22T04:00:00Z');
    expect(await settleAllDue(world.system(), AbortSignal.abort())).toBe(0);
    expect(await rewards(world, id)).toMatchObject({ balance: 0, pending: 5 });
    await settle(world);
    expect(await rewards(world, id)).toMatchObject({ balance: 5 });
  });
});

test('a clock that jumps back a day neither dates movements back nor brings back what expired', async () => {
  const { id } = await world.member();
  await earn(world, id, { points: 10, validity: { scheme: 'MONTHS', months: 1 } });
  await clock.set('2026-04-15T16:00:00Z');
  await earn(world, id, { points: 5 });
  await clock.set('2026-04-14T16:00:00Z');
  expect(await spend(world, id, { points: 6 })).toEqual({ isSpent: false, available: 5 });
  await settle(world);
  expect(await spend(world, id, { points: 5 })).toMatchObject({ isSpent: true });
  await clock.set('2026-04-16T16:00:00Z');
  await settle(world);
  expect(await rewards(world, id)).toMatchObject({ balance: 0 });
});
