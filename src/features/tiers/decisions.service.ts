import { v7 } from 'uuid';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { addDays, dayOf, type Day } from '../../platform/time/programme-day.rules.ts';
import { configOn, rankOf, type ProgrammeConfig, type TierCode } from '../programme/index.ts';
import { factsOf, type BeforeDecision } from './tier-facts.queries.ts';
import { evaluateTier, type TierInputs, type TierOutcome } from './tier.rules.ts';
import { usedAtMost } from './ways.rules.ts';

/** What decisions are made for and by. */
export interface Occasion {
  readonly config: ProgrammeConfig;
  readonly asOf: Day;
  readonly now: Date;
}

/** A decision that is to be stored. */
interface Decision {
  readonly id: string;
  readonly before: BeforeDecision;
  readonly inputs: TierInputs;
  readonly outcome: TierOutcome;
}

/** What became of some members. */
export interface Decided {
  /** How many decisions were stored. */
  readonly count: number;
  /** Members about whom somebody else decided at the same time: to be looked at again. */
  readonly overtaken: readonly string[];
}

/**
 * Decides about a member by what there is now, and stores the decision if there is one. Called by news that may come
 * twice: the second time nothing has changed, and nothing is stored.
 */
export async function decideTier(ctx: Context, memberId: string): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const { overtaken } = await unitOfWork(ctx, async (unit) =>
      decideAll(unit, await occasionOf(unit.em, ctx.clock.now()), [memberId]),
    );
    if (overtaken.length === 0) return;
  }
  throw new Error(`Others decide about member ${memberId} all the time.`);
}

const attemptsMax = 10;

/** A trial level, as one who bought it with points has it (C16). */
export interface TrialTier {
  readonly memberId: string;
  readonly tier: TierCode;
  readonly days: number;
}

/**
 * Gives a member a level to try out, inside the act that was paid for it; the same level again goes on where the
 * trial that runs ends. Nothing is granted, and false returned, where it would give nothing: a better trial runs, or
 * the level is had anyway. Throws RangeError for days that are no number of days.
 */
export async function grantTrialTier(
  unit: Unit,
  wanted: TrialTier,
  clock: Context['clock'],
): Promise<boolean> {
  const { memberId, days } = wanted;
  if (!Number.isInteger(days) || days < 1 || days > 366) throw new RangeError(`No trial lasts ${days} days.`);
  const occasion = await occasionOf(unit.em, clock.now());
  const { rules } = occasion.config;
  // Whoever overtook us has left another state behind; to have lost against them holds the row, so that once is enough.
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const [before] = await factsOf(unit.em, { memberIds: [memberId], rules, asOf: occasion.asOf });
    const made = before && trialFor(before, wanted, occasion);
    if (!made) return false;
    const { count } = await store(unit, occasion, [made]);
    if (count > 0) return true;
  }
  throw new Error(`Others decide about member ${memberId} all the time.`);
}

/** The decision that grants a trial, if it is worth something. */
function trialFor(before: BeforeDecision, { tier, days }: TrialTier, occasion: Occasion): Decision | null {
  const { config, asOf } = occasion;
  const running = before.inputs.state.trial;
  const placed = usedAtMost(config.rules, tier);
  const isAgain = running !== null && running.until > asOf && running.tier === placed;
  const trial = { tier: placed, until: addDays(isAgain ? running.until : asOf, days) };
  const made = decisionAbout(before, { ...before.inputs, trial }, occasion);
  if (!made?.outcome.rules.includes('TRIAL')) return null;
  const { held, fast } = made.outcome.state;
  const isLent = fast !== null && fast.until >= trial.until && rankOf(fast.tier) >= rankOf(placed);
  return isLent || rankOf(held) >= rankOf(placed) ? null : made;
}

/** The rules in force, and the day that it is by them. */
export async function occasionOf(em: EntityManager, now: Date): Promise<Occasion> {
  return { config: await configOn(em, now), asOf: dayOf(now), now };
}

/** Decides about many members by one statement that reads and one that writes. */
export async function decideAll(
  unit: Unit,
  occasion: Occasion,
  memberIds: readonly string[],
): Promise<Decided> {
  const { config, asOf } = occasion;
  const befores = await factsOf(unit.em, { memberIds, rules: config.rules, asOf });
  const decisions = befores.flatMap((before) => decisionAbout(before, before.inputs, occasion) ?? []);
  return await store(unit, occasion, decisions);
}

function decisionAbout(
  before: BeforeDecision,
  inputs: TierInputs,
  { config, asOf }: Occasion,
): Decision | null {
  const outcome = evaluateTier(inputs, config.rules, asOf);
  return outcome.rules.length === 0 ? null : { id: v7(), before, inputs, outcome };
}

/**
 * Each decision stands if the one that it was made after is still the last. One statement writes all of those that
 * do, so there is nothing to lock and nobody to wait for.
 */
async function store(unit: Unit, occasion: Occasion, decisions: readonly Decision[]): Promise<Decided> {
  if (decisions.length === 0) return { count: 0, overtaken: [] };
  const written = decisions.map(({ id, before, inputs, outcome }) => ({
    id,
    member_id: before.memberId,
    last_id: before.lastDecisionId,
    rule: outcome.rules.join(','),
    tier_before: before.tier,
    tier_after: outcome.tier,
    inputs,
    outcome: outcome.state,
  }));
  const stood = await rows(
    unit.em,
    sql<{ memberId: string }>`
      with written as (
        select * from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as w (id uuid, member_id uuid, last_id uuid,
          rule text, tier_before text, tier_after text, inputs jsonb, outcome jsonb)),
      -- Decisions about one member follow each other in time, whatever the clocks of two nodes say.
      made as (
        select w.*, greatest(${occasion.now}::timestamptz, t.decided_at + interval '1 millisecond') as moment
        from written w left join member_tiers t on t.member_id = w.member_id and t.decision_id = w.last_id),
      standing as (
        insert into member_tiers as t (member_id, tier, state, decision_id, decided_at)
        select member_id, tier_after, outcome, id, moment from made order by member_id
        on conflict (member_id) do update
          set tier = excluded.tier, state = excluded.state, decision_id = excluded.decision_id, decided_at = excluded.decided_at
          where t.decision_id = (select m.last_id from made m where m.member_id = t.member_id)
        returning t.decision_id)
      insert into tier_decisions (id, member_id, decided_at, as_of, config_version, rule, tier_before, tier_after, inputs, outcome)
      select m.id, m.member_id, m.moment, ${occasion.asOf}::date, ${occasion.config.version}::int, m.rule, m.tier_before,
        m.tier_after, m.inputs, m.outcome
      from made m join standing s on s.decision_id = m.id returning member_id as "memberId"`,
  );
  const standing = new Set(stood.map(({ memberId }) => memberId));
  tell(
    unit,
    decisions.filter(({ before }) => standing.has(before.memberId)),
  );
  return {
    count: stood.length,
    overtaken: decisions.map(({ before }) => before.memberId).filter((id) => !standing.has(id)),
  };
}

function tell(unit: Unit, decisions: readonly Decision[]): void {
  for (const { id, before, outcome } of decisions) {
    const news = { memberId: before.memberId, decisionId: id, rules: outcome.rules };
    if (outcome.tier !== before.tier)
      unit.record('tierChanged', { ...news, before: before.tier, after: outcome.tier });
    if (outcome.rules.includes('GRACE') && outcome.state.grace)
      unit.record('tierAtRisk', { ...news, tier: outcome.state.held, until: outcome.state.grace.until });
  }
}
