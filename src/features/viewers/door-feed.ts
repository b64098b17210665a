import { readableCodeFrom } from '../../platform/auth/tokens.ts';
import type { Context } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { later, secondMs } from '../../platform/time/clock.ts';
import { findByShareCode } from '../transcripts/index.ts';
import { atTheDoor, type AtTheDoor } from './door-states.queries.ts';
import { StateFeed } from './state-feed.ts';

/** How it stands at a door, and whether anybody is there who could let people in. */
export interface DoorSeen extends AtTheDoor {
  readonly hostIsHere: boolean;
}

/** Who may let people in says so this often while the room is open. */
export const hostSaysEveryMs = 10 * secondMs;
/** Silent for longer than that they are taken to be away. */
const hostIsSilentMs = 25 * secondMs;

/**
 * What somebody at the door is told without asking again: that the meeting begins, that they are let in or refused,
 * that the time is over. Of the transcript itself nothing. Throws NOT_FOUND for a share code that there is not.
 */
export async function openDoorFeed(ctx: Context, shareCode: string): Promise<StateFeed<DoorSeen>> {
  const found = await findByShareCode(ctx, readableCodeFrom(shareCode).slice(0, 32));
  if (!found) throw notFound();
  const { id } = found;
  const host = { heardAt: null as Date | null };
  const isHere = (): boolean =>
    host.heardAt !== null && later(host.heardAt, hostIsSilentMs) > ctx.clock.now();
  return new StateFeed<DoorSeen>({
    clock: ctx.clock,
    listen: (wake) => listenAtTheDoor(ctx, id, { wake, host, isHere }),
    look: async () => {
      const seen = await atTheDoor(ctx, id);
      if (!seen) throw notFound();
      if (seen.state === 'INSIDE') noteRights(ctx);
      if (seen.state === 'WAITING' && host.heardAt === null)
        ctx.bus.publish({ name: 'transcriptDoor', id }, { kind: 'IS_ANYBODY_HERE' });
      return { ...seen, hostIsHere: isHere() };
    },
    isSame: (seen, last) => JSON.stringify(seen) === JSON.stringify(last),
    changesAt: ({ viewersUntil, hostIsHere }) =>
      soonest(viewersUntil, hostIsHere && host.heardAt ? later(host.heardAt, hostIsSilentMs) : null),
  });
}

interface DoorListening {
  readonly wake: () => void;
  readonly host: { heardAt: Date | null };
  readonly isHere: () => boolean;
}

function listenAtTheDoor(ctx: Context, id: string, { wake, host, isHere }: DoorListening) {
  return [
    ctx.bus.listen({ name: 'transcriptAccess', id }, wake),
    ctx.bus.listen({ name: 'transcriptLog', id }, ({ kind }) => {
      if (kind === 'TRANSCRIPT_CHANGED') wake();
    }),
    ctx.bus.listen({ name: 'transcriptDoor', id }, ({ kind }) => {
      if (kind !== 'HOST_IS_HERE') return;
      const wasHere = isHere();
      host.heardAt = ctx.clock.now();
      if (!wasHere) wake();
    }),
    ctx.bus.onDoubt((topic) => {
      if (topic === null || topic.id === id) wake();
    }),
  ];
}

/** They come in next: not by a replica that does not know yet that they may. */
function noteRights({ actor, reads }: Context): void {
  reads.noteWrite({ member: actor.member, grants: [...actor.grants, ...(actor.waiting ?? [])] });
}

const soonest = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other < one) ? other : one;
