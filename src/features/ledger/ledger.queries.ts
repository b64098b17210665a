import { row, rows, sql } from '../../platform/database/sql.ts';
import type { Context } from '../../platform/context.ts';
import { seqKeyOf, type PageRequest } from '../../platform/graphql/connection.ts';
import { columnsOf } from '../../platform/reading/source.ts';
import {
  houseActor,
  noRewards,
  nothing,
  spendable,
  type Balance,
  type Currency,
  type RewardBalance,
} from './accounts.rules.ts';
import { cardBalances, type CardBalance } from './card-points.source.ts';
import { rewardBalances, type RewardPointsRow } from './reward-points.source.ts';
import type { Holder } from './lots.queries.ts';
import type { PointKind, PointReasons } from './point-reason.rules.ts';

/** What a member has and owes. */
export async function balanceOf(ctx: Context, memberId: string): Promise<Balance> {
  const [balance] = await balancesOf(ctx, [memberId]);
  return balance ?? nothing;
}

/** What these members have and owe, each where its id stands; for batched(). */
export async function balancesOf(ctx: Context, memberIds: readonly string[]): Promise<readonly Balance[]> {
  const found = await rows(
    ctx.em,
    sql<CardBalance>`select ${sql.raw(columnsOf(cardBalances, 'b'))} from card_balances b
      where b.member_id = any(${memberIds}::uuid[])`,
  );
  const byMember = new Map(found.map(({ memberId, balance, debt }) => [memberId, { balance, debt }]));
  return memberIds.map((id) => byMember.get(id) ?? nothing);
}

/** What a member has of reward points, and owes. */
export async function rewardsOf(ctx: Pick<Context, 'em'>, memberId: string): Promise<RewardBalance> {
  const [found] = await rewardsOfMany(ctx, [memberId]);
  return found ?? noRewards;
}

/** What these members have of reward points, each where its id stands; for batched(). */
export async function rewardsOfMany(
  ctx: Pick<Context, 'em'>,
  memberIds: readonly string[],
): Promise<readonly RewardBalance[]> {
  const found = await rows(
    ctx.em,
    sql<RewardPointsRow>`select ${sql.raw(columnsOf(rewardBalances, 'b'))} from reward_balances b
      where b.member_id = any(${memberIds}::uuid[])`,
  );
  const byMember = new Map(found.map(({ memberId, ...balance }) => [memberId, balance]));
  return memberIds.map((id) => byMember.get(id) ?? noRewards);
}

/** One movement of a member's card points, as it is read. */
export interface PointEntryRow {
  /** The id of its transaction, which moves one account once. */
  readonly id: string;
  readonly place: number;
  readonly kind: PointKind;
  readonly facts: PointReasons[PointKind];
  readonly amount: number;
  readonly balanceAfter: number;
  readonly createdAt: Date;
  readonly subjectId: string | null;
}

export interface EntriesWanted {
  readonly memberId: string;
  readonly currency: Currency;
  readonly page: PageRequest;
}

/** Movements of what members can spend, newest first, one more than each page holds; for batched(). */
export async function entriesOf(
  ctx: Context,
  wanted: readonly EntriesWanted[],
): Promise<readonly (readonly PointEntryRow[])[]> {
  const cursors = wanted.map(({ page }) => (page.cursor === null ? null : seqKeyOf(page.cursor)));
  const found = await rows(
    ctx.em,
    sql<PointEntryRow & { wish: number }>`select wish.place as wish, entry.*
      from unnest(${wanted.map(({ memberId }) => memberId)}::uuid[], ${wanted.map(({ currency }) => spendable[currency])}::text[],
          ${wanted.map(({ page }) => page.size)}::int[], ${cursors}::bigint[])
        with ordinality as wish (member_id, kind, size, before, place)
      join accounts a on a.member_id = wish.member_id and a.kind = wish.kind
      cross join lateral (
        select t.id, e.id as place, t.kind, t.reason as facts, e.amount, e.balance_after as "balanceAfter",
          t.created_at as "createdAt", t.subject_id as "subjectId"
        from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
        where e.account_id = a.id and (wish.before is null or e.id < wish.before)
        order by e.id desc limit wish.size + 1
      ) as entry
      order by wish.place, entry.place desc`,
  );
  return wanted.map((_, i) => found.filter(({ wish }) => wish === i + 1));
}

/** How many movements these had, each where it stands; for batched(). */
export async function entryCountsOf(ctx: Context, of: readonly Holder[]): Promise<readonly number[]> {
  const found = await rows(
    ctx.em,
    sql<Holder & { count: number }>`select a.member_id as "memberId", a.currency, count(*) as count
      from accounts a join ledger_entries e on e.account_id = a.id
      where a.member_id = any(${of.map(({ memberId }) => memberId)}::uuid[]) and a.kind in ('CARD_POINTS', 'REWARD_POINTS')
      group by 1, 2`,
  );
  const counts = new Map(found.map(({ memberId, currency, count }) => [`${currency} ${memberId}`, count]));
  return of.map(({ memberId, currency }) => counts.get(`${currency} ${memberId}`) ?? 0);
}

/** A row of an invariant's view: proof that the invariant does not hold. */
export interface BrokenInvariant {
  readonly invariant: string;
  readonly row: unknown;
}

const rowsShownMax = 20;

/** Asks every invariant of the ledger; each is a view that must be empty. */
export async function brokenInvariants(ctx: Pick<Context, 'em'>): Promise<readonly BrokenInvariant[]> {
  const views = await rows(
    ctx.em,
    sql<{ name: string }>`select viewname as name from pg_views
      where schemaname = current_schema() and viewname like 'invariant\\_%' order by 1`,
  );
  if (views.length === 0) throw new Error('The invariants of the ledger are gone from the database.');
  const questions = views.map(
    ({ name }) =>
      sql`(select ${name}::text as invariant, to_jsonb(v) as row from ${sql.table(name)} as v limit ${rowsShownMax})`,
  );
  return await ctx.em.fork().transactional(async (em) => {
    // However long the books are, they are read to the end.
    await rows(em, sql`set local statement_timeout = 0`);
    // One statement and so one snapshot: a posting is seen whole or not at all.
    return await rows(em, sql<BrokenInvariant>`${sql.join(questions, sql` union all `)}`);
  });
}

/** Whether this posting stands, whoever made it. */
export const isPosted = async (ctx: Context, key: string): Promise<boolean> =>
  (await row(
    ctx.em,
    sql`select 1 from ledger_transactions where actor = ${houseActor} and idempotency_key = ${key}`,
  )) !== null;
