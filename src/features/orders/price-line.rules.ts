import type { Text } from '../../platform/text/text.ts';
import { whole, type PriceLine } from './price.rules.ts';

/** What a line of the arithmetic is, in words. */
export function priceLineText(line: PriceLine): Text {
  switch (line.kind) {
    case 'LIST':
      return { zh: '方案价', en: 'Price of the plan' };
    case 'TIER':
    case 'CAMPAIGN': {
      const { name, payBasisPoints } = line.facts;
      return {
        zh: `${name.zh}（${payBasisPoints / 1_000} 折）`,
        en: `${name.en} (${(whole - payBasisPoints) / 100}% off)`,
      };
    }
    case 'COUPON':
      return { zh: `优惠券：${line.facts.name}`, en: `Coupon: ${line.facts.name}` };
    case 'POINTS':
      return {
        zh: `积分抵扣（${line.facts.points} 积分）`,
        en: `Paid with ${line.facts.points} reward points`,
      };
  }
}
