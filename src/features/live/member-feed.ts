import type { Context } from '../../platform/context.ts';
import type { BusMessages } from '../../platform/events/bus.ts';
import { requireMember } from '../../platform/auth/actor.ts';

/** A hint for a member's open pages: news of their own, or of everybody's. */
export type MemberHint = BusMessages['memberNews'] | BusMessages['announcements'];

/** More than this waits for nobody: the page reads afresh when it comes back. */
const waitingMax = 100;

/** What concerns the signed-in member, as it happens. Hints only: what is missed is read by the page's own query. */
export function openMemberFeed(ctx: Context): AsyncIterableIterator<MemberHint> {
  const waiting: MemberHint[] = [];
  let wake: (() => void) | null = null;
  const closing = new AbortController();
  const add = (hint: MemberHint): void => {
    // They will look at what has just changed: not on a replica that may not have it yet.
    ctx.reads.noteWrite(ctx.actor);
    if (waiting.length < waitingMax) waiting.push(hint);
    wake?.();
  };
  const stops = [
    ctx.bus.listen({ name: 'memberNews', id: requireMember(ctx).id }, add),
    ctx.bus.listen({ name: 'announcements', id: 'all' }, add),
  ];
  return {
    async next() {
      while (waiting.length === 0 && !closing.signal.aborted)
        await new Promise<void>((resolve) => (wake = resolve));
      const hint = waiting.shift();
      return hint && !closing.signal.aborted
        ? { done: false, value: hint }
        : { done: true, value: undefined };
    },
    return() {
      closing.abort();
      for (const stop of stops) stop();
      wake?.();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
