import { createHash } from 'node:crypto';
import { row, rows, sql } from '../../../platform/database/sql.ts';
import type { Unit } from '../../../platform/database/unit-of-work.ts';
import { checkClientId } from '../../../platform/text/text.rules.ts';
import type { Changing } from './segment-changes.statements.ts';

/** A request of an act, which may take several. */
export interface ActRequest {
  /** Made by the client; null: the request is not known again. */
  readonly actId: string | null;
  /** What is asked for, with the operation's name; build it with fixed key order. */
  readonly asked: readonly unknown[];
}

/** The act's id as it is kept; throws InvalidInput unless it is a UUID, or absent. */
export const checkActId = (actId: string | null | undefined): string | null =>
  actId == null ? null : checkClientId('actId', actId);

/**
 * Does a request of an act once: the same again, because its answer was lost, gets the answer of the first time, with
 * the numbers by which it can be taken back. The transcript must be locked, so the second waits for the first.
 */
export async function actOnce<Answer extends object>(
  unit: Unit,
  { actId, asked, ...changing }: ActRequest & Changing,
  act: (changing: Changing) => Promise<Answer>,
): Promise<Answer> {
  if (actId === null) return act(changing);
  const hash = createHash('sha256').update(JSON.stringify(asked)).digest();
  const { transcript, memberId, at } = changing;
  const kept = await row(
    unit.em,
    sql<{ answer: Answer }>`select answer from segment_acts where transcript_id = ${transcript.id}
      and member_id = ${memberId} and act_id = ${actId} and request_hash = ${hash}`,
  );
  if (kept) return kept.answer;
  const answer = await act(changing);
  await rows(
    unit.em,
    sql`insert into segment_acts (transcript_id, member_id, act_id, request_hash, answer, created_at)
      values (${transcript.id}, ${memberId}, ${actId}, ${hash}, ${JSON.stringify(answer)}::jsonb, ${at})`,
  );
  return answer;
}
