import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { cardCodeFrom, checkBatch, shownCode } from './card.rules.ts';

const code = fc.string({
  unit: fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'),
  minLength: 16,
  maxLength: 16,
});

describe('a card code', () => {
  test('is shown in four groups of four', () => {
    expect(shownCode('ABCDEFGH23456789')).toBe('ABCD-EFGH-2345-6789');
  });

  test('is understood as it is shown, and in lower case', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(cardCodeFrom(shownCode(made))).toBe(made);
        expect(cardCodeFrom(shownCode(made).toLowerCase())).toBe(made);
      }),
    );
  });

  test.each([
    'ABCD EFGH 2345 6789',
    ' abcd–efgh—2345‑6789 ',
    'ＡＢＣＤ－ＥＦＧＨ－２３４５－６７８９',
    'ABCD\u3000EFGH 23456789',
  ])('is understood as %s', (typed) => {
    expect(cardCodeFrom(typed)).toBe('ABCDEFGH23456789');
  });

  test.each(['', '   ', 'A'.repeat(101), 'ABCD\u0000'])('cannot be %j', (typed) => {
    expect(() => cardCodeFrom(typed)).toThrow(InvalidInput);
  });
});

describe('a batch of cards', () => {
  const batch = { count: 10, points: 60, note: '' };

  test.each([[{ count: 1 }], [{ count: 1_000 }], [{ points: 100_000 }], [{ note: '注'.repeat(200) }]])(
    'may have %j',
    (part) => {
      expect(checkBatch({ ...batch, ...part })).toEqual({ ...batch, ...part });
    },
  );

  test.each([
    ['count', { count: 0 }],
    ['count', { count: 1_001 }],
    ['count', { count: 1.5 }],
    ['points', { points: 0 }],
    ['points', { points: 100_001 }],
    ['note', { note: '注'.repeat(201) }],
  ])('is refused by its %s', (field, part) => {
    expect(() => checkBatch({ ...batch, ...part })).toThrow(expect.objectContaining({ field }));
  });
});
