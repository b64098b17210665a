import { systemContext, type House } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfStatement } from '../../platform/database/unit-of-work.ts';

/** An open socket's session counts as seen this often: the doubt that asks every second must not write every second. */
const seenEvery = '1 minute';

/**
 * Notes that these sessions are in use, because a socket of theirs is open, and returns those of them that still
 * stand. One statement, however many they are.
 */
export async function keepSessions(
  house: House,
  sessionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const ctx = systemContext(house);
  const now = ctx.clock.now();
  const standing = await unitOfStatement(ctx, (unit) =>
    rows(
      unit.em,
      sql<{ id: string }>`with standing as (
          select id, last_seen_at from sessions
          where id = any(${sessionIds}::uuid[]) and expires_at > ${now}
            and last_seen_at + idle_ms * interval '1 millisecond' > ${now}),
        seen as (
          update sessions set last_seen_at = ${now} from standing
          where sessions.id = standing.id and standing.last_seen_at < ${now}::timestamptz - ${seenEvery}::interval)
        select id from standing`,
    ),
  );
  return new Set(standing.map(({ id }) => id));
}
