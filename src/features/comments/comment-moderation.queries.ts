import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { columnsOf } from '../../platform/reading/source.ts';
import { commentBans, heldComments } from './comment-moderation.source.ts';
import type { CommentBanRow, CommentGuard, CommentMode, HeldCommentRow } from './comment-moderation.rules.ts';

type Reading = { readonly em: EntityManager };

const heldColumns = sql.raw(columnsOf(heldComments, 'h'));

/** What is decided about comments on a transcript; `bannable` are all the ids under which their author is known here. */
export async function guardOf(
  { em }: Reading,
  transcriptId: string,
  bannable: readonly string[],
): Promise<CommentGuard> {
  const guard = await row(
    em,
    sql<CommentGuard>`
      select coalesce(s.mode, 'OPEN') as mode, coalesce(s.words, '{}') as words,
        exists (select 1 from comment_bans b
          where b.transcript_id = t.id and b.banned_id = any(${bannable}::uuid[])) as "isBanned",
        (select count(*)::int from held_comments h where h.transcript_id = t.id and h.refused_at is null) as "heldCount"
      from transcripts t left join comment_settings s on s.transcript_id = t.id where t.id = ${transcriptId}`,
  );
  return guard ?? { mode: 'OPEN', words: [], isBanned: false, heldCount: 0 };
}

/** Who may comment on these transcripts; for batched(). */
export async function commentModesOf(
  ctx: Pick<Context, 'em'>,
  ids: readonly string[],
): Promise<readonly CommentMode[]> {
  const found = await rows(
    ctx.em,
    sql<{ id: string; mode: CommentMode }>`
      select transcript_id as id, mode from comment_settings where transcript_id = any(${ids}::uuid[])`,
  );
  const byId = new Map(found.map(({ id, mode }) => [id, mode]));
  return ids.map((id) => byId.get(id) ?? 'OPEN');
}

/** How many comments are pinned to these segments; for batched(). */
export async function commentCountsOf(
  ctx: Pick<Context, 'em'>,
  segmentIds: readonly string[],
): Promise<readonly number[]> {
  const found = await rows(
    ctx.em,
    sql<{ id: string; count: number }>`
      select s.id, count(*)::int as count from segments s
        join comments c on c.transcript_id = s.transcript_id and c.segment_id = s.id and c.removed_at is null
      where s.id = any(${segmentIds}::uuid[]) group by s.id`,
  );
  const byId = new Map(found.map(({ id, count }) => [id, count]));
  return segmentIds.map((id) => byId.get(id) ?? 0);
}

/** The comment with this id that waits or was refused, whoever asks. */
export const heldById = ({ em }: Reading, id: string): Promise<HeldCommentRow | null> =>
  row(em, sql<HeldCommentRow>`select ${heldColumns} from held_comments h where h.id = ${id}`);

/** What waits on a transcript, oldest first: those of these ids, or whatever came up to a moment; 100 at most. */
export const waitingComments = (
  { em }: Reading,
  transcriptId: string,
  { ids, until }: { readonly ids: readonly string[] | null; readonly until: Date },
): Promise<readonly HeldCommentRow[]> =>
  rows(
    em,
    sql<HeldCommentRow>`select ${heldColumns} from held_comments h
      where h.transcript_id = ${transcriptId} and h.refused_at is null and h.created_at <= ${until}
        and (${ids}::uuid[] is null or h.id = any(${ids}::uuid[]))
      order by h.created_at, h.id limit 100`,
  );

/** The ban with this id, whoever asks. */
export const banById = ({ em }: Reading, id: string): Promise<CommentBanRow | null> =>
  row(
    em,
    sql<CommentBanRow>`select ${sql.raw(columnsOf(commentBans, 'b'))} from comment_bans b where b.id = ${id}`,
  );

/** The words that make a comment wait on a transcript. */
export async function commentWordsOf({ em }: Reading, transcriptId: string): Promise<readonly string[]> {
  const found = await row(
    em,
    sql<{
      words: readonly string[];
    }>`select words from comment_settings where transcript_id = ${transcriptId}`,
  );
  return found?.words ?? [];
}
