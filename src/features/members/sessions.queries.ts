import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';

/** A member's log-in as they see it. */
export interface SessionView {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** The member's sessions that still open doors, the latest used first; there are never more than 50. */
export function sessionsOf(ctx: Context, memberId: string): Promise<readonly SessionView[]> {
  const now = ctx.clock.now();
  return rows(
    ctx.em,
    sql<SessionView>`select id, device, address, created_at as "createdAt", last_seen_at as "lastSeenAt" from sessions
      where member_id = ${memberId} and expires_at > ${now}
        and last_seen_at + idle_ms * interval '1 millisecond' > ${now}
      order by last_seen_at desc, id desc`,
  );
}
