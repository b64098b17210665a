import { InvalidInput } from '../../platform/graphql/user-error.ts';

/** The most points that one adjustment may give or take. */
export const adjustmentMax = 100_000;

export const adjustmentRule = {
  name: { zh: '调整的点数', en: 'The points to adjust by' },
  min: -adjustmentMax,
  max: adjustmentMax,
};

export const reasonRule = { name: { zh: '调整原因', en: 'The reason' }, min: 2, max: 200 };

/** Throws InvalidInput for an adjustment by nothing. */
export function requireSome(points: number): number {
  if (points !== 0) return points;
  throw new InvalidInput('points', {
    zh: '请填写不为 0 的点数：正数为增加，负数为扣减。',
    en: 'Enter a number other than 0: positive gives, negative takes.',
  });
}
