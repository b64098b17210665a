import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { dayOf, type Day } from '../../platform/time/programme-day.rules.ts';
import { configOn, type ProgrammeRules, type TierCode } from '../programme/index.ts';
import { lastReview } from './review.rules.ts';
import { factsOf } from './tier-facts.queries.ts';
import { tierNow, type TierFacts, type TierState } from './tier.rules.ts';

/** Where a member stands today, by the rules of today. */
export interface MemberStanding {
  readonly memberId: string;
  readonly tier: TierCode;
  readonly state: TierState;
  readonly facts: TierFacts;
  readonly rules: ProgrammeRules;
  readonly year: Day;
  readonly asOf: Day;
  /** Since when the level is what it is; null for one that came with the account. */
  readonly since: Date | null;
}

/** A member's level with all that it is made of; null when there is no such member. */
export async function standingOf(
  { em, clock }: Pick<Context, 'em' | 'clock'>,
  memberId: string,
): Promise<MemberStanding | null> {
  const now = clock.now();
  const asOf = dayOf(now);
  const { rules } = await configOn(em, now);
  const [before] = await factsOf(em, { memberIds: [memberId], rules, asOf });
  if (!before) return null;
  const { state, facts } = before.inputs;
  const changed = await row(
    em,
    sql<{ since: Date }>`select decided_at as since from tier_decisions
      where member_id = ${memberId} and tier_before <> tier_after order by decided_at desc, id desc limit 1`,
  );
  return {
    ...{ memberId, state, facts, rules, asOf },
    tier: tierNow(state, rules, asOf),
    year: lastReview(facts.joinedOn, rules, asOf),
    since: changed?.since ?? null,
  };
}
