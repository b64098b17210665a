import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows, sql } from '../../platform/database/sql.ts';
import type { Day } from '../../platform/time/programme-day.rules.ts';

/** A run over all members. */
export interface RunRow {
  readonly id: string;
  readonly configVersion: number;
  readonly asOf: Day;
  readonly total: number;
  readonly done: number;
  readonly changed: number;
  readonly lastMemberId: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

const columns =
  sql.raw(`id, config_version as "configVersion", to_char(as_of, 'YYYY-MM-DD') as "asOf", total, done,
  changed, last_member_id as "lastMemberId", started_at as "startedAt", finished_at as "finishedAt"`);

/** How many runs are shown. */
const shownMax = 20;

/** The last runs, the newest first. */
export const runs = (em: EntityManager): Promise<readonly RunRow[]> =>
  rows(em, sql<RunRow>`select ${columns} from tier_runs order by started_at desc, id desc limit ${shownMax}`);

/** The run that is under way, if one is. */
export const openRun = (em: EntityManager): Promise<RunRow | null> =>
  row(em, sql<RunRow>`select ${columns} from tier_runs where finished_at is null`);

/** One run; with its row locked, where its batches must come one after the other. */
export const runOf = (
  em: EntityManager,
  id: string,
  { isLocked = false }: { readonly isLocked?: boolean } = {},
): Promise<RunRow | null> =>
  row(
    em,
    sql<RunRow>`select ${columns} from tier_runs where id = ${id} ${isLocked ? sql`for update` : sql``}`,
  );
