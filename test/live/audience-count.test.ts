import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { AudienceCount } from '../../src/features/live/audience-count.ts';
import { openRoom } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

test('a count that was under way when the last reader left is told to nobody', async () => {
  const { id } = await openRoom(await world.member());
  const system = world.system();
  const live = { ...system.config.live, audienceSeconds: 0 };
  const under = { way: Promise.withResolvers<null>() };
  // Tells when the crew is being read, which is when a count is under way.
  const em = new Proxy(system.em, {
    get: (target, name) => {
      under.way.resolve(null);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const told: number[] = [];
  const shares: number[] = [];
  const unlisten = system.bus.listen(
    { name: 'transcriptAudience', id },
    ({ count }) => void shares.push(count),
  );
  const ctx = { ...system, em, config: { ...system.config, live } };
  const reader = {
    id,
    actor: { ...system.actor, member: { id: v7(), role: 'MEMBER' as const, sessionId: v7() }, grants: [] },
  };
  const counting = new AudienceCount(ctx, id, (count) => void told.push(count));
  counting.changed(new Set([reader]), true);
  await under.way.promise;
  counting.stop();
  await world.sql('select 1');
  expect([told, shares]).toEqual([[], []]);
  unlisten();
});
