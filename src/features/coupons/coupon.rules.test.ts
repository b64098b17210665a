import { describe, expect, test } from '@jest/globals';
import { benefitText, termsOf } from './coupon-terms.rules.ts';
import type { CouponTypeDraft } from './coupon-type.rules.ts';
import { standingAt, validityAt } from './coupon.rules.ts';

const type: CouponTypeDraft = {
  name: '满减券',
  kind: 'FULL_REDUCTION',
  amountFen: 2_000,
  payBasisPoints: null,
  maxOffFen: null,
  minutes: null,
  minSpendFen: 10_000,
  planIds: [],
  isFirstOrderOnly: false,
  validFrom: null,
  validUntil: null,
  daysValid: 7,
  stacksWithTier: true,
  stacksWithCampaign: true,
  stacksWithPoints: false,
  isOnRegistration: false,
  onSpendFen: null,
  isClaimable: true,
  claimCode: null,
  pointsCost: null,
  isRestoredOnRefund: true,
  capTotal: null,
  issueCap: null,
  capPerMember: 1,
};
const at = (text: string): Date => new Date(text);
const until = (over: Partial<CouponTypeDraft>, moment: string): string | undefined =>
  validityAt({ ...type, ...over }, at(moment))?.validUntil.toISOString();

describe('how long a coupon is good', () => {
  test('so many days from the issue, to the end of the last one in Shanghai', () => {
    // 23:59 and 00:00 in Shanghai.
    expect(until({ daysValid: 1 }, '2026-11-22T15:59:59.999Z')).toBe('2026-11-23T16:00:00.000Z');
    expect(until({ daysValid: 1 }, '2026-11-22T16:00:00.000Z')).toBe('2026-11-24T16:00:00.000Z');
    expect(until({ daysValid: 1 }, '2028-02-28T04:00:00.000Z')).toBe('2028-02-29T16:00:00.000Z');
  });

  test('to the end of its last day, or of its days, whichever comes first', () => {
    expect(until({ daysValid: null, validUntil: '2026-12-31' }, '2026-12-31T15:00:00.000Z')).toBe(
      '2026-12-31T16:00:00.000Z',
    );
    expect(until({ daysValid: 30, validUntil: '2026-12-01' }, '2026-11-22T00:00:00.000Z')).toBe(
      '2026-12-01T16:00:00.000Z',
    );
  });

  test('not at all once its last day is over', () => {
    expect(validityAt({ ...type, validUntil: '2026-12-31' }, at('2026-12-31T16:00:00.000Z'))).toBeNull();
  });

  test('from its first day on, where that is still to come', () => {
    const validity = validityAt(
      { ...type, daysValid: null, validFrom: '2026-12-12', validUntil: '2026-12-12' },
      at('2026-11-22T00:00:00.000Z'),
    );
    expect(validity).toEqual({
      validFrom: at('2026-12-11T16:00:00.000Z'),
      validUntil: at('2026-12-12T16:00:00.000Z'),
    });
  });

  test('C10: for the month of the birthday', () => {
    const birthday = { kind: 'BIRTHDAY', daysValid: null } as const;
    expect(until(birthday, '2026-12-31T15:59:59.999Z')).toBe('2026-12-31T16:00:00.000Z');
    expect(until(birthday, '2026-12-31T16:00:00.000Z')).toBe('2027-01-31T16:00:00.000Z');
  });
});

test('a coupon is good up to its end, and not at it', () => {
  const coupon = {
    state: 'ISSUED',
    validFrom: at('2026-11-01T00:00:00.000Z'),
    validUntil: at('2026-11-22T16:00:00.000Z'),
  } as const;
  expect(standingAt(coupon, at('2026-10-31T23:59:59.999Z'))).toBe('NOT_YET');
  expect(standingAt(coupon, at('2026-11-01T00:00:00.000Z'))).toBe('USABLE');
  expect(standingAt(coupon, at('2026-11-22T15:59:59.999Z'))).toBe('USABLE');
  expect(standingAt(coupon, at('2026-11-22T16:00:00.000Z'))).toBe('EXPIRED');
  expect(standingAt({ ...coupon, state: 'RELEASED' }, at('2026-11-22T15:59:59.999Z'))).toBe('USABLE');
  expect(standingAt({ ...coupon, state: 'REDEEMED' }, at('2026-11-22T16:00:00.000Z'))).toBe('REDEEMED');
});

test('the terms of a coupon say both what goes with it and what does not (M6.3)', () => {
  expect(benefitText(type).zh).toBe('减 ¥20.00');
  expect(benefitText({ ...type, amountFen: null, payBasisPoints: 8_500 }).zh).toBe('8.5 折');
  expect(termsOf(type).map(({ zh }) => zh)).toEqual([
    '用券前应付满 ¥100.00 可用。',
    '每笔订单限用一张，实付不低于 ¥0.01。',
    '可与会员等级价、会员日等活动价同享。',
    '不可与积分抵扣同享。',
    '领取后 7 天内有效，以北京时间为准。',
    '每人限 1 张。',
    '订单取消或全额退款后退回，有效期不变。',
  ]);
});
