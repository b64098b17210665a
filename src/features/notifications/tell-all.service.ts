import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import { notify, type Notice } from './notify.service.ts';
import type { TemplateName } from './notification-templates.rules.ts';

/**
 * Tells many members something, each in an act of its own, so that one fault costs one. Those who know already are
 * left out in one look: a job that comes every hour writes nothing where there is nothing new.
 */
export async function tellAll(ctx: Context, notices: readonly Notice<TemplateName>[]): Promise<void> {
  const known = await rows(
    ctx.em,
    sql<{ told: string }>`select n.member_id || ' ' || n.dedupe_key as told from notifications n
      join unnest(${notices.map(({ memberId }) => memberId)}::uuid[], ${notices.map(({ dedupeKey }) => dedupeKey)}::text[])
        as w(member_id, dedupe_key) on w.member_id = n.member_id and w.dedupe_key = n.dedupe_key`,
  );
  const told = new Set(known.map((row) => row.told));
  for (const notice of notices)
    if (!told.has(`${notice.memberId} ${notice.dedupeKey}`))
      await unitOfWork(ctx, (unit) => notify(unit, notice));
}
