import { expect, test } from '@jest/globals';
import { remindOfExpiry } from '../../src/features/notifications/expiry-reminders.service.ts';
import type { Context } from '../../src/platform/context.ts';
import { dayMs, later } from '../../src/platform/time/clock.ts';
import { startWorld } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';

const world = await startWorld();

const daysOn = (days: number): Context => {
  const now = later(new Date(), days * dayMs);
  return { ...world.system(), clock: { now: () => now } };
};

test('members are told 30, 7 and 1 days before points end, each time once, and late rather than never (M5, M11)', async () => {
  const member = await world.member();
  const other = await world.member();
  const inbox = async (): Promise<readonly string[]> => {
    const { me } = await member.data<Wire>(`{ me { notifications { edges { node { title } } } } }`);
    return me.notifications.edges.map(({ node }: Wire) => node.title).reverse();
  };
  // The welcome gift ends with the day twelve months on.
  const [lot] = await world.sql(`select expires_at from lots where member_id = $1`, [member.id]);
  const whole = Math.round(((lot?.['expires_at'] as Date).getTime() - Date.now()) / dayMs - 0.5);
  await remindOfExpiry(daysOn(whole - 40));
  expect(await inbox()).toEqual([]);
  await remindOfExpiry(daysOn(whole - 30));
  await remindOfExpiry(daysOn(whole - 30));
  await remindOfExpiry(daysOn(whole - 20));
  expect(await inbox()).toEqual(['60 card points expire in 30 days']);
  // The house was away for the day of the second reminder.
  await remindOfExpiry(daysOn(whole - 5));
  await remindOfExpiry(daysOn(whole - 1));
  await remindOfExpiry(daysOn(whole));
  expect(await inbox()).toEqual([
    '60 card points expire in 30 days',
    '60 card points expire in 5 days',
    '60 card points expire in 1 day',
  ]);
  const { me } = await other.data<Wire>(`{ me { notifications { totalCount } } }`);
  expect(me.notifications.totalCount).toBe(3);
});
