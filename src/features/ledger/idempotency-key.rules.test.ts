import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkIdempotencyKey } from './idempotency-key.rules.ts';

describe('an idempotency key', () => {
  test.each(['12345678', 'a'.repeat(200), '019d0000-0000-7000-8000-000000000001', '订单-2026-11-21'])(
    'may be %s',
    (key) => {
      expect(checkIdempotencyKey(key)).toBe(key);
    },
  );

  test.each([
    '',
    '        ',
    '1234567',
    'a'.repeat(201),
    'a'.repeat(10_240),
    'line\nbreak',
    'zero\u0000zero',
    'half\ud800half',
  ])('may not be %j', (key) => {
    expect(() => checkIdempotencyKey(key)).toThrow(InvalidInput);
  });
});
