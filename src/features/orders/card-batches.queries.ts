import type { RawBuilder } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import {
  pageFrom,
  pageRequest,
  timeKeysOf,
  type Page,
  type PageArgs,
} from '../../platform/graphql/connection.ts';

/** A batch as it is read, with what became of its cards. */
export interface CardBatchRow {
  readonly id: string;
  readonly count: number;
  readonly points: number;
  readonly note: string;
  readonly createdAt: Date;
  readonly voidedAt: Date | null;
  readonly redeemedCount: number;
}

const batchRows = (where: RawBuilder<unknown>): RawBuilder<CardBatchRow> => sql<CardBatchRow>`
  select b.id, b.count, b.points, b.note, b.created_at as "createdAt", b.voided_at as "voidedAt", cards.redeemed as "redeemedCount"
  from card_batches b
  cross join lateral (select count(*) as redeemed from top_up_cards c where c.batch_id = b.id and c.redeemed_at is not null) as cards
  where ${where}`;

/** The batch, or null when there is none with this id. */
export const findBatch = (ctx: Pick<Context, 'em'>, batchId: string): Promise<CardBatchRow | null> =>
  row(ctx.em, batchRows(sql`b.id = ${batchId}`));

/** Batches of cards, the newest first. */
export async function cardBatches(ctx: Context, args: PageArgs): Promise<Page<CardBatchRow>> {
  const page = pageRequest(args);
  const after = page.cursor === null ? null : timeKeysOf(page.cursor);
  const found = await rows(
    ctx.em,
    sql<CardBatchRow>`${batchRows(after ? sql`(b.created_at, b.id) < (${after.at}, ${after.id}::uuid)` : sql`true`)}
      order by b.created_at desc, b.id desc limit ${page.size + 1}`,
  );
  return pageFrom(found, page, {
    keys: ({ createdAt, id }) => [createdAt.toISOString(), id],
    count: async () =>
      (await row(ctx.em, sql<{ count: number }>`select count(*) as count from card_batches`))?.count ?? 0,
  });
}
