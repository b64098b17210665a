import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';

const world = await startWorld();

test('a house that stops ends its hashing process', async () => {
  const { hasher } = world.app.house;
  await hasher.hash('secret');
  await world.app.stop();
  await expect(hasher.hash('secret')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
});
