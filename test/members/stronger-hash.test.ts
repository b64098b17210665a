import argon2 from 'argon2';
import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { loggedIn } from './acts.ts';

const world = await startWorld();

test('a log-in replaces a hash that was made with weaker parameters, and keeps one that is strong enough', async () => {
  const member = await world.member();
  const hashOf = async (): Promise<unknown> =>
    (await world.sql('select password_hash as hash from members where id = $1', [member.id]))[0]?.['hash'];
  const weak = await argon2.hash(member.password, {
    type: argon2.argon2id,
    memoryCost: 8_192,
    timeCost: 2,
    parallelism: 1,
  });
  await world.sql('update members set password_hash = $1 where id = $2', [weak, member.id]);
  await loggedIn(world, member);
  const strong = await hashOf();
  expect(strong).toMatch(/m=19456/);
  await loggedIn(world, member);
  expect(await hashOf()).toBe(strong);
});
