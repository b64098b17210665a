import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import {
  pageFrom,
  pageRequest,
  timeKeysOf,
  type Page,
  type PageArgs,
} from '../../platform/graphql/connection.ts';
import type { TranscriptRow } from '../transcripts/index.ts';
import { waitingShownMax, type Admission, type VisitWay } from './door.rules.ts';

/** How a door is kept. */
export interface DoorRow {
  readonly admission: Admission;
  readonly embedOrigins: readonly string[];
}

/** How the doors of these transcripts are kept; for batched(). */
export async function doorsOf(ctx: Context, transcriptIds: readonly string[]): Promise<readonly DoorRow[]> {
  const found = await rows(
    ctx.em,
    sql<DoorRow & { id: string }>`select transcript_id as id, admission, embed_origins as "embedOrigins"
      from transcript_doors where transcript_id = any(${transcriptIds}::uuid[])`,
  );
  const doors = new Map(found.map((door) => [door.id, door]));
  return transcriptIds.map((id) => doors.get(id) ?? { admission: 'OPEN', embedOrigins: [] });
}

/** The pages that may frame the reader of this share code; none for a code that there is not. */
export async function embedOriginsOf(
  ctx: Pick<Context, 'em'>,
  shareCode: string,
): Promise<readonly string[]> {
  const found = await row(
    ctx.em,
    sql<Pick<DoorRow, 'embedOrigins'>>`select d.embed_origins as "embedOrigins" from transcripts t
      join transcript_doors d on d.transcript_id = t.id where t.share_code = ${shareCode} and t.deleted_at is null`,
  );
  return found?.embedOrigins ?? [];
}

/** Somebody with a grant, or waiting for one. */
export interface ViewerRow {
  readonly id: string;
  readonly nickname: string;
  readonly createdAt: Date;
}

const viewerColumns = sql.raw(`g.id, g.nickname, g.created_at as "createdAt"`);

const standing = ({ id, viewersEpoch }: TranscriptRow, now: Date) =>
  sql`g.transcript_id = ${id} and g.epoch = ${viewersEpoch} and g.revoked_at is null and g.expires_at > ${now}`;

/** Who waits to be let in, the first who came first, and how many there are in all. */
export async function waitingAt(
  ctx: Context,
  transcript: TranscriptRow,
): Promise<{ readonly shown: readonly ViewerRow[]; readonly count: number }> {
  const where = sql`${standing(transcript, ctx.clock.now())} and g.admitted_at is null`;
  const shown = await rows(
    ctx.em,
    sql<ViewerRow>`select ${viewerColumns} from view_grants g where ${where} order by g.created_at, g.id limit ${waitingShownMax}`,
  );
  if (shown.length < waitingShownMax) return { shown, count: shown.length };
  return { shown, count: await countGrants(ctx, where) };
}

/** Whose grants stand: the newest first. */
export async function viewersOf(
  ctx: Context,
  transcript: TranscriptRow,
  args: PageArgs,
): Promise<Page<ViewerRow>> {
  const page = pageRequest(args);
  const after = page.cursor === null ? null : timeKeysOf(page.cursor);
  const where = sql`${standing(transcript, ctx.clock.now())} and g.admitted_at is not null`;
  const found = await rows(
    ctx.em,
    sql<ViewerRow>`select ${viewerColumns} from view_grants g
      where ${where} and ${after ? sql`(g.created_at, g.id) < (${after.at}, ${after.id}::uuid)` : sql`true`}
      order by g.created_at desc, g.id desc limit ${page.size + 1}`,
  );
  return pageFrom(found, page, {
    keys: ({ createdAt, id }) => [createdAt.toISOString(), id],
    count: () => countGrants(ctx, where),
  });
}

async function countGrants(ctx: Context, where: ReturnType<typeof standing>): Promise<number> {
  const found = await row(
    ctx.em,
    sql<{ count: number }>`select count(*) as count from view_grants g where ${where}`,
  );
  return found?.count ?? 0;
}

/** That somebody opened the transcript. */
export interface VisitRow {
  readonly id: string;
  readonly way: VisitWay;
  readonly visitorName: string;
  readonly addressPrefix: string;
  readonly createdAt: Date;
}

/** Who opened the transcript, the newest first. */
export async function visitsTo(ctx: Context, transcriptId: string, args: PageArgs): Promise<Page<VisitRow>> {
  const page = pageRequest(args);
  const after = page.cursor === null ? null : timeKeysOf(page.cursor);
  const found = await rows(
    ctx.em,
    sql<VisitRow>`select v.id, v.way, v.visitor_name as "visitorName", v.address_prefix as "addressPrefix",
        v.created_at as "createdAt" from viewer_visits v
      where v.transcript_id = ${transcriptId}
        and ${after ? sql`(v.created_at, v.id) < (${after.at}, ${after.id}::uuid)` : sql`true`}
      order by v.created_at desc, v.id desc limit ${page.size + 1}`,
  );
  return pageFrom(found, page, {
    keys: ({ createdAt, id }) => [createdAt.toISOString(), id],
    count: async () =>
      (
        await row(
          ctx.em,
          sql<{
            count: number;
          }>`select count(*) as count from viewer_visits where transcript_id = ${transcriptId}`,
        )
      )?.count ?? 0,
  });
}

/** Wrong view passwords of one day. */
export interface MissRow {
  readonly day: string;
  readonly attempts: number;
}

/** How often a wrong view password was tried, day by day, the newest first; as many days as are kept. */
export const missesAt = (ctx: Context, transcriptId: string): Promise<readonly MissRow[]> =>
  rows(
    ctx.em,
    sql<MissRow>`select day::text, attempts from view_password_misses where transcript_id = ${transcriptId}
      order by view_password_misses.day desc`,
  );
