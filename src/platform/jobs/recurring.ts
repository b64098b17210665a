import type { Context, House } from '../context.ts';
import { systemContext } from '../context.ts';
import { row, sql } from '../database/sql.ts';

/** Work that is due again and again, on one node at a time. Running it twice must change nothing. */
export interface RecurringJob {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (ctx: Context) => Promise<void>;
}

/** Starts the jobs; returns how to stop them, which waits for those under way. */
export function startJobs(house: House, jobs: readonly RecurringJob[]): () => Promise<void> {
  const running = new Set<Promise<void>>();
  // One after the other: each holds a connection while its work asks for others, and there are few.
  let last: Promise<unknown> = Promise.resolve();
  const timers = jobs.map((job) => {
    let isRunning = false;
    return setInterval(() => {
      if (isRunning) return;
      isRunning = true;
      const turn = last
        .then(() => runOnOneNode(house, job))
        .catch((error: unknown) =>
          house.log.error({ err: error, job: job.name }, 'a job failed; it is tried again when next due'),
        )
        .finally(() => {
          isRunning = false;
          running.delete(turn);
        });
      running.add(turn);
      last = turn;
    }, job.everyMs);
  });
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(running);
  };
}

/** Runs the job unless another node does so just now. */
async function runOnOneNode(house: House, job: RecurringJob): Promise<void> {
  await house.em.fork().transactional(async (holder) => {
    await row(holder, sql`set local idle_in_transaction_session_timeout = 0`);
    const lock = await row(
      holder,
      sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(hashtext(${`job:${job.name}`})) as taken`,
    );
    if (lock?.taken) await job.run(systemContext(house));
  });
}
