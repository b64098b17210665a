import pg, { type Pool } from 'pg';
import type { Logger } from 'pino';
import type { Actor } from '../auth/actor.ts';
import { RecentWriters } from './recent-writers.ts';
import { ReplicaProgress } from './replica-progress.ts';
import type { TextStatement } from './sql.ts';
import type { StatementLines } from './statement-lines.ts';

/** Where reads outside of any act go: to the primary, or to a replica that holds all that the actor may expect. */
export interface ReadSources {
  /** Reads for this actor; a replica that fails is replaced by the primary in the same call. */
  read<Row>(actor: Actor, statement: TextStatement): Promise<readonly Row[]>;
  /**
   * The actor has written something just now: what they read next holds it. Returns a mark for the client to carry to
   * whichever node it asks next; null when there are no replicas.
   */
  noteWrite(actor: Actor): string | null;
  /** The mark that a client brings from the node where it wrote. */
  heedMark(actor: Actor, mark: string): void;
  close(): Promise<void>;
}

export interface ReplicaOptions {
  readonly urls: readonly string[];
  /** A replica further behind is not asked. */
  readonly lagMsMax: number;
  readonly log: Logger;
}

/** The database itself: its pool, and the lines for statements that stand alone. */
export interface Primary {
  readonly pool: Pool;
  readonly lines: StatementLines;
}

interface Replica {
  readonly name: string;
  readonly pool: Pool;
  /** Everything committed before this moment is in it. */
  completeUpTo: number;
  isUsed: boolean;
}

const lookMs = 1_000;
/** Actors whose last write is remembered: as many as may write within the greatest lag, and then some. */
const writersMax = 50_000;

/** Reads from the replicas while they keep up, each at most `lagMsMax` behind; without replicas from the primary. */
export function readSources(primary: Primary, { urls, lagMsMax, log }: ReplicaOptions): ReadSources {
  if (urls.length === 0) return primaryAlone(primary);
  const replicas = urls.map((url, index) => replicaAt(url, index, primary.pool));
  const progress = new ReplicaProgress(lagMsMax + 2 * lookMs);
  const writers = new RecentWriters(writersMax);
  const look = (): Promise<void> => lookAt(replicas, { primary: primary.pool, progress, lagMsMax, log });
  const looking = repeatedly(look, Math.min(lookMs, lagMsMax / 2));
  const note = (actor: Actor): void => {
    for (const key of keysOf(actor)) writers.note(key, performance.now());
  };
  let turn = 0;
  return {
    async read<Row>(actor: Actor, statement: TextStatement) {
      const expected = Math.max(writers.lastWriteOf(keysOf(actor)), performance.now() - lagMsMax);
      const usable = isNew(actor, lagMsMax)
        ? []
        : replicas.filter(({ completeUpTo }) => completeUpTo >= expected);
      const replica = usable[(turn += 1) % usable.length];
      if (!replica) return primary.lines.query<Row>(statement.text, statement.values, statement);
      try {
        return await rowsFrom<Row>(replica.pool, statement);
      } catch (error) {
        if (!isTheReplicasFault(error)) throw error;
        replica.completeUpTo = Number.NEGATIVE_INFINITY;
        return primary.lines.query<Row>(statement.text, statement.values, statement);
      }
    },
    noteWrite(actor) {
      note(actor);
      return String(Date.now());
    },
    heedMark(actor, mark) {
      if (isLately(Number(mark), lagMsMax)) note(actor);
    },
    async close() {
      await looking.stop();
      await Promise.all(replicas.map(({ pool }) => pool.end()));
    },
  };
}

const primaryAlone = (primary: Primary): ReadSources => ({
  read: (_actor, { text, values, ...options }) => primary.lines.query(text, values, options),
  noteWrite: () => null,
  heedMark: () => undefined,
  close: () => Promise.resolve(),
});

async function rowsFrom<Row>(pool: Pool, { text, values }: TextStatement): Promise<readonly Row[]> {
  return (await pool.query(text, [...values])).rows as Row[];
}

const keysOf = ({ member, grants }: Actor): readonly string[] =>
  member ? [member.id, ...grants.map(({ id }) => id)] : grants.map(({ id }) => id);

/** How far the clocks of two nodes may be apart. */
const clocksApartMsMax = 1_000;

/** Whether a moment on some node's clock is so near that a replica in use may not yet know what was written then. */
const isLately = (moment: number, lagMsMax: number): boolean =>
  Date.now() - moment < lagMsMax + clocksApartMsMax;

/** Whoever has just come in, on whatever node: their sessions and grants tell by their ids when they were made. */
const isNew = ({ member, grants }: Actor, lagMsMax: number): boolean =>
  [...(member ? [member.sessionId] : []), ...grants.map(({ id }) => id)].some((id) =>
    isLately(momentOf(id), lagMsMax),
  );

/** A UUIDv7 begins with the milliseconds of its making. */
const momentOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/** The same settings as on the primary, so that rows read alike. */
function replicaAt(url: string, index: number, { options }: Pool): Replica {
  const { host, hostname } = new URL(url);
  const pool = new pg.Pool({
    ...settingsOf(options),
    connectionString: url,
    connectionTimeoutMillis: lookMs,
  });
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  const name = `${index + 1}:${host || hostname}`;
  return { name, pool, completeUpTo: Number.NEGATIVE_INFINITY, isUsed: false };
}

/** What of a pool's options does not say where its server is. */
function settingsOf(options: pg.PoolOptions): pg.PoolConfig {
  const { host, port, user, password, database, connectionString, ssl, ...settings } = options;
  return settings;
}

interface Looking {
  readonly primary: Pool;
  readonly progress: ReplicaProgress;
  readonly lagMsMax: number;
  readonly log: Logger;
}

async function lookAt(
  replicas: readonly Replica[],
  { primary, progress, lagMsMax, log }: Looking,
): Promise<void> {
  const atMs = performance.now();
  const position = await positionOf(primary, `pg_current_wal_lsn()`);
  if (position === null) return;
  progress.note(atMs, position);
  await Promise.all(
    replicas.map(async (replica) => {
      const replayed = await positionOf(replica.pool, `pg_last_wal_replay_lsn()`);
      const completeUpTo = replayed === null ? null : progress.completeUpTo(replayed);
      replica.completeUpTo = completeUpTo ?? Number.NEGATIVE_INFINITY;
      tellChange(replica, { lagMsMax, log });
    }),
  );
}

/** A position in the log as a number; null when the server cannot tell. */
async function positionOf(pool: Pool, what: string): Promise<number | null> {
  const query = { text: `select pg_wal_lsn_diff(${what}, '0/0')::float8 as position`, query_timeout: lookMs };
  const { rows } = await pool.query<{ position: number | null }>(query).catch(() => ({ rows: [] }));
  return rows[0]?.position ?? null;
}

function tellChange(replica: Replica, { lagMsMax, log }: Pick<Looking, 'lagMsMax' | 'log'>): void {
  const isUsed = replica.completeUpTo >= performance.now() - lagMsMax;
  if (isUsed === replica.isUsed) return;
  replica.isUsed = isUsed;
  if (isUsed) log.info({ replica: replica.name }, 'a replica keeps up; reads go to it');
  else log.warn({ replica: replica.name }, 'a replica is away or behind; reads go elsewhere');
}

/** Not the statement's: the replica is away, stopping, full, or had to give up the read for what it replays. */
const isTheReplicasFault = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || /^(08|40|53|57P)/.test(error.code ?? '');

function repeatedly(act: () => Promise<void>, everyMs: number): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;
  let turn = Promise.resolve();
  const next = (): void => {
    turn = act().then(() => {
      if (!isStopped) timer = setTimeout(next, everyMs);
    });
  };
  next();
  return {
    stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      return turn;
    },
  };
}
