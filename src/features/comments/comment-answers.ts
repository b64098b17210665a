import { rows, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import type { CommentRow } from './comment.rules.ts';

/**
 * The owner has written in a thread: whatever others wrote there before is answered. Kept on the comments, so that
 * "not answered yet" is one index range. Runs behind the lock of the transcript's row, as withdrawAnswer does.
 */
export async function noteAnswer(unit: Unit, threadId: string, answeredAt: Date): Promise<void> {
  await rows(
    unit.em,
    sql`update comments set answered_at = ${answeredAt}
      where (id = ${threadId} or parent_id = ${threadId}) and answered_at is null
        and author_member_id is distinct from transcript_owner_id`,
  );
}

/** The owner has taken an answer back: what it alone had answered waits again, or is answered by the next one. */
export async function withdrawAnswer(unit: Unit, answer: CommentRow): Promise<void> {
  const { parentId: threadId, seq } = answer;
  if (threadId === null) return;
  const otherAnswers = sql`comments a where a.parent_id = ${threadId}
    and a.author_member_id = a.transcript_owner_id and a.removed_at is null`;
  await rows(
    unit.em,
    sql`update comments set answered_at =
        (select a.created_at from ${otherAnswers} and a.seq > ${seq} order by a.seq limit 1)
      where (id = ${threadId} or parent_id = ${threadId}) and author_member_id is distinct from transcript_owner_id
        and seq < ${seq} and seq > coalesce((select max(a.seq) from ${otherAnswers} and a.seq < ${seq}), 0)`,
  );
}
