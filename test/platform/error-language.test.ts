import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { post, WireSocket } from './wire.ts';

const world = await startWorld();
const query = '{ publicTranscripts { totalCount } }';
const zh = '请先登录。';
const en = 'Please log in first.';

describe('an error is told in the language of whoever reads it', () => {
  test.each([
    ['zh-CN', zh],
    ['zh-TW,zh;q=0.9,en;q=0.1', zh],
    ['en', en],
    ['en-GB,en;q=0.9,zh;q=0.5', en],
  ])('over HTTP, by Accept-Language: %s', async (language, message) => {
    const { errors } = await post(world.url, { query }, { 'accept-language': language });
    expect(errors).toMatchObject([{ message, extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test.each([
    [{ locale: 'zh-CN' }, 'en', zh],
    [{ locale: 'en' }, 'zh-CN', en],
    [{}, 'zh-CN', zh],
    [{}, 'en', en],
    [{ locale: 7 }, 'en', en],
  ])('over the socket, by its greeting %j before its header %s', async (params, language, message) => {
    const socket = await new WireSocket(world.url, { headers: { 'accept-language': language } }).greeted(
      params,
    );
    socket.send({ type: 'subscribe', id: '1', payload: { query } });
    expect(await socket.errorsOf('1')).toMatchObject([{ message, extensions: { code: 'UNAUTHENTICATED' } }]);
    socket.close();
  });

  test('and so is a failure that a result provides for', async () => {
    const logIn = {
      query: `mutation { logIn(input: { username: "nobody", password: "no such password" }) { ... on UserError { message } } }`,
    };
    const messageIn = async (language: string): Promise<string> => {
      const { text } = await post(world.url, logIn, { 'accept-language': language });
      return (JSON.parse(text) as { data: { logIn: { message: string } } }).data.logIn.message;
    };
    expect(await messageIn('zh-CN')).toMatch(/\p{Script=Han}/u);
    expect(await messageIn('en')).toMatch(/^[\p{ASCII}’“”]+$/u);
  });
});
