import type pg from 'pg';

/** A statement as PostgreSQL carried it out. */
export interface Plan {
  /** As auto_explain wrote it. */
  readonly text: string;
  /** Pages looked at, from memory or not. */
  readonly buffers: number;
  readonly seqScans: readonly string[];
}

/** From now on, PostgreSQL writes how it carries out the statements of new connections to this database. */
export async function explainFromNowOn(admin: pg.Client, database: string): Promise<void> {
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_level': 'log',
  };
  for (const [name, value] of Object.entries(settings))
    await admin.query(`alter database ${database} set ${name} = '${value}'`);
}

/** Undoes explainFromNowOn. */
export async function explainNoMore(admin: pg.Client, database: string): Promise<void> {
  await admin.query(`alter database ${database} reset all`);
}

const logFile = `current_setting('data_directory') || '/log'`;

/** How long PostgreSQL's log is. */
export async function logLength(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ size: string }>(`select size from pg_stat_file(${logFile})`);
  return Number(rows[0]?.size);
}

/** The plans that PostgreSQL has written since its log was so long. */
export async function plansSince(admin: pg.Client, from: number): Promise<readonly Plan[]> {
  const { rows } = await admin.query<{ text: string }>(
    `select convert_from(pg_read_binary_file(${logFile}, $1, 100000000), 'UTF8') as text`,
    [from],
  );
  return readPlans(rows[0]?.text ?? '');
}

/** The plans in a piece of PostgreSQL's log; whatever else stands in it is passed over. */
export function readPlans(log: string): readonly Plan[] {
  // What belongs to an entry is indented; the next entry is not.
  return log
    .split(/\n(?!\t)/)
    .filter((entry) => entry.includes(' plan:\n'))
    .map((entry) => {
      const text = entry.slice(entry.indexOf('\tQuery Text:')).replace(/^\t/gm, '');
      return { text, buffers: buffersOf(text), seqScans: seqScansOf(text) };
    });
}

/** The first node's buffers hold those of everything below it. */
function buffersOf(text: string): number {
  const [line = ''] = /^ *Buffers: shared .*$/m.exec(text) ?? [];
  return [...line.matchAll(/(?:hit|read)=(\d+)/g)].reduce((sum, [, pages]) => sum + Number(pages), 0);
}

const seqScansOf = (text: string): readonly string[] =>
  [...text.matchAll(/Seq Scan on (\w+)/g)].map(([, table]) => table ?? '');
