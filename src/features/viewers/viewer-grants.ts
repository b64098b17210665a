import type { ViewGrant } from '../../platform/auth/actor.ts';
import { hashToken } from '../../platform/auth/tokens.ts';
import type { House } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';

/** How many tokens of one request are looked at; a browser has one for each transcript that it opened lately. */
const tokensMax = 20;

/** What stands behind a viewer's tokens. */
export interface ViewerGrants {
  /** They may read. */
  readonly grants: readonly ViewGrant[];
  /** They wait to be let in, or were refused: no right to anything. */
  readonly waiting: readonly ViewGrant[];
}

const nothing: ViewerGrants = { grants: [], waiting: [] };

/** The grants that stand behind these tokens, and apart from them those that wait; unknown, expired and revoked ones give nothing. */
export async function grantsFor(house: House, tokens: readonly string[]): Promise<ViewerGrants> {
  if (tokens.length === 0) return nothing;
  const hashes = tokens.slice(0, tokensMax).map(hashToken);
  const found = await rows(
    house.em,
    sql<
      ViewGrant & { isAdmitted: boolean }
    >`select id, transcript_id as "transcriptId", nickname, coalesce(visitor_id, id) as "visitorId",
        admitted_at is not null as "isAdmitted" from view_grants
      where token_hash = any(${hashes}::bytea[]) and expires_at > ${house.clock.now()}
        and (revoked_at is null or (admitted_at is null and ended_because = 'REFUSED'))`,
  );
  return {
    grants: found.flatMap(({ isAdmitted, ...grant }) => (isAdmitted ? [grant] : [])),
    waiting: found.flatMap(({ isAdmitted, ...grant }) => (isAdmitted ? [] : [grant])),
  };
}
