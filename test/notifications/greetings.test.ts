import { expect, test } from '@jest/globals';
import { greetMembers } from '../../src/features/notifications/greetings.service.ts';
import type { Context } from '../../src/platform/context.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';

const world = await startWorld();

/** The house at noon of a day in Asia/Shanghai. */
const on = (day: string): Context => ({
  ...world.system(),
  clock: { now: () => new Date(`${day}T12:00:00+08:00`) },
});
const greeted = async (member: SignedInClient): Promise<readonly string[]> => {
  const { me } = await member.data<Wire>(`{ me { notifications(first: 50) { edges { node { title } } } } }`);
  return me.notifications.edges.map(({ node }: Wire) => node.title).reverse();
};
const born = async (day: string | null): Promise<SignedInClient> => {
  const member = await world.member();
  await world.sql(
    `update members set birthday = $2, created_at = '2027-06-15T01:00:00+08:00' where id = $1`,
    [member.id, day],
  );
  return member;
};

test('members are greeted 30 and 7 days before their birthday and on it, once a year each (M9, C10)', async () => {
  const [ann, bob] = [await born('1990-03-10'), await born(null)];
  for (const day of [
    '2028-02-08',
    '2028-02-09',
    '2028-02-09',
    '2028-02-20',
    '2028-03-03',
    '2028-03-10',
    '2028-03-10',
    '2028-03-11',
  ])
    await greetMembers(on(day));
  expect(await greeted(ann)).toEqual([
    'Your birthday is 30 days away',
    'Your birthday is 7 days away',
    'Happy birthday!',
  ]);
  expect(await greeted(bob)).toEqual([]);
  // Another birthday in the same year brings no second round (lesson 13).
  await world.sql(`update members set birthday = '1990-05-10' where id = $1`, [ann.id]);
  await greetMembers(on('2028-05-03'));
  await greetMembers(on('2028-05-10'));
  expect(await greeted(ann)).toHaveLength(3);
  await greetMembers(on('2029-05-10'));
  expect(await greeted(ann)).toHaveLength(4);
});

test('who was born on 29 February is greeted on 28 February in common years (lesson 13)', async () => {
  const leap = await born('2000-02-29');
  await greetMembers(on('2031-02-28'));
  expect(await greeted(leap)).toEqual(['Happy birthday!']);
  await greetMembers(on('2032-02-28'));
  expect(await greeted(leap)).toEqual(['Happy birthday!', 'Your birthday is tomorrow']);
});

test('members are greeted on the day on which they came, by the calendar of Asia/Shanghai (M9)', async () => {
  const member = await born(null);
  await greetMembers(on('2027-06-15'));
  await greetMembers(on('2028-06-14'));
  expect(await greeted(member)).toEqual([]);
  await greetMembers(on('2028-06-15'));
  await greetMembers(on('2028-06-15'));
  await greetMembers(on('2030-06-15'));
  expect(await greeted(member)).toEqual(['One year with us', '3 years with us']);
});
