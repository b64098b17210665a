import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfStatement, unitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { dayMs, later } from '../../platform/time/clock.ts';
import { workedBy } from '../transcripts/index.ts';
import type { Activity, PresentNow } from './presence.rules.ts';

export interface ShowPresence {
  readonly transcriptId: string;
  readonly activity: Activity;
  /** The segment that is being corrected; one of another transcript is none. */
  readonly segmentId?: string | null;
}

/**
 * Tells the crew what the actor is doing. Kept in the database, the newest only, so that whoever comes to any node sees
 * at once who is here, and nobody stays who was on a node that died. Throws NOT_FOUND for whoever does not work on it.
 */
export async function showPresence(ctx: Context, input: ShowPresence): Promise<void> {
  const { id: memberId } = requireMember(ctx);
  if (!isId(input.transcriptId)) throw notFound();
  const segmentId = input.segmentId != null && isId(input.segmentId) ? input.segmentId : null;
  await unitOfStatement(ctx, async (unit) => {
    const seenAt = ctx.clock.now();
    const shown = await row(
      unit.em,
      sql<PresentNow & { transcriptId: string }>`insert into crew_presence as p
          (transcript_id, member_id, activity, segment_id, seen_at)
        select t.id, ${memberId}::uuid, ${input.activity},
          (select s.id from segments s where s.id = ${segmentId}::uuid and s.transcript_id = t.id), ${seenAt}::timestamptz
        from transcripts t where t.id = ${input.transcriptId} and ${workedBy(ctx)}
        on conflict (transcript_id, member_id)
          do update set activity = excluded.activity, segment_id = excluded.segment_id, seen_at = excluded.seen_at
        returning p.transcript_id as "transcriptId", p.member_id as "memberId", p.activity, p.segment_id as "segmentId",
          p.seen_at as "seenAt", (select m.display_name from members m where m.id = p.member_id) as "displayName"`,
    );
    if (!shown) throw notFound();
    const { transcriptId, ...present } = shown;
    unit.announce({ name: 'crewPassing', id: transcriptId }, { kind: 'PRESENT', ...present });
  });
}

/** Who was here is not kept: it says nothing any more. */
export async function forgetOldPresence(ctx: Context): Promise<void> {
  const before = later(ctx.clock.now(), -dayMs);
  await unitOfWork(ctx, (unit) => rows(unit.em, sql`delete from crew_presence where seen_at < ${before}`));
}
