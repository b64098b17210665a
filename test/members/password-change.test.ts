import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { act, loggedIn, mailedToken, resetBehind, whoIs } from './acts.ts';

const world = await startWorld();
const newPassword = 'another-good-one';

test('a new password ends the other sessions and closes their sockets; the one that changed it stays', async () => {
  const member = await world.member();
  const other = await loggedIn(world, member);
  const live = await other.subscribe('subscription { memberFeed { __typename } }').connected();
  const own = await member.subscribe('subscription { memberFeed { __typename } }').connected();

  const outcome = await act(member, 'changePassword', { currentPassword: member.password, newPassword });
  expect(outcome).toEqual({ __typename: 'ChangePasswordSuccess', sessionsEnded: 1 });

  await live.until(({ closeCode }) => closeCode === 4403);
  expect(await whoIs(other)).toBeNull();
  expect(await whoIs(member)).toBe(member.username);
  expect(own.closeCode).toBeNull();
  await own.close();
});

test('from then on the new password is the password', async () => {
  const member = await world.member();
  await act(member, 'changePassword', { currentPassword: member.password, newPassword });
  expect(
    await act(world.visitor(), 'logIn', { username: member.username, password: member.password }),
  ).toMatchObject({
    __typename: 'WrongCredentials',
  });
  expect(
    await act(world.visitor(), 'logIn', { username: member.username, password: newPassword }),
  ).toMatchObject({
    __typename: 'LogInSuccess',
  });
});

test('the wrong current password changes nothing, and cannot be tried for ever', async () => {
  const member = await world.member();
  const input = { currentPassword: 'not the password', newPassword };
  for (let tries = 1; tries <= 5; tries += 1) {
    expect(await act(member, 'changePassword', input)).toMatchObject({ __typename: 'WrongPassword' });
  }
  expect(await act(member, 'changePassword', input)).toMatchObject({
    __typename: 'TooManyAttempts',
    retryAfterSeconds: 1,
  });
  await loggedIn(world, member);
});

test('a weak new password is refused, by the same rule as at registration', async () => {
  const member = await world.member();
  for (const weak of ['short', 'woaini1314', member.username]) {
    const outcome = await act(member, 'changePassword', {
      currentPassword: member.password,
      newPassword: weak,
    });
    expect(outcome).toMatchObject({ __typename: 'InvalidInput', field: 'newPassword' });
  }
});

test('links that were mailed before no longer work', async () => {
  const member = await world.member();
  await act(member, 'updateProfile', { email: 'change@example.com' });
  const token = await mailedToken(world, 'change@example.com');
  expect(await resetBehind(world.visitor(), token)).not.toBeNull();
  await act(member, 'changePassword', { currentPassword: member.password, newPassword });
  expect(await resetBehind(world.visitor(), token)).toBeNull();
});

test('nobody but a member can ask', async () => {
  const answer = await world
    .visitor()
    .request('mutation { changePassword(input: { currentPassword: "x", newPassword: "y" }) { __typename } }');
  expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
});
