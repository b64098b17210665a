import { expect, test } from '@jest/globals';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

test('news of more acts at once than there are connections is delivered, though listeners need connections too', async () => {
  const { id } = await world.member();
  const act = (): Promise<void> =>
    unitOfWork(world.system(), (unit) => {
      unit.record('memberRegistered', { memberId: id });
      return Promise.resolve();
    });
  await Promise.all(Array.from({ length: 100 }, act));
  expect(
    await world.sql(`select count(*)::int as waiting from outbox_messages where delivered_at is null`),
  ).toEqual([{ waiting: 0 }]);
});
