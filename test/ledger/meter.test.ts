import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { balanceOf } from '../../src/features/ledger/index.ts';
import { startWorld } from '../support/world.ts';
import { charge, issue, keepBooks } from './books.ts';
import type { Wire } from '../support/wire.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0', DEBT_MAX_POINTS: '3' } });
keepBooks(world);

const billed = (sessionId: string): Promise<readonly Record<string, unknown>[]> =>
  world.sql(`select minute, points from billed_minutes where session_id = $1 order by minute`, [sessionId]);

describe('billing started minutes', () => {
  test('takes a point for each from the balance', async () => {
    const { id } = await world.member();
    await issue(world, id, { points: 10 });
    expect(await charge(world, id, { minutes: [0, 1, 2] })).toEqual({ pointsSpent: 3, balance: 7, debt: 0 });
  });

  test('bills each minute once, whatever is repeated, in whatever order it comes', async () => {
    const { id } = await world.member();
    await issue(world, id, { points: 10 });
    const sessionId = randomUUID();
    await charge(world, id, { sessionId, minutes: [0, 1] });
    expect(await charge(world, id, { sessionId, minutes: [1, 0] })).toEqual({
      pointsSpent: 0,
      balance: 8,
      debt: 0,
    });
    expect(await charge(world, id, { sessionId, minutes: [2, 2, 1, 0, 3] })).toEqual({
      pointsSpent: 2,
      balance: 6,
      debt: 0,
    });
    expect((await billed(sessionId)).map(({ minute }) => minute)).toEqual([0, 1, 2, 3]);
  });

  test('bills each minute once when several nodes bill the same session at once', async () => {
    const { id } = await world.member();
    await issue(world, id, { points: 50 });
    const sessionId = randomUUID();
    const charges = await Promise.all(
      Array.from({ length: 20 }, (_, i) => charge(world, id, { sessionId, minutes: [i % 4, 4, i % 7] })),
    );
    expect(charges.reduce((sum, { pointsSpent }) => sum + pointsSpent, 0)).toBe(7);
    expect(await balanceOf(world.system(), id)).toEqual({ balance: 43, debt: 0 });
  });

  test('goes on the debt when the balance is used up, and is waived past its bound', async () => {
    const { id } = await world.member();
    await issue(world, id, { points: 2 });
    const sessionId = randomUUID();
    expect(await charge(world, id, { sessionId, minutes: [0, 1, 2, 3] })).toEqual({
      pointsSpent: 4,
      balance: 0,
      debt: 2,
    });
    expect(await charge(world, id, { sessionId, minutes: [4, 5, 6] })).toEqual({
      pointsSpent: 1,
      balance: 0,
      debt: 3,
    });
    expect(await billed(sessionId)).toEqual(
      [1, 1, 1, 1, 1, 0, 0].map((points, minute) => ({ minute, points })),
    );
    expect(await charge(world, id, { sessionId, minutes: [5, 6] })).toEqual({
      pointsSpent: 0,
      balance: 0,
      debt: 3,
    });
  });

  test('works for a member who never had a point', async () => {
    const { id } = await world.member();
    expect(await charge(world, id)).toEqual({ pointsSpent: 1, balance: 0, debt: 1 });
  });

  test('tells the history which meeting and which minutes', async () => {
    const member = await world.member();
    await issue(world, member.id, { points: 10 });
    await charge(world, member.id, { minutes: [0, 1] });
    const { me } = await member.data<Wire>(
      `{ me { cardPoints { entries { edges { node { kind amount balanceAfter reason subjectId } } } } } }`,
    );
    expect(me.cardPoints.entries.edges.map(({ node }: Wire) => node)).toEqual([
      {
        kind: 'TRANSCRIPTION',
        amount: -2,
        balanceAfter: 8,
        reason: 'Live typing of “Weekly”, minutes 1–2',
        subjectId: expect.any(String),
      },
      { kind: 'PURCHASE', amount: 10, balanceAfter: 10, reason: 'Points bought: test', subjectId: null },
    ]);
  });
});

describe('debt', () => {
  test('is paid first by the next points, and the history says so', async () => {
    const member = await world.member();
    await charge(world, member.id, { minutes: [0, 1, 2] });
    expect(await issue(world, member.id, { points: 10 })).toEqual({ balance: 7, debt: 0 });
    const { me } = await member.data<Wire>(
      `{ me { cardPoints { entries { edges { node { kind amount balanceAfter } } } } } }`,
    );
    expect(me.cardPoints.entries.edges.map(({ node }: Wire) => node)).toEqual([
      { kind: 'DEBT_REPAID', amount: -3, balanceAfter: 7 },
      { kind: 'PURCHASE', amount: 10, balanceAfter: 10 },
    ]);
  });

  test('is paid in part when the new points do not suffice', async () => {
    const { id } = await world.member();
    await charge(world, id, { minutes: [0, 1, 2] });
    expect(await issue(world, id, { points: 2 })).toEqual({ balance: 0, debt: 1 });
    expect(await issue(world, id, { points: 1 })).toEqual({ balance: 0, debt: 0 });
  });
});
