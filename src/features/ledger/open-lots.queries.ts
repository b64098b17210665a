import { rows, sql } from '../../platform/database/sql.ts';
import type { Context } from '../../platform/context.ts';
import { textKeyOf, type PageRequest } from '../../platform/graphql/connection.ts';
import type { Holder } from './lots.queries.ts';

/** A lot with something left in it, as it is read. */
export interface PointLotRow {
  readonly id: string;
  /** Its place in draw order, as a text. */
  readonly place: string;
  readonly kind: 'PAID' | 'GIFT' | 'EARNED' | 'PROMO';
  readonly initial: number;
  readonly remaining: number;
  readonly isPending: boolean;
  readonly availableAt: Date;
  readonly expiresAt: Date | null;
}

export interface LotsWanted extends Holder {
  readonly page: PageRequest;
}

/** Draw order as a text that compares: pending last, gift before paid, earliest expiry, earliest available, id. */
const place = sql.raw(`concat_ws(' ', (l.is_pending)::int, (l.kind = 'PAID')::int,
  coalesce(lpad(ledger_millis(l.expires_at)::text, 15, '0'), 'never'), lpad(ledger_millis(l.available_at)::text, 15, '0'), l.id)
  collate "C"`);

const placeMax = 100;
const readPlace = (key: string | number): string | null =>
  typeof key === 'string' && key.length <= placeMax ? key : null;

/** Members' lots that are not empty and not past their expiry, in draw order, one more than each page holds. */
export async function openLotsOf(
  ctx: Context,
  wanted: readonly LotsWanted[],
): Promise<readonly (readonly PointLotRow[])[]> {
  const after = wanted.map(({ page }) => (page.cursor === null ? '' : textKeyOf(page.cursor, readPlace)));
  const found = await rows(
    ctx.em,
    sql<PointLotRow & { wish: number }>`select wish.place as wish, lot.*
      from unnest(${wanted.map(({ memberId }) => memberId)}::uuid[], ${wanted.map(({ currency }) => currency)}::text[],
          ${wanted.map(({ page }) => page.size)}::int[], ${after}::text[])
        with ordinality as wish (member_id, currency, size, after, place)
      cross join lateral (
        select l.id, ${place} as place, l.kind, l.initial, l.remaining, l.is_pending as "isPending",
          l.available_at as "availableAt", l.expires_at as "expiresAt"
        from lots l
        where l.member_id = wish.member_id and l.currency = wish.currency and l.remaining > 0
          and (l.expires_at is null or l.expires_at > ledger_now()) and ${place} > wish.after
        order by ${place} limit wish.size + 1
      ) as lot
      order by wish.place, lot.place collate "C"`,
  );
  return wanted.map((_, i) => found.filter(({ wish }) => wish === i + 1));
}

/** How many such lots these have, each where it stands; for batched(). */
export async function openLotCountsOf(ctx: Context, of: readonly Holder[]): Promise<readonly number[]> {
  const found = await rows(
    ctx.em,
    sql<Holder & { count: number }>`select member_id as "memberId", currency, count(*) as count from lots
      where member_id = any(${of.map(({ memberId }) => memberId)}::uuid[]) and remaining > 0
        and (expires_at is null or expires_at > ledger_now())
      group by 1, 2`,
  );
  const counts = new Map(found.map(({ memberId, currency, count }) => [`${currency} ${memberId}`, count]));
  return of.map(({ memberId, currency }) => counts.get(`${currency} ${memberId}`) ?? 0);
}
