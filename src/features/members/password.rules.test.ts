import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkNewPassword } from './password.rules.ts';

const check = (password: string): string => checkNewPassword('password', password, 'LinXiaoyu');

describe('new passwords', () => {
  test.each([
    'x7#kkQ02',
    'f'.repeat(5) + 'unny-house',
    '雨打芭蕉夜未央也',
    'кошка на окне',
    'two words',
    '  spaces around  ',
    'pâté-à-choux',
    '𠮷𠮷野家的早餐很好吃',
    'river-lamp '.repeat(12).slice(0, 128),
  ])('%j is welcome as it is', (password) => {
    expect(check(password)).toBe(password);
  });

  test.each([
    'x7#kkQ0',
    '',
    '        ',
    'river-lamp '.repeat(12).slice(0, 129),
    'linxiaoyu',
    'ＬｉｎＸｉａｏｙｕ',
    'PassWord1',
    'WoAiNi1314',
    'bad\u0007password',
  ])('%j is refused, and the field is named', (password) => {
    expect(() => check(password)).toThrow(InvalidInput);
    expect(() => check(password)).toThrow(expect.objectContaining({ field: 'password' }));
  });

  test('length is counted in characters, not in UTF-16 units', () => {
    expect(() => check('𠮷野𠮷家𠮷')).toThrow(expect.objectContaining({ limit: 8 }));
  });
});
