import type { Context } from '../../platform/context.ts';
import type { BookedJob } from '../../platform/jobs/job-book.ts';
import { jobStates, type JobState } from '../../platform/jobs/job-states.ts';
import { nextRunOf, standingOf } from './job.rules.ts';

/** A job with how it stands, as operators see it. */
export interface JobView {
  readonly name: string;
  readonly title: BookedJob['title'];
  readonly everySeconds: number | null;
  readonly standing: ReturnType<typeof standingOf>;
  readonly runningSince: Date | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly lastFinishedAt: Date | null;
  readonly lastError: string | null;
  readonly nextRunAt: Date | null;
  readonly waitingCount: number;
  readonly retryingCount: number;
  readonly failedCount: number;
}

/** Every job of the house, or those named, in the order in which features declare them. */
export async function jobViews(ctx: Context, names?: readonly string[]): Promise<readonly JobView[]> {
  const booked = [...ctx.jobs.book.values()].filter(({ queue }) => !names || names.includes(queue));
  const states = await jobStates(
    ctx,
    booked.map(({ queue }) => queue),
  );
  const now = ctx.clock.now();
  return booked.flatMap((job, i) => {
    const state = states[i];
    return state ? [viewOf(job, state, now)] : [];
  });
}

function viewOf({ queue, title, everyMs }: BookedJob, state: JobState, now: Date): JobView {
  const { done, total, dueAt } = state;
  return {
    ...state,
    name: queue,
    title,
    everySeconds: everyMs === null ? null : everyMs / 1_000,
    standing: standingOf(state),
    progress: done === null || total === null ? null : { done, total },
    nextRunAt: nextRunOf(everyMs, dueAt, now),
  };
}
