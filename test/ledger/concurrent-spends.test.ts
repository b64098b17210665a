import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { charge, issue, keepBooks } from './books.ts';

const world = await startWorld({
  env: { WELCOME_POINTS: '0', DEBT_MAX_POINTS: '0', POINTS_PER_MINUTE: '3' },
});
keepBooks(world);

describe('spending at the same moment', () => {
  test('of 200 spends, exactly as many are covered as the balance holds', async () => {
    const { id } = await world.member();
    await issue(world, id, { points: 100 });
    const charges = await Promise.all(Array.from({ length: 200 }, () => charge(world, id)));
    const spent = charges.map(({ pointsSpent }) => pointsSpent);
    expect(spent.filter((points) => points === 3)).toHaveLength(33);
    expect(spent.filter((points) => points === 1)).toHaveLength(1);
    expect(spent.filter((points) => points === 0)).toHaveLength(166);
  });
});
