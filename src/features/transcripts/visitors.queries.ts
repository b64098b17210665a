import { row, sql } from '../../platform/database/sql.ts';
import type { StatementUnit } from '../../platform/database/unit-of-work.ts';

/** By what a guest is known who comes in again in the same browser: the first of their grants. */
export async function visitorIdOf({ em }: Pick<StatementUnit, 'em'>, grantId: string): Promise<string> {
  const found = await row(
    em,
    sql<{
      visitorId: string;
    }>`select coalesce(visitor_id, id) as "visitorId" from view_grants where id = ${grantId}`,
  );
  return found?.visitorId ?? grantId;
}
