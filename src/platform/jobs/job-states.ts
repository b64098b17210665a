import type { Context } from '../context.ts';
import { rows, sql } from '../database/sql.ts';
import { deadLetters } from './job-book.ts';

/** How a queue stands, as its tables say. */
export interface JobState {
  readonly queue: string;
  readonly runningSince: Date | null;
  /** Waiting for its first try, and due: what is due later is not counted. */
  readonly waitingCount: number;
  /** Failed, and to be tried again. */
  readonly retryingCount: number;
  /** Orders that failed too often: they wait for a person. */
  readonly failedCount: number;
  /** When the earliest that waits is due; null when nothing waits. */
  readonly dueAt: Date | null;
  readonly lastFinishedAt: Date | null;
  readonly lastSucceeded: boolean | null;
  /** What the last failure said; null when what came after it succeeded. */
  readonly lastError: string | null;
  readonly done: number | null;
  readonly total: number | null;
}

/**
 * How all these queues stand, in one statement, each in its place. It reads the columns that pg-boss documents; a
 * test reads them too, so that an upgrade which changes them does not go unnoticed.
 */
export const jobStates = (
  ctx: Pick<Context, 'em'>,
  queues: readonly string[],
): Promise<readonly JobState[]> =>
  rows(
    ctx.em,
    sql<JobState>`
      select q.queue, running.started_on as "runningSince",
        coalesce(waiting.due, 0)::int as "waitingCount", coalesce(waiting.retrying, 0)::int as "retryingCount",
        coalesce(dead.count, 0)::int as "failedCount", waiting.due_at as "dueAt",
        ended.completed_on as "lastFinishedAt", ended.state = 'completed' as "lastSucceeded",
        case when tried.state <> 'completed' then coalesce(tried.output ->> 'message', tried.output ->> 'value') end as "lastError",
        p.done, p.total
      from unnest(${queues}::text[]) with ordinality as q(queue, place)
      left join lateral (
        select id, started_on from jobs.job j where j.name = q.queue and j.state = 'active'
        order by started_on limit 1
      ) running on true
      left join lateral (
        select count(*) filter (where j.state = 'created' and j.start_after <= now()) as due,
          count(*) filter (where j.state = 'retry') as retrying, min(j.start_after) as due_at
        from jobs.job j where j.name = q.queue and j.state < 'active'
      ) waiting on true
      left join lateral (
        select j.state, j.completed_on from jobs.job j
        where j.name = q.queue and j.state in ('completed', 'failed') order by j.completed_on desc limit 1
      ) ended on true
      left join lateral (
        select j.state, j.output from jobs.job j
        where j.name = q.queue and j.state in ('retry', 'completed', 'failed') order by j.started_on desc nulls last limit 1
      ) tried on true
      left join lateral (
        select count(*) from jobs.job j
        where j.name = ${deadLetters} and j.state = 'created' and j.source_name = q.queue
      ) dead on true
      left join job_progress p on p.queue = q.queue and p.run_id = running.id
      order by q.place`,
  );
