import { systemContext, type Context } from '../../src/platform/context.ts';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import type { DeclaredJob } from '../../src/platform/jobs/job-book.ts';
import { JobQueue } from '../../src/platform/jobs/job-queue.ts';
import { startJobs } from '../../src/platform/jobs/job-runner.ts';
import type { OrderedJob } from '../../src/platform/jobs/ordered.ts';
import { createLogger } from '../../src/platform/logging/logger.ts';
import type { World } from '../support/world.ts';

/** A node of the house that works on these jobs alone. */
export interface Node {
  readonly jobs: JobQueue;
  readonly ctx: Context;
  order<Order extends object>(job: OrderedJob<Order>, order: Order): Promise<void>;
  stop(): Promise<void>;
}

/** Opens a node beside the world's own; the caller stops it. */
export async function openNode(
  world: World,
  declared: readonly DeclaredJob[],
  { works = true }: { readonly works?: boolean } = {},
): Promise<Node> {
  const { house } = world.app;
  const pool = await house.em.getConnection().getNativeClient();
  const jobs = new JobQueue({ pool, log: createLogger('fatal'), jobs: declared });
  await jobs.open();
  const ctx = systemContext({ ...house, log: createLogger('fatal'), jobs });
  const stop = works ? await startJobs(ctx) : () => Promise.resolve();
  return {
    jobs,
    ctx,
    order: (job, order) => unitOfWork(ctx, (unit) => unit.enqueue(job, order)),
    stop: async () => {
      await stop();
      await jobs.close();
    },
  };
}

/** Resolves once it is so; what never comes true ends with the test's own time. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** A gate that stays shut until it is opened. */
export function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: resolve, opened: promise };
}
