import type { EntityManager } from '@mikro-orm/postgresql';
import { rows, sql } from '../../platform/database/sql.ts';
import { addDays, addMonths, startOfDay, type Day } from '../../platform/time/programme-day.rules.ts';
import type { ProgrammeRules, TierCode } from '../programme/index.ts';
import { newcomer, type TierInputs, type TierState } from './tier.rules.ts';

/** A member before a decision: all that it is made of, and which decision was the last. */
export interface BeforeDecision {
  readonly memberId: string;
  readonly inputs: TierInputs;
  readonly tier: TierCode;
  readonly lastDecisionId: string | null;
}

interface FactsRow {
  readonly memberId: string;
  readonly joinedOn: Day;
  readonly spendFen: number;
  readonly orders: number;
  readonly fastOneFen: number;
  readonly fastTwoFen: number;
  readonly loginDays: number;
  readonly points: number;
  readonly tier: TierCode | null;
  readonly state: TierState | null;
  readonly lastDecisionId: string | null;
}

export interface FactsQuestion {
  readonly memberIds: readonly string[];
  readonly rules: ProgrammeRules;
  readonly asOf: Day;
}

/**
 * What happened to these members within the windows of these rules, in one statement however many they are. The
 * window is the months before the day, the day itself included. Orders and lots are read where they stand, so a
 * decision never rests on a copy that missed something.
 */
export async function factsOf(
  em: EntityManager,
  question: FactsQuestion,
): Promise<readonly BeforeDecision[]> {
  const found = await rows(em, factsStatement(question));
  return found.map((row) => ({
    memberId: row.memberId,
    tier: row.tier ?? 'T0',
    lastDecisionId: row.lastDecisionId,
    inputs: {
      state: row.state ?? newcomer(row.joinedOn),
      facts: {
        joinedOn: row.joinedOn,
        spendFen: row.spendFen,
        orders: row.orders,
        loginDays: row.loginDays,
        // Campaigns and invitations tell of theirs once there are such features.
        campaignJoins: 0,
        points: row.points,
        fastSpendFen: { one: row.fastOneFen, two: row.fastTwoFen },
        invitees: { bought: 0, risen: 0 },
      },
      trial: null,
    },
  }));
}

function factsStatement({ memberIds, rules, asOf }: FactsQuestion) {
  const firstDay = addDays(addMonths(asOf, -rules.qualifying.windowMonths), 1);
  const from = startOfDay(firstDay);
  const end = startOfDay(addDays(asOf, 1));
  const [one, two] = (['one', 'two'] as const).map((which) =>
    startOfDay(addDays(asOf, 1 - rules.fastTrack[which].days)),
  );
  const earliest = new Date(Math.min(from.getTime(), one?.getTime() ?? 0, two?.getTime() ?? 0));
  return sql<FactsRow>`
    with chosen as (
      select id, to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as joined_on
      from members where id = any(${memberIds}::uuid[])),
    paid as (
      select member_id,
        sum(amount_fen - refunded_fen) filter (where completed_at >= ${from}) as spend,
        count(*) filter (where completed_at >= ${from} and refunded_fen < amount_fen) as orders,
        sum(amount_fen - refunded_fen) filter (where completed_at >= ${one}) as fast_one,
        sum(amount_fen - refunded_fen) filter (where completed_at >= ${two}) as fast_two
      from orders where status = 'COMPLETED' and member_id = any(${memberIds}::uuid[])
        and completed_at >= ${earliest} and completed_at < ${end}
      group by member_id),
    came as (
      select member_id, count(*) as days from login_days
      where member_id = any(${memberIds}::uuid[]) and day between ${firstDay}::date and ${asOf}::date
      group by member_id),
    -- What was taken back again was not earned, nor what is still pending or went while it was.
    earned as (
      select l.member_id, sum(l.initial - coalesce(r.points, 0)) as points from lots l
      left join lateral (
        select sum(e.amount) as points from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
        where t.reverses_id = l.source_transaction_id and e.amount > 0) r on true
      where l.currency = 'REWARD' and l.kind = 'EARNED' and not l.is_pending and l.member_id = any(${memberIds}::uuid[])
        and l.available_at >= ${from} and l.available_at < ${end}
      group by l.member_id)
    select c.id as "memberId", c.joined_on as "joinedOn",
      coalesce(paid.spend, 0)::float8 as "spendFen", coalesce(paid.orders, 0)::int as orders,
      coalesce(paid.fast_one, 0)::float8 as "fastOneFen", coalesce(paid.fast_two, 0)::float8 as "fastTwoFen",
      coalesce(came.days, 0)::int as "loginDays", coalesce(earned.points, 0)::float8 as points,
      t.tier, t.state, t.decision_id as "lastDecisionId"
    from chosen c
      left join paid on paid.member_id = c.id
      left join came on came.member_id = c.id
      left join earned on earned.member_id = c.id
      left join member_tiers t on t.member_id = c.id
    order by c.id`;
}
