import { expect, test } from '@jest/globals';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { act, loggedIn, mailedToken, resetBehind } from './acts.ts';

const world = await startWorld();
const newPassword = 'another-good-one';
const question = '第一只宠物叫什么？';

async function memberWithQuestion(email: string): Promise<SignedInClient> {
  const member = await world.member();
  await act(member, 'updateProfile', { email });
  await act(member, 'setSecurityQuestion', {
    currentPassword: member.password,
    question,
    answer: 'Mao  Mao',
  });
  return member;
}

const reset = (token: string, securityAnswer?: string): ReturnType<typeof act> =>
  act(world.visitor(), 'resetPassword', { token, newPassword, securityAnswer });

test('the question is set with the current password only, and its answer is kept hashed', async () => {
  const member = await world.member();
  const input = { question, answer: 'Mao Mao' };
  expect(
    await act(member, 'setSecurityQuestion', { ...input, currentPassword: 'not the password' }),
  ).toMatchObject({
    __typename: 'WrongPassword',
  });
  expect(await member.data('{ me { securityQuestionSet } }')).toEqual({ me: { securityQuestionSet: false } });
  expect(
    await act(member, 'setSecurityQuestion', { ...input, currentPassword: member.password }),
  ).toMatchObject({
    member: { securityQuestionSet: true, securityQuestion: question },
  });
  const [row] = await world.sql('select security_answer_hash as hash from members where id = $1', [
    member.id,
  ]);
  expect(row?.['hash']).toMatch(/^\$argon2id\$/);
});

test('with a question set, the mailed link alone does not set a password; with the answer it does', async () => {
  const member = await memberWithQuestion('both@example.com');
  const token = await mailedToken(world, 'both@example.com');
  expect(await resetBehind(world.visitor(), token)).toMatchObject({ securityQuestion: question });
  expect(await reset(token)).toMatchObject({ __typename: 'InvalidInput', field: 'securityAnswer' });
  expect(await reset(token, 'wrong')).toMatchObject({ __typename: 'WrongSecurityAnswer', attemptsLeft: 4 });
  expect(await reset(token, ' ｍａｏ mao ')).toMatchObject({ __typename: 'ResetPasswordSuccess' });
  await loggedIn(world, { username: member.username, password: newPassword });
});

test('the answer without a link is worth nothing, and the question is shown to nobody', async () => {
  await memberWithQuestion('alone@example.com');
  expect(await reset('a'.repeat(43), 'Mao Mao')).toMatchObject({ __typename: 'InvalidToken' });
  expect(await resetBehind(world.visitor(), 'a'.repeat(43))).toBeNull();
});

test('the fifth wrong answer burns the link', async () => {
  const member = await memberWithQuestion('burnt@example.com');
  const token = await mailedToken(world, 'burnt@example.com');
  for (const attemptsLeft of [4, 3, 2, 1, 0]) {
    expect(await reset(token, 'wrong')).toMatchObject({ __typename: 'WrongSecurityAnswer', attemptsLeft });
  }
  expect(await reset(token, 'Mao Mao')).toMatchObject({ __typename: 'InvalidToken' });
  expect(await resetBehind(world.visitor(), token)).toBeNull();
  await loggedIn(world, member);
});

test('the right answer is still taken at the fifth try', async () => {
  await memberWithQuestion('fifth@example.com');
  const token = await mailedToken(world, 'fifth@example.com');
  for (let tries = 1; tries <= 4; tries += 1) await reset(token, 'wrong');
  expect(await reset(token, 'mao mao')).toMatchObject({ __typename: 'ResetPasswordSuccess' });
});

test('answers that are tried at the same moment count one by one', async () => {
  await memberWithQuestion('many@example.com');
  const token = await mailedToken(world, 'many@example.com');
  const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => reset(token, `guess ${i}`)));
  expect(outcomes.filter(({ __typename }) => __typename === 'WrongSecurityAnswer')).toHaveLength(5);
});
