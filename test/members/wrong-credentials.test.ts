import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { act, documentOf, loggedIn, whoIs } from './acts.ts';

const world = await startWorld();

test('a wrong password and an unknown username get the same answer', async () => {
  const { username } = await world.member();
  const answers = [];
  for (const name of [username, 'nobody-at-all', 'a<b>c', 'e\u0301\u3164']) {
    const { status, data, headers } = await world
      .visitor()
      .request(documentOf('logIn'), { input: { username: name, password: 'not the password' } });
    answers.push({ status, data, cookies: headers.getSetCookie() });
  }
  expect(answers[0]?.data).toMatchObject({ logIn: { __typename: 'WrongCredentials' } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('the answer is in the reader’s language', async () => {
  const visitor = world.visitor();
  visitor.locale = 'zh-CN';
  const { message } = await act(visitor, 'logIn', { username: 'nobody', password: 'not the password' });
  expect(message).toContain('用户名与密码');
});

test('the right words open a session, whatever the case and width of the name', async () => {
  const { username, password } = await world.member('Anna');
  const wide = username.toUpperCase().replace('ANNA', 'ＡＮＮＡ');
  expect(await whoIs(await loggedIn(world, { username: wide, password }))).toBe(username);
});

test('what is too long to be anybody’s is told so', async () => {
  const visitor = world.visitor();
  expect(await act(visitor, 'logIn', { username: 'x'.repeat(33), password: 'p' })).toMatchObject({
    field: 'username',
    limit: 32,
  });
  expect(await act(visitor, 'logIn', { username: 'x', password: 'p'.repeat(129) })).toMatchObject({
    field: 'password',
    limit: 128,
  });
});
