import type { Day } from '../../platform/time/programme-day.rules.ts';
import { higherOf, type ProgrammeRules, type TierCode } from '../programme/programme.rules.ts';
import { deservedLevel, evaluateTier, stepsDown, tierNow, type TierInputs } from './tier.rules.ts';

/** One member by the rules that hold, and by those that are tried out. */
export interface Trying {
  /** The same member twice: what counts may be another window. */
  readonly now: TierInputs;
  readonly tried: TierInputs;
  readonly rules: ProgrammeRules;
  readonly triedRules: ProgrammeRules;
  readonly asOf: Day;
}

export interface Move {
  readonly from: TierCode;
  readonly to: TierCode;
  readonly isAtOnce: boolean;
}

/** Where the rules that are tried out would bring a member: at once, or at the next review; null for nowhere else. */
export function moveOf({ now, tried, rules, triedRules, asOf }: Trying): Move | null {
  const [from, to] = [evaluateTier(now, rules, asOf), evaluateTier(tried, triedRules, asOf)];
  if (from.tier !== to.tier) return { from: from.tier, to: to.tier, isAtOnce: true };
  const fate = afterReview({ ...now, state: from.state }, rules, asOf);
  const triedFate = afterReview({ ...tried, state: to.state }, triedRules, asOf);
  return fate === triedFate ? null : { from: fate, to: triedFate, isAtOnce: false };
}

/** The level after the next review, if nothing happened until then. */
function afterReview(inputs: TierInputs, rules: ProgrammeRules, asOf: Day): TierCode {
  const { held } = inputs.state;
  const deserved = deservedLevel(inputs, rules, asOf).tier;
  const kept = higherOf(held, deserved) === deserved ? deserved : stepsDown(rules, held, deserved);
  return tierNow({ ...inputs.state, held: kept }, rules, asOf);
}
