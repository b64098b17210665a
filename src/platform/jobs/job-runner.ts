import { setTimeout as wait } from 'node:timers/promises';
import type { Job } from 'pg-boss';
import { systemContext, type House } from '../context.ts';
import { minuteMs } from '../time/clock.ts';
import type { BookedJob } from './job-book.ts';
import { jobTurn } from './job-progress.ts';

/** Looked at so often even when nobody says that there is something: what another node gave, or left behind. */
const lookSeconds = 30;
/** What dead nodes left is freed, and what is done long ago deleted, this often at most. */
const upkeepMs = 30_000;
/** A stop waits this long for what is under way. */
const patienceMs = 10_000;

/** Works on the house's jobs in this process; returns how to stop, which waits for what is under way. */
export async function startJobs(house: House): Promise<() => Promise<void>> {
  const { jobs, log } = house;
  const stopping = new AbortController();
  for (const job of jobs.book.values()) {
    const options = { pollingIntervalSeconds: lookSeconds, batchSize: 1 };
    const id = await jobs.boss.work<object>(job.queue, options, (batch) =>
      runAll(house, { job, batch }, stopping),
    );
    jobs.staff(job.queue, id);
  }
  const stopTimers = [...jobs.book.values()].map((job) => askInTime(house, job));
  const upkeep = setInterval(() => {
    jobs.boss.supervise().catch((error: unknown) => log.warn({ err: error }, 'the job queue was not tidied'));
  }, upkeepMs);
  return async () => {
    for (const stop of [...stopTimers, () => clearInterval(upkeep)]) stop();
    stopping.abort();
    const patience = new AbortController();
    await Promise.race([
      Promise.all([...jobs.book.keys()].map((queue) => jobs.boss.offWork(queue, { wait: true }))),
      wait(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
  };
}

interface Batch {
  readonly job: BookedJob;
  readonly batch: readonly Job<object>[];
}

async function runAll(house: House, { job, batch }: Batch, stopping: AbortController): Promise<void> {
  for (const { id, data } of batch) {
    const turn = jobTurn(house, { queue: job.queue, runId: id, signal: stopping.signal });
    try {
      if ('everyMs' in job.job) await job.job.run(systemContext(house), turn);
      else await job.job.run(systemContext(house), data as never, turn);
    } catch (error) {
      house.log.error({ err: error, job: job.queue }, 'a job failed');
      throw error;
    } finally {
      // Perhaps there is more: it is looked for as soon as this one is noted.
      house.jobs.nudge(job.queue);
    }
  }
}

/**
 * Asks for a turn whenever a recurring job is due. Every node asks; the slot in the database is given once. The
 * first time is soon after the start, so that a node that is restarted often does not put an hourly job off for ever.
 */
function askInTime(house: House, { queue, everyMs }: BookedJob): () => void {
  if (everyMs === null) return () => undefined;
  const ask = (): void => {
    house.jobs.boss.send(queue, null, { singletonSeconds: everyMs / 1_000 }).then(
      (id) => {
        if (id !== null) house.jobs.nudge(queue);
      },
      (error: unknown) => house.log.warn({ err: error, job: queue }, 'a job could not be asked for'),
    );
  };
  const first = setTimeout(ask, Math.min(everyMs, minuteMs));
  const due = { timer: undefined as NodeJS.Timeout | undefined };
  const goOn = (): void => {
    // Node's timers hold a little under 25 days; a slot is seldom that far.
    due.timer = setTimeout(
      () => {
        ask();
        goOn();
      },
      Math.min(untilNextSlot(everyMs, house.clock.now().getTime()), 2_000_000_000),
    );
  };
  goOn();
  return () => {
    clearTimeout(first);
    clearTimeout(due.timer);
  };
}

/** Slots are counted from the epoch, by every node alike; a moment later, lest clocks that differ ask too early. */
const untilNextSlot = (everyMs: number, nowMs: number): number => everyMs - (nowMs % everyMs) + 20;
