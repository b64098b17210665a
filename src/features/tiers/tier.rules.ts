import { addDays, type Day } from '../../platform/time/programme-day.rules.ts';
import {
  higherOf,
  levelsOf,
  rankOf,
  type ProgrammeRules,
  type TierCode,
} from '../programme/programme.rules.ts';
import { lastReview, nextReview } from './review.rules.ts';
import { activityLevel, earnedLevel, fastTrackLevel, usedAtMost, type Way } from './ways.rules.ts';

/** What happened to a member within the window, and who they are; nothing of it is a rule. */
export interface TierFacts {
  readonly joinedOn: Day;
  /** What was paid within the window, less what was refunded. */
  readonly spendFen: number;
  /** Paid orders within the window that were not wholly refunded. */
  readonly orders: number;
  /** Different days on which they were here. */
  readonly loginDays: number;
  readonly campaignJoins: number;
  /** Reward points earned, whatever became of them. */
  readonly points: number;
  /** What was paid within the days of each fast track. */
  readonly fastSpendFen: { readonly one: number; readonly two: number };
  /** Of those whom they invited: who has bought for good, and who of these has risen to the first level of C6. */
  readonly invitees: { readonly bought: number; readonly risen: number };
}

/** A level that somebody has for a time; over on the day `until`. */
export interface Grant {
  readonly tier: TierCode;
  readonly until: Day;
}

export interface FastGrant extends Grant {
  /** Whether its end has been told. */
  readonly isOver: boolean;
}

/** What is remembered of a member from one decision to the next. */
export interface TierState {
  /** The level that was earned; it is lost at a review alone. */
  readonly held: TierCode;
  /** The last review that is settled. */
  readonly reviewedOn: Day;
  /** A review that found too little, and until when that can be mended. */
  readonly grace: { readonly until: Day; readonly reviewOn: Day } | null;
  /** The one rise by activity of a membership year, which is named by the day on which it began (C7). */
  readonly activity: { readonly year: Day; readonly tier: TierCode } | null;
  /** The last grant of a fast track; it is kept when it is over, so that one purchase does not grant twice (C5). */
  readonly fast: FastGrant | null;
  /** A trial that was bought with points (C16). */
  readonly trial: Grant | null;
}

/** What a decision was made by; several may meet on one day. */
export type TierRule =
  Way | 'ACTIVITY' | 'FAST_TRACK' | 'TRIAL' | 'GRANT_ENDED' | 'KEPT' | 'GRACE' | 'DOWN' | 'LEVEL_GONE';

export interface TierInputs {
  readonly state: TierState;
  readonly facts: TierFacts;
  /** A trial that begins with this decision (C16). */
  readonly trial: Grant | null;
}

export interface TierOutcome {
  readonly state: TierState;
  /** The level that counts now: the one held, or one granted for a time. */
  readonly tier: TierCode;
  /** Empty when nothing was decided; the state is the same then. */
  readonly rules: readonly TierRule[];
}

/** Somebody about whom nothing has been decided yet. */
export const newcomer = (joinedOn: Day): TierState => ({
  held: 'T0',
  reviewedOn: joinedOn,
  grace: null,
  activity: null,
  fast: null,
  trial: null,
});

/**
 * A member's level, of nothing but these facts, these rules and this day: the same again gives the same again (I19).
 * Up at once (M2.12); down at the yearly review alone, after a grace, by so many levels at most (C15).
 */
export function evaluateTier(inputs: TierInputs, rules: ProgrammeRules, asOf: Day): TierOutcome {
  const ground = { facts: inputs.facts, trial: inputs.trial, rules, asOf };
  const steps = [placeAmongLevels, riseOrReview, endGrants, ride, tryOut];
  const walked = steps.reduce<Walk>((walk, step) => step(walk, ground), {
    state: inputs.state,
    rules: [],
  });
  return { ...walked, tier: tierNow(walked.state, rules, asOf) };
}

/** The level that counts on a day: of what is held, ridden and tried the highest that there is. */
export function tierNow({ held, fast, trial }: TierState, rules: ProgrammeRules, asOf: Day): TierCode {
  const granted = [fast, trial].flatMap((grant) => (grant && grant.until > asOf ? [grant.tier] : []));
  return usedAtMost(rules, granted.reduce(higherOf, held));
}

interface Walk {
  readonly state: TierState;
  readonly rules: readonly TierRule[];
}

interface Ground {
  readonly facts: TierFacts;
  readonly trial: Grant | null;
  readonly rules: ProgrammeRules;
  readonly asOf: Day;
}

/** Whoever has a level that is not used any more has the highest one below it. */
function placeAmongLevels(walk: Walk, { rules }: Ground): Walk {
  const placed = <G extends { readonly tier: TierCode }>(given: G | null): G | null =>
    given && { ...given, tier: usedAtMost(rules, given.tier) };
  const { held, grace, activity, fast, trial } = walk.state;
  const left = usedAtMost(rules, held);
  const state = {
    ...walk.state,
    held: left,
    // The lowest level cannot be lost: nothing is left to be mended.
    grace: left === 'T0' ? null : grace,
    activity: placed(activity),
    fast: placed(fast),
    trial: placed(trial),
  };
  const isSame =
    state.held === held &&
    state.activity?.tier === activity?.tier &&
    state.fast?.tier === fast?.tier &&
    state.trial?.tier === trial?.tier;
  return isSame ? walk : { state, rules: [...walk.rules, 'LEVEL_GONE'] };
}

/** What the facts of a day are worth, whatever is held. */
interface Deserved {
  readonly tier: TierCode;
  readonly rule: TierRule;
  /** The membership year, by the day on which it began. */
  readonly year: Day;
}

/** The level that facts and rules give, by whichever way leads highest. */
export function deservedLevel({ state, facts }: TierInputs, rules: ProgrammeRules, asOf: Day): Deserved {
  const year = lastReview(facts.joinedOn, rules, asOf);
  const { tier: base, way } = earnedLevel(facts, rules, state.held);
  const lifted = activityLevel({ facts, rules, base, spent: state.activity, year });
  return rankOf(lifted) > rankOf(base)
    ? { tier: lifted, rule: 'ACTIVITY', year }
    : { tier: base, rule: way, year };
}

function riseOrReview(walk: Walk, ground: Ground): Walk {
  const { state } = walk;
  const { facts, trial, rules, asOf } = ground;
  const { tier, rule, year } = deservedLevel({ state, facts, trial }, rules, asOf);
  if (rankOf(tier) <= rankOf(state.held)) return review(walk, ground, tier);
  const activity = rule === 'ACTIVITY' ? { year, tier } : state.activity;
  return {
    state: { ...state, held: tier, reviewedOn: year, grace: null, activity },
    rules: [...walk.rules, rule],
  };
}

/** C15: what was held is looked at once a year; who no longer reaches it has some days to mend that. */
function review(walk: Walk, { facts, rules, asOf }: Ground, deserved: TierCode): Walk {
  const { state } = walk;
  const due = lastReview(facts.joinedOn, rules, asOf);
  const { graceDays } = rules.qualifying;
  const settled = (changes: Partial<TierState>, rule: TierRule): Walk => ({
    state: { ...state, ...changes },
    rules: [...walk.rules, rule],
  });
  if (state.held === 'T0' || (state.grace === null && due <= state.reviewedOn)) return walk;
  const reviewedOn = state.grace?.reviewOn ?? due;
  if (deserved === state.held) return settled({ reviewedOn, grace: null }, 'KEPT');
  if (state.grace === null && graceDays > 0)
    return settled({ grace: { until: addDays(asOf, graceDays), reviewOn: due } }, 'GRACE');
  if (state.grace !== null && asOf < state.grace.until) return walk;
  return settled({ held: stepsDown(rules, state.held, deserved), reviewedOn, grace: null }, 'DOWN');
}

/** C15: down to what is deserved, by so many levels at most. */
export function stepsDown(rules: ProgrammeRules, held: TierCode, deserved: TierCode): TierCode {
  const levels = levelsOf(rules);
  const lowest = levels[Math.max(0, levels.indexOf(held) - rules.qualifying.stepsDownMax)] ?? 'T0';
  return higherOf(lowest, deserved);
}

/** What was granted for a time ends with its time, which is told once. */
function endGrants(walk: Walk, { asOf }: Ground): Walk {
  const { fast, trial } = walk.state;
  const isRideOver = fast !== null && !fast.isOver && fast.until <= asOf;
  const isTrialOver = trial !== null && trial.until <= asOf;
  if (!isRideOver && !isTrialOver) return walk;
  const state: TierState = {
    ...walk.state,
    fast: isRideOver ? { ...fast, isOver: true } : fast,
    trial: isTrialOver ? null : trial,
  };
  return { state, rules: [...walk.rules, 'GRANT_ENDED'] };
}

/** C5: a fast track carries to the end of the membership year; one purchase carries once. */
function ride(walk: Walk, { facts, rules, asOf }: Ground): Walk {
  const { fast, held } = walk.state;
  const tier = fastTrackLevel({ facts, rules, last: fast, asOf });
  const carried = fast !== null && !fast.isOver ? higherOf(held, fast.tier) : held;
  if (tier === null || rankOf(tier) <= rankOf(carried)) return walk;
  const until = nextReview(facts.joinedOn, rules, asOf);
  return {
    state: { ...walk.state, fast: { tier, until, isOver: false } },
    rules: [...walk.rules, 'FAST_TRACK'],
  };
}

/** C16: a level to try out, bought with points; it never shortens a trial of the same or a higher level. */
function tryOut(walk: Walk, { trial: wanted, rules, asOf }: Ground): Walk {
  const { trial } = walk.state;
  if (wanted === null || wanted.until <= asOf) return walk;
  const tier = usedAtMost(rules, wanted.tier);
  const isBetter =
    trial === null ||
    rankOf(tier) > rankOf(trial.tier) ||
    (tier === trial.tier && wanted.until > trial.until);
  if (!isBetter) return walk;
  return { state: { ...walk.state, trial: { tier, until: wanted.until } }, rules: [...walk.rules, 'TRIAL'] };
}
