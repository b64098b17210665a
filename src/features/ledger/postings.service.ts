import { v7 } from 'uuid';
import { row, rows, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { IdempotencyConflict } from '../../platform/graphql/user-error.ts';
import type { Balance } from './accounts.rules.ts';
import type { LotDraw } from './draw.rules.ts';
import type { PointReason } from './point-reason.rules.ts';
import { requestHash } from './request-hash.ts';

/** A member's two accounts of card points, locked until the unit of work ends. */
export interface LockedAccounts {
  readonly memberId: string;
  readonly cardPoints: LockedAccount;
  readonly debt: LockedAccount;
}

export interface LockedAccount {
  readonly id: string;
  readonly balance: number;
}

/** What the member has and owes. */
export const balanceIn = (accounts: LockedAccounts): Balance => ({
  balance: accounts.cardPoints.balance,
  // Not -0, which JSON and tests tell apart from 0.
  debt: Math.abs(accounts.debt.balance),
});

/**
 * Locks a member's card-point and debt accounts, and makes them at first. Whatever moves a member's points does
 * this first, and locks the house's account after it: that order is why postings cannot deadlock.
 */
export async function lockAccounts(unit: Unit, memberId: string): Promise<LockedAccounts> {
  const locked = await lockedAccounts(unit, memberId);
  if (locked) return locked;
  await rows(
    unit.em,
    sql`insert into accounts (id, member_id, kind, currency)
      values (${v7()}, ${memberId}, 'CARD_POINTS', 'CARD'), (${v7()}, ${memberId}, 'DEBT', 'CARD')
      on conflict (member_id, kind, currency) do nothing`,
  );
  const made = await lockedAccounts(unit, memberId);
  if (!made) throw new Error(`Member ${memberId} has no accounts after they were made.`);
  return made;
}

async function lockedAccounts(unit: Unit, memberId: string): Promise<LockedAccounts | null> {
  const found = await rows(
    unit.em,
    sql<LockedAccount & { kind: string }>`select id, kind, balance from accounts
      where member_id = ${memberId} and currency = 'CARD' and kind in ('CARD_POINTS', 'DEBT') order by kind for update`,
  );
  const cardPoints = found.find(({ kind }) => kind === 'CARD_POINTS');
  const debt = found.find(({ kind }) => kind === 'DEBT');
  return cardPoints && debt ? { memberId, cardPoints, debt } : null;
}

/** One movement of points: who it is about, why, and between which accounts. */
export interface Posting {
  /** Names the movement for all time: the same key is posted once. */
  readonly key: string;
  readonly reason: PointReason;
  readonly subjectId: string | null;
  /** Amounts by account; they sum to zero. */
  readonly entries: readonly { readonly accountId: string; readonly amount: number }[];
  readonly draws?: readonly LotDraw[];
  readonly lot?: { readonly kind: 'PAID' | 'GIFT'; readonly points: number; readonly monthsValid: number };
  /** The moment at which the lots were looked at; by default that of the posting itself. */
  readonly at?: Date;
}

export interface Posted {
  readonly transactionId: string;
  readonly accounts: LockedAccounts;
}

/** In whose name the house's own acts are posted; who asked for them stands with the order or the card. */
const actor = 'house';

/**
 * Writes one balanced transaction and announces the member's new balance. Returns null when this very posting
 * stands already; throws IdempotencyConflict when its key stands for another one.
 */
export async function post(unit: Unit, accounts: LockedAccounts, posting: Posting): Promise<Posted | null> {
  const transactionId = v7();
  const hash = requestHash([accounts.memberId, posting.reason, posting.subjectId, posting.entries]);
  const moved = await rows(
    unit.em,
    postingStatement({ transactionId, memberId: accounts.memberId, hash }, posting),
  );
  if (moved.length === 0) return await refuseOther(unit, posting.key, hash);
  const balances = new Map(moved.map(({ accountId, balanceAfter }) => [accountId, balanceAfter]));
  const after = (account: LockedAccount): LockedAccount => ({
    ...account,
    balance: balances.get(account.id) ?? account.balance,
  });
  const left = { ...accounts, cardPoints: after(accounts.cardPoints), debt: after(accounts.debt) };
  unit.announce(
    { name: 'memberNews', id: accounts.memberId },
    { kind: 'BALANCE_CHANGED', ...balanceIn(left) },
  );
  return { transactionId, accounts: left };
}

interface PostingHead {
  readonly transactionId: string;
  readonly memberId: string;
  readonly hash: Buffer;
}

interface MovedAccount {
  readonly accountId: string;
  readonly balanceAfter: number;
}

/** One statement for all rows; triggers move the accounts and draw the lots. */
function postingStatement(head: PostingHead, posting: Posting): ReturnType<typeof sql<MovedAccount>> {
  const { reason, entries, draws = [], lot } = posting;
  return sql<MovedAccount>`
    with posted as (
      insert into ledger_transactions (id, actor, idempotency_key, request_hash, kind, member_id, subject_id, reason, created_at)
      values (${head.transactionId}, ${actor}, ${posting.key}, ${head.hash}, ${reason.kind}, ${head.memberId},
        ${posting.subjectId}, ${JSON.stringify(reason.facts)}::jsonb,
        coalesce(${posting.at ?? null}::timestamptz, date_trunc('milliseconds', statement_timestamp())))
      on conflict (actor, idempotency_key) do nothing
      returning id, created_at
    ), drawn as (
      insert into lot_consumptions (transaction_id, lot_id, amount)
      select posted.id, draw.lot_id, draw.amount
      from posted, unnest(${draws.map(({ lotId }) => lotId)}::uuid[], ${draws.map(({ amount }) => amount)}::bigint[])
        as draw (lot_id, amount)
    ), issued as (
      insert into lots (id, member_id, currency, kind, initial, remaining, available_at, expires_at, source_transaction_id)
      select ${v7()}, ${head.memberId}, 'CARD', ${lot?.kind ?? 'PAID'}, ${lot?.points ?? 0}::bigint, ${lot?.points ?? 0}::bigint,
        posted.created_at, ${expiry(lot?.monthsValid ?? 0)}, posted.id
      from posted where ${lot !== undefined}
    )
    insert into ledger_entries (transaction_id, account_id, amount)
    select posted.id, entry.account_id, entry.amount
    from posted, unnest(${entries.map(({ accountId }) => accountId)}::uuid[], ${entries.map(({ amount }) => amount)}::bigint[])
      with ordinality as entry (account_id, amount, place)
    order by entry.place
    returning account_id as "accountId", balance_after as "balanceAfter"`;
}

/** The end of the same day so many months later, by the house's calendar (C22); 0 months: never. */
const expiry = (months: number): ReturnType<typeof sql> =>
  months === 0
    ? sql`null::timestamptz`
    : sql`(date_trunc('day', posted.created_at at time zone 'Asia/Shanghai') + make_interval(months => ${months}::int) + interval '1 day')
        at time zone 'Asia/Shanghai'`;

async function refuseOther(unit: Unit, key: string, hash: Buffer): Promise<null> {
  const standing = await row(
    unit.em,
    sql<{
      hash: Buffer;
    }>`select request_hash as hash from ledger_transactions where actor = ${actor} and idempotency_key = ${key}`,
  );
  if (!standing?.hash.equals(hash)) throw new IdempotencyConflict();
  return null;
}
