import type { RawBuilder } from 'kysely';
import { notFound } from '../../platform/errors/app-error.ts';
import { containing, row, rows, sql } from '../../platform/database/sql.ts';
import type { Context } from '../../platform/context.ts';
import {
  timeKeysOf,
  pageFrom,
  pageRequest,
  type Page,
  type PageArgs,
} from '../../platform/graphql/connection.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { readableBy } from './transcript.access.ts';
import { checkSearch } from './transcript.rules.ts';
import type { TranscriptRow, TranscriptStatus, Visibility } from './transcript-states.rules.ts';

/** Every column of a TranscriptRow, from `transcripts as t`. */
export const transcriptColumns = sql.raw(`t.id, t.owner_id as "ownerId", t.title, t.visibility, t.status,
  t.share_code as "shareCode", t.view_password_hash as "viewPasswordHash", t.last_seq as "lastSeq",
  t.segment_count as "segmentCount", t.character_count as "characterCount", t.comment_count as "commentCount",
  t.created_at as "createdAt", t.updated_at as "updatedAt", t.started_at as "startedAt", t.ended_at as "endedAt",
  t.deleted_at as "deletedAt"`);

/** The transcript, or null when it is not there, deleted, or not the actor's to read. */
export async function findReadable(ctx: Context, transcriptId: string): Promise<TranscriptRow | null> {
  if (!isId(transcriptId)) return null;
  return row(
    ctx.em,
    sql<TranscriptRow>`select ${transcriptColumns} from transcripts t
      where t.id = ${transcriptId} and ${readableBy(ctx, ctx.clock.now())}`,
  );
}

/** The transcript; throws NOT_FOUND when it is not there or not the actor's to read. */
export async function requireReadable(ctx: Context, transcriptId: string): Promise<TranscriptRow> {
  const found = await findReadable(ctx, transcriptId);
  if (!found) throw notFound();
  return found;
}

/** The transcript with this share code, whoever asks; what of it may be shown is the caller's to decide. */
export const findByShareCode = (ctx: Context, shareCode: string): Promise<TranscriptRow | null> =>
  row(
    ctx.em,
    sql<TranscriptRow>`select ${transcriptColumns} from transcripts t where t.share_code = ${shareCode} and t.deleted_at is null`,
  );

/** Transcripts by id, null for what is gone; for batched(). Whether they may be read is known where the ids come from. */
export async function transcriptsByIds(
  ctx: Context,
  ids: readonly string[],
): Promise<readonly (TranscriptRow | null)[]> {
  const found = await rows(
    ctx.em,
    sql<TranscriptRow>`select ${transcriptColumns} from transcripts t where t.id = any(${ids}::uuid[])`,
  );
  const byId = new Map(found.map((transcript) => [transcript.id, transcript]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** What a list of transcripts can be narrowed to. */
export interface TranscriptFilter {
  readonly search?: string | null;
  readonly status?: TranscriptStatus | null;
  readonly visibility?: Visibility | null;
  readonly inBin?: boolean;
}

/** A member's own transcripts, newest first. */
export function ownTranscripts(
  ctx: Context,
  ownerId: string,
  { filter, page }: { readonly filter: TranscriptFilter; readonly page: PageArgs },
): Promise<Page<TranscriptRow>> {
  const where = sql`t.owner_id = ${ownerId}
    and ${filter.inBin ? sql`t.deleted_at is not null` : sql`t.deleted_at is null`}
    and ${filter.status ? sql`t.status = ${filter.status}` : sql`true`}
    and ${filter.visibility ? sql`t.visibility = ${filter.visibility}` : sql`true`}
    and ${matches(filter.search)}`;
  return transcriptPage(ctx, where, page);
}

/** What every registered member may read, newest first (M18.9). */
export const publicTranscripts = (
  ctx: Context,
  search: string | null | undefined,
  page: PageArgs,
): Promise<Page<TranscriptRow>> =>
  transcriptPage(ctx, sql`t.visibility = 'PUBLIC' and t.deleted_at is null and ${matches(search)}`, page);

/** A search finds a title or a text that contains it, in any letter case. */
function matches(search: string | null | undefined): RawBuilder<unknown> {
  const wanted = checkSearch(search);
  if (!wanted) return sql`true`;
  return sql`(t.title ilike ${containing(wanted)} or exists (
    select 1 from segments s where s.transcript_id = t.id and ${segmentMatches(wanted)}))`;
}

/** A segment that contains the text: by its pairs of characters, which an index finds, then for certain. */
export const segmentMatches = (wanted: string): RawBuilder<unknown> =>
  sql`s.removed_at is null and character_pairs(s.text) @> character_pairs(${wanted}) and s.text ilike ${containing(wanted)}`;

async function transcriptPage(
  ctx: Context,
  where: RawBuilder<unknown>,
  args: PageArgs,
): Promise<Page<TranscriptRow>> {
  const request = pageRequest(args);
  const place = request.cursor === null ? null : timeKeysOf(request.cursor);
  const after = place ? sql`and (t.created_at, t.id) < (${place.at}, ${place.id}::uuid)` : sql``;
  const found = await rows(
    ctx.em,
    sql<TranscriptRow>`select ${transcriptColumns} from transcripts t where ${where} ${after}
      order by t.created_at desc, t.id desc limit ${request.size + 1}`,
  );
  return pageFrom(found, request, {
    keys: ({ createdAt, id }) => [createdAt.toISOString(), id],
    count: async () =>
      (await row(ctx.em, sql<{ count: number }>`select count(*) as count from transcripts t where ${where}`))
        ?.count ?? 0,
  });
}
