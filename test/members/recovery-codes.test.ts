import { expect, test } from '@jest/globals';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { act, loggedIn, whoIs } from './acts.ts';

const world = await startWorld({ mail: false });
const newPassword = 'another-good-one';

async function codesOf(member: SignedInClient): Promise<readonly string[]> {
  const { codes } = await act(member, 'createRecoveryCodes', { currentPassword: member.password });
  return codes ?? [];
}

const recover = (username: string, recoveryCode = '', password = newPassword): ReturnType<typeof act> =>
  act(world.visitor(), 'useRecoveryCode', { username, recoveryCode, newPassword: password });

test('a member gets ten codes of 79 bits each, which are kept nowhere as they are', async () => {
  const member = await world.member();
  const codes = await codesOf(member);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
  expect(await member.data('{ me { recoveryCodesLeft } }')).toEqual({ me: { recoveryCodesLeft: 10 } });
  const stored = JSON.stringify(
    await world.sql(`select c::text, encode(code_hash, 'escape') from recovery_codes c`),
  );
  expect(stored).not.toContain(codes[0]?.replaceAll('-', ''));
});

test('a code sets a new password once, however it is typed, and ends all sessions', async () => {
  const member = await world.member();
  const [code = ''] = await codesOf(member);
  expect(await recover(member.username, ` ${code.toLowerCase().replaceAll('-', ' ')} `)).toEqual({
    __typename: 'UseRecoveryCodeSuccess',
    sessionsEnded: 1,
  });
  expect(await whoIs(member)).toBeNull();
  const again = await loggedIn(world, { username: member.username, password: newPassword });
  expect(await again.data('{ me { recoveryCodesLeft } }')).toEqual({ me: { recoveryCodesLeft: 9 } });
  expect(await recover(member.username, code, 'a-third-good-one')).toMatchObject({
    __typename: 'WrongCredentials',
  });
});

test('of many who bring the same code at the same moment, one succeeds', async () => {
  const member = await world.member();
  const [code] = await codesOf(member);
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => recover(member.username, code)));
  expect(outcomes.filter(({ __typename }) => __typename === 'UseRecoveryCodeSuccess')).toHaveLength(1);
});

test('new codes end the old ones', async () => {
  const member = await world.member();
  const [old] = await codesOf(member);
  await codesOf(member);
  expect(await recover(member.username, old)).toMatchObject({ __typename: 'WrongCredentials' });
});

test('codes are made only for whoever knows the password', async () => {
  const member = await world.member();
  expect(await act(member, 'createRecoveryCodes', { currentPassword: 'not the password' })).toMatchObject({
    __typename: 'WrongPassword',
  });
});

test('a wrong code, somebody else’s code and an unknown name look the same, and are throttled', async () => {
  const [member, other] = [await world.member(), await world.member('other')];
  const [foreign = ''] = await codesOf(other);
  const wrong = await recover(member.username, 'AAAA-BBBB-CCCC-DDDD');
  expect(wrong).toMatchObject({ __typename: 'WrongCredentials' });
  expect(await recover(member.username, foreign)).toEqual(wrong);
  expect(await recover('nobody-here', foreign)).toEqual(wrong);
  for (let tries = 3; tries <= 5; tries += 1) await recover(member.username, foreign);
  expect(await recover(member.username, foreign)).toMatchObject({ __typename: 'TooManyAttempts' });
  expect(await whoIs(member)).toBe(member.username);
});

test('a weak new password is refused and leaves the code unused', async () => {
  const member = await world.member();
  const [code] = await codesOf(member);
  expect(await recover(member.username, code, 'woaini520')).toMatchObject({
    __typename: 'InvalidInput',
    field: 'newPassword',
  });
  expect(await recover(member.username, code)).toMatchObject({ __typename: 'UseRecoveryCodeSuccess' });
});
