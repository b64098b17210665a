import { describe, expect, test } from '@jest/globals';
import { isCommonPassword } from './common-passwords.rules.ts';

describe('common passwords', () => {
  test.each([
    'password',
    'password1',
    'password123',
    'p@ssw0rd',
    'passw0rd!',
    '12345678',
    '87654321',
    'qwertyui',
    'asdfghjkl',
    '1qaz2wsx',
    'iloveyou',
    'iloveyou1',
    'aaaaaaaa',
    '12121212',
    'abcabcabc',
    'abcdabcd',
    'sunshine2024',
    'dragon123!',
    'michael1',
    'football',
    'woaini1314',
    'woaini5201314',
    '5201314520',
    'woaini123',
    'zhangwei123',
    'beijing2008',
    'wodemima',
    'mima1234',
    'qq123456',
    'a123456789',
    '1314520520',
    '我爱你5201314',
    '密码123456',
  ])('%s is refused', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  test.each([
    'correct horse battery',
    '今天天气不错我们去爬山',
    'gate-lamp-river-41',
    'Tr0ub4dor&3xyz',
    'пароль-на-сегодня',
    'wo de tai yang 77',
    'x7#kkQ02',
    '19950713lin',
    'passwordless-house',
  ])('%s is not', (password) => {
    expect(isCommonPassword(password.toLowerCase())).toBe(false);
  });
});
