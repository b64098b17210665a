import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import {
  pageFrom,
  pageRequest,
  timeKeysOf,
  type Page,
  type PageArgs,
} from '../../platform/graphql/connection.ts';
import { dayOf, type Day } from '../../platform/time/programme-day.rules.ts';
import { configOn, type ProgrammeRules, type TierCode } from '../programme/index.ts';
import { tierNow, type TierInputs, type TierRule, type TierState } from './tier.rules.ts';

/** A decision as it is kept. */
export interface DecisionRow {
  readonly id: string;
  readonly memberId: string;
  readonly decidedAt: Date;
  readonly asOf: Day;
  readonly configVersion: number;
  readonly rules: readonly TierRule[];
  readonly before: TierCode;
  readonly after: TierCode;
  readonly inputs: TierInputs;
  readonly outcome: TierState;
}

type StoredDecision = Omit<DecisionRow, 'rules'> & { readonly rule: string };

const columns = sql.raw(`d.id, d.member_id as "memberId", d.decided_at as "decidedAt",
  to_char(d.as_of, 'YYYY-MM-DD') as "asOf", d.config_version as "configVersion", d.rule,
  d.tier_before as before, d.tier_after as after, d.inputs, d.outcome`);

const decision = ({ rule, ...rest }: StoredDecision): DecisionRow => ({
  ...rest,
  rules: rule.split(',') as TierRule[],
});

/** A member's level and the rules that it is a level of. */
export interface TierOfMember {
  readonly tier: TierCode;
  readonly rules: ProgrammeRules;
  readonly configVersion: number;
}

/**
 * The level that counts for a member at this moment, with the rules in force: for prices and points. What was granted
 * for a time ends here to the day, whether the nightly run has been or not.
 */
export async function tierOfMember(
  { em, clock }: Pick<Context, 'em' | 'clock'>,
  memberId: string,
): Promise<TierOfMember> {
  const now = clock.now();
  const { rules, version } = await configOn(em, now);
  const found = await row(
    em,
    sql<{ state: TierState }>`select state from member_tiers where member_id = ${memberId}`,
  );
  const tier = found ? tierNow(found.state, rules, dayOf(now)) : 'T0';
  return { tier, rules, configVersion: version };
}

/** The decisions about a member, the newest first. */
export async function decisionsOf(
  ctx: Pick<Context, 'em'>,
  memberId: string,
  args: PageArgs,
): Promise<Page<DecisionRow>> {
  const page = pageRequest(args);
  const after = page.cursor === null ? null : timeKeysOf(page.cursor);
  const found = await rows(
    ctx.em,
    sql<StoredDecision>`select ${columns} from tier_decisions d
      where d.member_id = ${memberId} and ${after ? sql`(d.decided_at, d.id) < (${after.at}, ${after.id}::uuid)` : sql`true`}
      order by d.decided_at desc, d.id desc limit ${page.size + 1}`,
  );
  return pageFrom(found.map(decision), page, {
    keys: ({ decidedAt, id }) => [decidedAt.toISOString(), id],
    count: async () =>
      (
        await row(
          ctx.em,
          sql<{
            count: number;
          }>`select count(*)::int as count from tier_decisions where member_id = ${memberId}`,
        )
      )?.count ?? 0,
  });
}

/** Decisions in the order of their ids after one of them, at most so many; for looking at all of them. */
export async function decisionsAfter(
  em: EntityManager,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly DecisionRow[]> {
  const found = await rows(
    em,
    sql<StoredDecision>`select ${columns} from tier_decisions d
      where ${after}::uuid is null or d.id > ${after}::uuid order by d.id limit ${limit}`,
  );
  return found.map(decision);
}

/** The ids of members after one of them, in the order of ids, at most so many. */
export async function memberIdsAfter(
  em: EntityManager,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const found = await rows(
    em,
    sql<{ id: string }>`select id from members where ${after}::uuid is null or id > ${after}::uuid
      order by id limit ${limit}`,
  );
  return found.map(({ id }) => id);
}
