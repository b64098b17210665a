import type { Unit } from '../../platform/database/unit-of-work.ts';
import { dayOf } from '../../platform/time/programme-day.rules.ts';
import { earnPoints, type Validity } from '../ledger/index.ts';
import type { BonusHours, ProgrammeRules } from '../programme/index.ts';
import { tierOfMember } from '../tiers/index.ts';
import { earnedPoints } from './earning.rules.ts';
import type { OrderRow } from './order.entity.ts';
import { refundableUntil } from './refund.rules.ts';

/** The name under which an order's reward points were given. */
export const earningName = (orderId: string): string => `earn:order:${orderId}`;

/**
 * Gives the reward points of an order that is paid now (M3.1): by the level at this moment, and by the day and hour at
 * which it was ordered, because a transfer may take days. They are pending until the order cannot be refunded any
 * more. Returns how many.
 */
export async function giveEarned(unit: Unit, order: OrderRow, at: Date): Promise<number> {
  const { tier, rules } = await tierOfMember({ em: unit.em, clock: { now: () => at } }, order.memberId);
  const points = earnedPoints({
    amountFen: order.amountFen,
    pointsPerYuan: rules.earn.pointsPerYuan,
    tierBasisPoints: rules.tiers[tier].timesBp,
    others: multipliersAt(rules, order.createdAt),
    combine: rules.earn.combine,
  });
  if (points === 0) return 0;
  await earnPoints(unit, {
    memberId: order.memberId,
    points,
    name: earningName(order.id),
    reason: { zh: `购买卡点：${order.planName}`, en: `Points bought: ${order.planName}` },
    subjectId: order.id,
    availableAt: refundableUntil(at, rules.refund.windowDays),
    validity: validityOf(rules),
  });
  return points;
}

/** M5, C9: rolling months to the end of the month, or to the end of the year. */
const validityOf = ({ expiry }: ProgrammeRules): Validity =>
  expiry.kind === 'ROLLING' ? { scheme: 'ROLLING', months: expiry.months } : { scheme: 'YEAR_END', years: 0 };

/** What multiplies points at a moment besides the level (M3.4). */
function multipliersAt({ memberDay, earn }: ProgrammeRules, at: Date): readonly number[] {
  const day = dayOf(at);
  const isMemberDay = memberDay.isOn && Number(day.slice(8)) === memberDay.dayOfMonth;
  const hours = [earn.hoursOne, earn.hoursTwo].filter((bonus) => isWithin(bonus, at));
  return [...(isMemberDay ? [memberDay.timesBp] : []), ...hours.map(({ timesBp }) => timesBp)];
}

const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;

function isWithin({ isOn, weekdays: days, fromHour, toHour }: BonusHours, at: Date): boolean {
  const there = new Date(`${dayOf(at)}T00:00:00.000Z`);
  const weekday = weekdays[there.getUTCDay()];
  const hour = (at.getUTCHours() + 8) % 24;
  return isOn && weekday !== undefined && days.includes(weekday) && hour >= fromHour && hour < toHour;
}
