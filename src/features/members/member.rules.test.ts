import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import {
  checkBirthday,
  checkDisplayName,
  checkEmail,
  checkPhone,
  checkTimeZone,
  checkUsername,
  usernameKey,
} from './member.rules.ts';

describe('usernames', () => {
  test.each(['lin', '林小雨', 'Ana_María.7', 'мария-1', 'नमस्ते', 'a'.repeat(32), '𠮷野家'])(
    '%s is welcome',
    (name) => {
      expect(checkUsername(name)).toBe(name);
    },
  );

  test.each([
    'ab',
    'a'.repeat(33),
    'a b c',
    'name@x',
    '<b>x</b>',
    'lin\u200b',
    'lin\u3164',
    '   ',
    'a\u0000b',
    '😀😀😀',
    '\u0301abc',
  ])('%j is refused', (name) => {
    expect(() => checkUsername(name)).toThrow(InvalidInput);
  });

  test.each([
    ['LIN', 'lin'],
    ['ｌｉｎ', 'lin'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['e\u0301va', 'éva'],
  ])('%s and %s are one name', (one, other) => {
    expect(usernameKey(one)).toBe(usernameKey(other));
  });

  test('two names that read differently are two', () => {
    expect(usernameKey('lin')).not.toBe(usernameKey('lín'));
  });
});

describe('profile fields', () => {
  const today = new Date('2026-11-21T08:00:00Z');

  test.each(['1990-05-31', '2024-02-29', '2026-11-20', '1900-01-01'])(
    'the birthday %s is a real day in the past',
    (day) => {
      expect(checkBirthday(day, today)).toBe(day);
    },
  );

  test.each([
    '2023-02-29',
    '1990-04-31',
    '2026-11-21',
    '1990-5-31',
    '1899-12-31',
    'yesterday',
    '1990-05-31T00:00',
    '0000-00-00',
  ])('the birthday %s is refused', (day) => {
    expect(() => checkBirthday(day, today)).toThrow(InvalidInput);
  });

  test.each(['lin@example.com', 'l.i+n@mail.example.co', '林@例子.中国'])(
    'the e-mail address %s is welcome',
    (email) => {
      expect(checkEmail(email)).toBe(email);
    },
  );

  test.each([
    'lin',
    'lin@',
    '@example.com',
    'a@b@c.com',
    'a@example.com,b@example.com',
    'a b@example.com',
    '<a@example.com>',
    'a@example.com\nBcc: b@example.com',
    `${'a'.repeat(250)}@example.com`,
  ])('the e-mail address %j is refused', (email) => {
    expect(() => checkEmail(email)).toThrow(InvalidInput);
  });

  test.each(['13800138000', '+86 138-0013-8000', '(010) 6655 4433'])(
    'the phone number %s is welcome',
    (phone) => {
      expect(checkPhone(phone)).toBe(phone);
    },
  );

  test.each(['call me', '1', '+', '1'.repeat(33)])('the phone number %s is refused', (phone) => {
    expect(() => checkPhone(phone)).toThrow(InvalidInput);
  });

  test('a display name needs something that can be seen, and is kept as it is', () => {
    expect(checkDisplayName(' <b>小雨</b> \u202eabc 😀')).toBe(' <b>小雨</b> \u202eabc 😀');
    expect(() => checkDisplayName('\u200b\u2060')).toThrow(InvalidInput);
    expect(() => checkDisplayName('x'.repeat(41))).toThrow(InvalidInput);
  });

  test.each(['Asia/Shanghai', 'UTC', 'America/Argentina/Buenos_Aires'])(
    'the time zone %s is known',
    (zone) => {
      expect(checkTimeZone(zone)).toBe(zone);
    },
  );

  test.each(['', '+08:00', 'Mars/Olympus', 'Asia/Shanghai; drop'])('the time zone %j is refused', (zone) => {
    expect(() => checkTimeZone(zone)).toThrow(InvalidInput);
  });
});
