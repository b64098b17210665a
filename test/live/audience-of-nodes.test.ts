import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { AudienceCount } from '../../src/features/live/audience-count.ts';
import { memoryBus } from '../../src/platform/events/bus.ts';
import type { Reader } from '../../src/platform/fan-out/followed-log.ts';
import { until } from '../e2e/until.ts';
import { openRoom } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld({ env: { LIVE_AUDIENCE_SECONDS: '1' } });

const readers = (id: string, memberIds: readonly string[]): ReadonlySet<Reader> =>
  new Set(
    memberIds.map((memberId) => ({
      id,
      actor: { member: { id: memberId, role: 'MEMBER' as const, sessionId: v7() }, grants: [] },
    })),
  );

test('nodes add up whom each of them has, a late one learns of the earlier, and one that leaves takes its own along', async () => {
  const owner = await world.member('owner');
  const { id } = await openRoom(owner);
  // What the nodes share: the bus and the database.
  const ctx = { ...world.system(), bus: memoryBus((error) => expect(error).toBeNull()) };
  const told: Record<'first' | 'second', number[]> = { first: [], second: [] };
  const last = (node: 'first' | 'second', count: number): Promise<unknown> =>
    until(
      () => Promise.resolve(told[node].at(-1)),
      (newest) => newest === count,
    );
  const first = new AudienceCount(ctx, id, (count) => told.first.push(count));
  first.changed(readers(id, [v7(), v7(), owner.id]), true);
  await last('first', 2);
  const second = new AudienceCount(ctx, id, (count) => told.second.push(count));
  second.changed(readers(id, [v7()]), true);
  await last('first', 3);
  await last('second', 3);
  second.stop();
  await last('first', 2);
  first.stop();
});
