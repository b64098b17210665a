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
 * nothing. Returns how many members had something due.
 */
export async function settleAllDue(ctx: Context): Promise<number> {
  for (const { id } of await timedOutHolds(ctx)) {
    await unitOfWork(ctx, (unit) => releaseHold(unit, id));
  }
  let settled = 0;
  for (let holders = await dueHolders(ctx, holdersAtOnce); holders.length > 0;) {
    for (const holder of holders) await unitOfWork(ctx, (unit) => settleDue(unit, holder));
    settled += holders.length;
    holders = holders.length < holdersAtOnce ? [] : await dueHolders(ctx, holdersAtOnce);
  }
  return settled;
}
