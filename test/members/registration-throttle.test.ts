import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { act } from './acts.ts';

const world = await startWorld({ env: { LIMIT_REGISTRATIONS_PER_HOUR: '3' } });

test('an address gets so many accounts an hour, and what was refused for its words does not count', async () => {
  const register = (username: string): ReturnType<typeof act> =>
    act(world.visitor(), 'registerMember', {
      username,
      password: 'gate-lamp-river',
      displayName: 'One of many',
    });
  expect(await register('x')).toMatchObject({ __typename: 'InvalidInput' });
  for (const name of ['one', 'two', 'three'])
    expect(await register(name)).toMatchObject({ __typename: 'RegisterMemberSuccess' });
  const refused = await register('four');
  expect(refused).toMatchObject({ __typename: 'TooManyAttempts' });
  expect(refused.retryAfterSeconds).toBeGreaterThan(3_000);
});
