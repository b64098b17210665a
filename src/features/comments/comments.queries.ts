import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { columnsOf } from '../../platform/reading/source.ts';
import { comments } from './comment.source.ts';
import type { CommentRow } from './comment.rules.ts';

/** Every column of a CommentRow, from `comments as c`. */
const commentColumns = sql.raw(columnsOf(comments, 'c'));

/** Comments by id, null for what is gone; for batched(). Whether they may be read is known where the ids come from. */
export async function commentsByIds(
  ctx: Pick<Context, 'em'>,
  ids: readonly string[],
): Promise<readonly (CommentRow | null)[]> {
  const found = await rows(
    ctx.em,
    sql<CommentRow>`select ${commentColumns} from comments c where c.id = any(${ids}::uuid[])`,
  );
  const byId = new Map(found.map((comment) => [comment.id, comment]));
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
}

/** The comment with this id, whoever asks. */
export const commentById = async (
  ctx: { readonly em: EntityManager },
  id: string,
): Promise<CommentRow | null> => (await commentsByIds(ctx, [id]))[0] ?? null;
