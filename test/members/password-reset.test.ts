import { expect, test } from '@jest/globals';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { act, loggedIn, mailedToken, mailsTo, resetBehind, whoIs } from './acts.ts';

const world = await startWorld();
const withoutMail = await startWorld({ mail: false });
const newPassword = 'another-good-one';

async function memberAt(email: string, locale = 'en'): Promise<SignedInClient> {
  const member = await world.member();
  await act(member, 'updateProfile', { email, locale });
  return member;
}

const reset = (token: string): ReturnType<typeof act> =>
  act(world.visitor(), 'resetPassword', { token, newPassword });

test('the mailed link sets a new password once and ends all sessions', async () => {
  const member = await memberAt('once@example.com');
  const token = await mailedToken(world, 'once@example.com');
  expect(await resetBehind(world.visitor(), token)).toMatchObject({ securityQuestion: null });
  expect(await reset(token)).toEqual({ __typename: 'ResetPasswordSuccess', sessionsEnded: 1 });
  expect(await whoIs(member)).toBeNull();
  await loggedIn(world, { username: member.username, password: newPassword });
  expect(await reset(token)).toMatchObject({ __typename: 'InvalidToken' });
  expect(await resetBehind(world.visitor(), token)).toBeNull();
});

test('of many who bring the same link at the same moment, one succeeds', async () => {
  await memberAt('race@example.com');
  const token = await mailedToken(world, 'race@example.com');
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => reset(token)));
  expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
    ...Array.from({ length: 7 }, () => 'InvalidToken'),
    'ResetPasswordSuccess',
  ]);
});

test('a link works for ten minutes', async () => {
  await memberAt('late@example.com');
  const token = await mailedToken(world, 'late@example.com');
  world.clock.advance(10 * 60_000);
  expect(await reset(token)).toMatchObject({ __typename: 'InvalidToken' });
});

test('whether there is such a member is not told', async () => {
  const member = await memberAt('known@example.com');
  const { username } = await world.member('without-mail');
  const known = await act(world.visitor(), 'requestPasswordReset', { usernameOrEmail: member.username });
  expect(known).toMatchObject({ __typename: 'RequestPasswordResetSuccess' });
  for (const usernameOrEmail of ['nobody@example.com', 'nobody-here', username, 'x y\u3164z']) {
    expect(await act(world.visitor(), 'requestPasswordReset', { usernameOrEmail })).toEqual(known);
  }
  expect(await mailsTo(world, 'known@example.com')).toHaveLength(1);
});

test('the mail is in the member’s language and says whose account it is about', async () => {
  const chinese = await memberAt('zh@example.com', 'zh-CN');
  const english = await memberAt('en@example.com', 'en');
  await mailedToken(world, 'zh@example.com');
  await mailedToken(world, 'en@example.com');
  const [zh] = await mailsTo(world, 'zh@example.com');
  const [en] = await mailsTo(world, 'en@example.com');
  expect(zh?.subject).toBe('重设你的速录密码');
  expect(zh?.text).toContain(chinese.username);
  expect(en?.subject).toBe('Reset your Scribecast password');
  expect(en?.text).toContain(english.username);
});

test('the link’s secret is kept hashed', async () => {
  await memberAt('hash@example.com');
  const token = await mailedToken(world, 'hash@example.com');
  const stored = JSON.stringify(
    await world.sql(`select r::text, encode(token_hash, 'escape') as hash from password_resets r`),
  );
  expect(stored).not.toContain(token);
});

test('a weak new password is refused and leaves the link unused', async () => {
  await memberAt('weak@example.com');
  const token = await mailedToken(world, 'weak@example.com');
  const outcome = await act(world.visitor(), 'resetPassword', { token, newPassword: 'password1' });
  expect(outcome).toMatchObject({ __typename: 'InvalidInput', field: 'newPassword' });
  expect(await reset(token)).toMatchObject({ __typename: 'ResetPasswordSuccess' });
});

test('a mailbox is not flooded: there are five mails an hour for one name', async () => {
  await memberAt('flood@example.com');
  const ask = (): ReturnType<typeof act> =>
    act(world.visitor(), 'requestPasswordReset', { usernameOrEmail: 'flood@example.com' });
  for (let asked = 1; asked <= 5; asked += 1)
    expect(await ask()).toMatchObject({ __typename: 'RequestPasswordResetSuccess' });
  expect(await ask()).toMatchObject({ __typename: 'TooManyAttempts' });
  expect(await mailsTo(world, 'flood@example.com', 5)).toHaveLength(5);
});

test('a house without mail says so, and pretends nothing', async () => {
  const { serviceInfo } = await withoutMail
    .visitor()
    .data<{ serviceInfo: object }>('{ serviceInfo { mailIsConfigured } }');
  expect(serviceInfo).toEqual({ mailIsConfigured: false });
  expect(
    await act(withoutMail.visitor(), 'requestPasswordReset', { usernameOrEmail: 'anybody' }),
  ).toMatchObject({
    __typename: 'MailNotConfigured',
  });
});
