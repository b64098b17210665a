import { requireOperator } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { jobViews, type JobView } from './job-views.ts';

/**
 * Has a job run as soon as a node is free: a recurring one takes a turn out of time, what failed is given again at
 * once. While one is waiting already it is that one. Operators only; throws NOT_FOUND.
 */
export async function runJobNow(ctx: Context, name: string): Promise<JobView> {
  requireOperator(ctx);
  const booked = ctx.jobs.book.get(name);
  if (!booked) throw notFound();
  await unitOfWork(ctx, async ({ em }) => {
    await ctx.jobs.hasten(em, booked.queue);
    if (booked.everyMs === null) await ctx.jobs.redrive(em, booked.queue);
    else await ctx.jobs.runSoon(em, booked.queue);
  });
  ctx.jobs.nudge(booked.queue);
  const [view] = await jobViews(ctx, [booked.queue]);
  if (!view) throw notFound();
  return view;
}
