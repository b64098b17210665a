import type { EntityManager } from '@mikro-orm/postgresql';
import { dayOf } from '../../platform/time/programme-day.rules.ts';
import { tierName, type ProgrammeRules } from '../programme/index.ts';
import { tierOfMember } from '../tiers/index.ts';
import type { CampaignTerms, PriceParts } from './price.rules.ts';

/** What of a price depends on who buys and when, and not on what is bought. */
export type PriceStanding = Pick<PriceParts, 'tier' | 'campaigns' | 'floorFen'>;

/** How the house stands to a buyer at a moment, by the rules of that moment: their level, the campaigns, the floor. */
export async function priceStanding(
  em: EntityManager,
  { memberId, at }: { readonly memberId: string; readonly at: Date },
): Promise<PriceStanding> {
  const { tier, rules } = await tierOfMember({ em, clock: { now: () => at } }, memberId);
  return {
    tier: { name: tierName(rules, tier), payBasisPoints: rules.tiers[tier].payBp },
    campaigns: memberDayOn(rules, at),
    floorFen: rules.pricing.floorFen,
  };
}

/** Member day is one day of each month, in Asia/Shanghai (M8.1, C11). */
function memberDayOn({ memberDay }: ProgrammeRules, at: Date): readonly CampaignTerms[] {
  const { isOn, dayOfMonth, payBp, stacking } = memberDay;
  if (!isOn || Number(dayOf(at).slice(8)) !== dayOfMonth) return [];
  return [{ name: { zh: '会员日', en: 'Member day' }, payBasisPoints: payBp, stacking }];
}
