import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { savePointPlan } from './shop.ts';
import type { Wire } from '../support/wire.ts';

const world = await startWorld();
const operator = await world.operator();
const plan = { name: '月卡 Monthly', points: 100, priceFen: 500_000, isOnSale: true };

describe('saving a plan', () => {
  test('makes a new one, and changes one that there is', async () => {
    const { plan: made } = await savePointPlan(operator, plan);
    expect(made).toMatchObject(plan);
    const { plan: changed } = await savePointPlan(operator, { ...plan, id: made.id, isOnSale: false });
    expect(changed).toEqual({ ...made, isOnSale: false });
    const { pointPlans } = await operator.data<Wire>(`{ pointPlans(includeRetired: true) { id isOnSale } }`);
    expect(pointPlans).toContainEqual({ id: made.id, isOnSale: false });
  });

  test.each([
    ['name', { name: '' }],
    ['name', { name: '字'.repeat(61) }],
    ['name', { name: 'two\nlines' }],
    ['points', { points: 0 }],
    ['points', { points: -5 }],
    ['points', { points: 100_001 }],
    ['priceFen', { priceFen: 0 }],
    ['priceFen', { priceFen: 500_001 }],
  ])('refuses a %s out of bounds: %j', async (field, part) => {
    expect(await savePointPlan(operator, { ...plan, ...part })).toMatchObject({
      __typename: 'InvalidInput',
      field,
    });
  });

  test('keeps a name with markup and emoji exactly as it was given', async () => {
    const name = '<b>☕</b> & “咖啡” 👩‍💻';
    expect((await savePointPlan(operator, { ...plan, name })).plan.name).toBe(name);
  });

  test('stops at a hundred', async () => {
    const { pointPlans } = await operator.data<Wire>(`{ pointPlans(includeRetired: true) { id } }`);
    for (let made = pointPlans.length; made < 100; made += 1) await savePointPlan(operator, plan);
    expect(await savePointPlan(operator, plan)).toMatchObject({ __typename: 'InvalidInput', limit: 100 });
  });
});
