import { systemContext, type House } from '../context.ts';
import { rows, sql } from '../database/sql.ts';
import { unitOfStatement } from '../database/unit-of-work.ts';
import type { JobTurn } from './job-turn.ts';

interface Run {
  readonly queue: string;
  readonly runId: string;
  readonly signal: AbortSignal;
}

/** A run as its job sees it. What it tells of its progress is written apart from its acts, so that it is seen at once. */
export function jobTurn(house: House, { queue, runId, signal }: Run): JobTurn {
  return {
    signal,
    progress: (done, total) =>
      unitOfStatement(systemContext(house), async ({ em }) => {
        await rows(
          em,
          sql`insert into job_progress (queue, run_id, done, total, told_at)
            values (${queue}, ${runId}::uuid, ${done}, ${total}, ${house.clock.now()})
            on conflict (queue) do update
              set run_id = excluded.run_id, done = excluded.done, total = excluded.total, told_at = excluded.told_at`,
        );
      }),
  };
}
