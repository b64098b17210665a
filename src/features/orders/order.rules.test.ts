import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { yuan } from '../../platform/text/money.rules.ts';
import { checkPlan } from './order.rules.ts';

const plan = { name: '标准', points: 300, priceFen: 13_500 };

describe('a plan', () => {
  test.each([
    [{ name: 'x' }],
    [{ name: '字'.repeat(60) }],
    [{ points: 1 }],
    [{ points: 100_000 }],
    [{ priceFen: 1 }],
    [{ priceFen: 500_000 }],
  ])('may have %j', (part) => {
    expect(checkPlan({ ...plan, ...part })).toEqual({ ...plan, ...part });
  });

  test.each([
    ['name', { name: '' }],
    ['name', { name: '   ' }],
    ['name', { name: '字'.repeat(61) }],
    ['points', { points: 0 }],
    ['points', { points: -1 }],
    ['points', { points: 1.5 }],
    ['points', { points: Number.NaN }],
    ['points', { points: 100_001 }],
    ['priceFen', { priceFen: 0 }],
    ['priceFen', { priceFen: 500_001 }],
    ['priceFen', { priceFen: 2 ** 53 }],
  ])('is refused by its %s in %j', (field, part) => {
    expect(() => checkPlan({ ...plan, ...part })).toThrow(InvalidInput);
    expect(() => checkPlan({ ...plan, ...part })).toThrow(expect.objectContaining({ field }));
  });
});

describe('money', () => {
  test.each([
    [1, '¥0.01'],
    [99, '¥0.99'],
    [3_000, '¥30.00'],
    [13_505, '¥135.05'],
  ])('%i fen is %s', (fen, text) => {
    expect(yuan(fen)).toBe(text);
  });
});
