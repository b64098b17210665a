import type { RawBuilder } from 'kysely';
import { v7 } from 'uuid';
import { sql } from '../../platform/database/sql.ts';
import { houseActor } from './accounts.rules.ts';
import type { Book } from './books.service.ts';
import type { LotDraw } from './draw.rules.ts';
import { momentOf } from './lots.queries.ts';
import type { PointReason } from './point-reason.rules.ts';
import type { Validity } from './validity.rules.ts';
import { expiryOf } from './validity.statements.ts';

/** Points that come together. */
export interface NewLot {
  readonly kind: 'PAID' | 'GIFT' | 'EARNED' | 'PROMO';
  readonly points: number;
  /** Counted from the moment at which the points can be had: nothing expires while it is pending. */
  readonly validity: Validity;
  /** Not to be had before; null: at once. */
  readonly availableAt?: Date | null;
}

/** Points that go back into the lot that they came out of. */
export interface Restoration {
  readonly consumptionId: number;
  readonly amount: number;
}

/** One movement of points: why, between which accounts, and what it does to lots and holds. */
export interface Posting {
  /** Names the movement for all time: the same key is posted once. */
  readonly key: string;
  readonly reason: PointReason;
  readonly subjectId: string | null;
  /** Amounts by account; they sum to zero. */
  readonly entries: readonly { readonly accountId: string; readonly amount: number }[];
  readonly draws?: readonly LotDraw[];
  readonly lot?: NewLot;
  readonly restorations?: readonly Restoration[];
  /** The pending lot that is to be had from now on. */
  readonly releasedLotId?: string;
  /** The transaction that it takes back. */
  readonly reversesId?: string;
  readonly hold?: { readonly id: string; readonly points: number; readonly minutes: number };
  readonly slice?: { readonly holdId: string; readonly points: number; readonly isRelease: boolean };
  /** The moment at which the lots were looked at; by default that of the posting itself. */
  readonly at?: Date;
}

export interface PostingHead {
  readonly transactionId: string;
  readonly book: Book;
  readonly hash: Buffer;
  /** The insertion of its news, from `posted`. */
  readonly news: RawBuilder<unknown>;
}

export interface MovedAccount {
  readonly accountId: string;
  readonly balanceAfter: number;
  readonly newsId: number;
}

/** One statement for all rows of a posting; triggers move the accounts, draw and fill the lots, and make the hashes. */
export function postingStatement(head: PostingHead, posting: Posting): RawBuilder<MovedAccount> {
  const parts = [
    sql`posted as (${transactionRow(head, posting)})`,
    ...(posting.draws?.length ? [sql`drawn as (${drawRows(posting.draws)})`] : []),
    ...(posting.lot ? [sql`issued as (${lotRow(head.book, posting.lot)})`] : []),
    ...(posting.restorations?.length ? [sql`restored as (${restorationRows(posting.restorations)})`] : []),
    ...(posting.releasedLotId ? [sql`released as (${releaseRow(posting.releasedLotId)})`] : []),
    ...(posting.hold ? [sql`held as (${holdRow(head.book, posting.hold)})`] : []),
    ...(posting.slice ? [sql`sliced as (${sliceRow(posting.slice)})`] : []),
    sql`moved as (${entryRows(posting.entries)})`,
    sql`news as (${head.news})`,
  ];
  return sql<MovedAccount>`with ${sql.join(parts)}
    select moved.account_id as "accountId", moved.balance_after as "balanceAfter", news.id as "newsId" from moved, news`;
}

const transactionRow = (
  { transactionId, book, hash }: PostingHead,
  posting: Posting,
): RawBuilder<unknown> => sql`
  insert into ledger_transactions
    (id, actor, idempotency_key, request_hash, kind, member_id, subject_id, reason, created_at, reverses_id)
  values (${transactionId}, ${houseActor}, ${posting.key}, ${hash}, ${posting.reason.kind}, ${book.memberId},
    ${posting.subjectId}, ${JSON.stringify(posting.reason.facts)}::jsonb,
    coalesce(${posting.at ?? null}::timestamptz, ${momentOf(book.memberId)}), ${posting.reversesId ?? null}::uuid)
  on conflict (actor, idempotency_key) do nothing
  returning id, created_at`;

const drawRows = (draws: readonly LotDraw[]): RawBuilder<unknown> => sql`
  insert into lot_consumptions (transaction_id, lot_id, amount)
  select posted.id, draw.lot_id, draw.amount
  from posted, unnest(${draws.map(({ lotId }) => lotId)}::uuid[], ${draws.map(({ amount }) => amount)}::bigint[])
    with ordinality as draw (lot_id, amount, place)
  order by draw.place`;

const lotRow = (
  book: Book,
  { kind, points, validity, availableAt = null }: NewLot,
): RawBuilder<unknown> => sql`
  insert into lots (id, member_id, currency, kind, initial, remaining, available_at, expires_at, is_pending, source_transaction_id)
  select ${v7()}, ${book.memberId}, ${book.currency}, ${kind}, ${points}::bigint, ${points}::bigint,
    coalesce(${availableAt}::timestamptz, posted.created_at), ${expiryOf(validity, sql`greatest(posted.created_at, ${availableAt}::timestamptz)`)},
    ${availableAt !== null}, posted.id
  from posted`;

const restorationRows = (restorations: readonly Restoration[]): RawBuilder<unknown> => sql`
  insert into lot_restorations (transaction_id, consumption_id, amount)
  select posted.id, back.consumption_id, back.amount
  from posted, unnest(${restorations.map(({ consumptionId }) => consumptionId)}::bigint[],
    ${restorations.map(({ amount }) => amount)}::bigint[]) with ordinality as back (consumption_id, amount, place)
  order by back.place`;

const releaseRow = (lotId: string): RawBuilder<unknown> => sql`
  insert into lot_releases (lot_id, transaction_id) select ${lotId}::uuid, posted.id from posted`;

const holdRow = (
  book: Book,
  { id, points, minutes }: NonNullable<Posting['hold']>,
): RawBuilder<unknown> => sql`
  insert into holds (id, member_id, currency, points, transaction_id, ends_at)
  select ${id}::uuid, ${book.memberId}::uuid, ${book.currency}::text, ${points}::bigint, posted.id,
    posted.created_at + make_interval(mins => ${minutes}::int)
  from posted`;

const sliceRow = ({ holdId, points, isRelease }: NonNullable<Posting['slice']>): RawBuilder<unknown> => sql`
  insert into hold_slices (transaction_id, hold_id, points, is_release)
  select posted.id, ${holdId}::uuid, ${points}::bigint, ${isRelease}::boolean from posted`;

const entryRows = (entries: Posting['entries']): RawBuilder<unknown> => sql`
  insert into ledger_entries (transaction_id, account_id, amount)
  select posted.id, entry.account_id, entry.amount
  from posted, unnest(${entries.map(({ accountId }) => accountId)}::uuid[], ${entries.map(({ amount }) => amount)}::bigint[])
    with ordinality as entry (account_id, amount, place)
  order by entry.place
  returning account_id, balance_after`;
