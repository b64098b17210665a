import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import type { Context } from '../../platform/context.ts';
import { dueHolders, timedOutHolds } from './due.queries.ts';
import { settleDue } from './expiry.service.ts';
import { releaseHold } from './holds.service.ts';

/** How many members are settled before the question who is due is asked again. */
const holdersAtOnce = 200;

/**
 * Posts what is due by the database's clock, each member in an act of their own: holds that timed out go back, lots
 * past their expiry expire, pending points become available. Running it twice, or on two nodes at once, changes
 * nothing. Who cannot be settled is logged and left for the next run, and stops nobody else; an aborted signal ends
 * it after the member it is at. Returns how many members had something due that was posted.
 */
export async function settleAllDue(ctx: Context, signal?: AbortSignal): Promise<number> {
  let settled = 0;
  const failed: string[] = [];
  const failedHolds: string[] = [];
  for (let isMore = true; isMore && !signal?.aborted;) {
    // Before every round, so that no hold outlives its end behind a long queue of members.
    failedHolds.push(...(await releaseTimedOut(ctx, failedHolds, signal)));
    const holders = await dueHolders(ctx, holdersAtOnce, failed);
    for (const holder of holders) {
      if (signal?.aborted) break;
      const isSettled = await attempt(ctx, { ...holder }, () =>
        unitOfWork(ctx, (unit) => settleDue(unit, holder)),
      );
      if (isSettled) settled += 1;
      else failed.push(holder.memberId);
    }
    isMore = holders.length === holdersAtOnce;
  }
  return settled;
}

/** Gives back what is left of holds past their end; returns those with which it failed. */
async function releaseTimedOut(
  ctx: Context,
  without: readonly string[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { id } of await timedOutHolds(ctx, without)) {
    if (signal?.aborted) break;
    const isReleased = await attempt(ctx, { holdId: id }, () =>
      unitOfWork(ctx, (unit) => releaseHold(unit, id)),
    );
    if (!isReleased) failed.push(id);
  }
  return failed;
}

async function attempt(ctx: Context, of: object, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    ctx.log.error({ ...of, err: error }, 'what was due could not be posted; the next run tries again');
    return false;
  }
}
