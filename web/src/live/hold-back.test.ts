import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createHeldLine, noHoldBack, type HoldBack } from './hold-back.ts';

const characters = (count: number): HoldBack => ({ unit: 'characters', count });
const words = (count: number): HoldBack => ({ unit: 'words', count });
const seconds = (count: number): HoldBack => ({ unit: 'seconds', count });

/** What readers see of a line that was typed as one. */
const seen = (text: string, hold: HoldBack): string => {
  const line = createHeldLine();
  line.change(text, 0);
  return text.slice(0, line.publicLength(hold, 0));
};

test('without a hold-back everything is public at once', () => {
  expect(seen('大家好', noHoldBack)).toBe('大家好');
});

test('so many characters are held back, and none is cut in half', () => {
  expect(seen('大家好，我们开始', characters(3))).toBe('大家好，我');
  expect(seen('ab😀', characters(1))).toBe('ab');
  expect(seen('ab', characters(5))).toBe('');
});

test('so many words are held back; a Chinese character is a word', () => {
  expect(seen('good evening everybody ', words(1))).toBe('good evening ');
  expect(seen('good evening every', words(2))).toBe('good ');
  expect(seen('我们用 GraphQL 写', words(2))).toBe('我们用 ');
  expect(seen('one', words(3))).toBe('');
});

test('what has stood for so many seconds is public, and the line says when more will be', () => {
  const line = createHeldLine();
  line.change('one ', 0);
  line.change('one two', 900);
  expect(line.publicLength(seconds(1), 999)).toBe(0);
  expect(line.nextAt(seconds(1))).toBe(1_000);
  expect(line.publicLength(seconds(1), 1_000)).toBe(4);
  expect(line.nextAt(seconds(1))).toBe(1_900);
  // What is typed anew waits anew; what stood before it does not.
  line.change('one tow', 1_500);
  expect(line.publicLength(seconds(1), 1_900)).toBe(5);
  expect(line.publicLength(seconds(1), 2_500)).toBe(7);
  expect(line.nextAt(seconds(1))).toBeNull();
});

test('what was public once is not taken back by more being deleted behind it', () => {
  const line = createHeldLine();
  line.change('abcdef', 0);
  expect(line.publicLength(characters(3), 0)).toBe(3);
  line.change('abcde', 1);
  expect(line.publicLength(characters(3), 1)).toBe(3);
  line.change('ab', 2);
  expect(line.publicLength(characters(3), 2)).toBe(2);
});

test('a flush makes all of it public, and what follows is held back again', () => {
  const line = createHeldLine();
  line.change('abcdef', 0);
  line.flush();
  expect(line.publicLength(characters(4), 0)).toBe(6);
  line.change('abcdefgh', 1);
  expect(line.publicLength(characters(4), 1)).toBe(6);
});

test('whatever is typed and deleted, what is public is a beginning of the line', () => {
  const edit = fc.record({
    cut: fc.nat(6),
    add: fc.string({ unit: 'grapheme', maxLength: 5 }),
    pause: fc.nat(900),
  });
  const hold = fc.constantFrom<HoldBack>(noHoldBack, characters(3), words(2), seconds(1));
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), hold, (edits, kind) => {
      const line = createHeldLine();
      let text = '';
      let now = 0;
      for (const { cut, add, pause } of edits) {
        text = text.slice(0, Math.max(0, text.length - cut)) + add;
        now += pause;
        line.change(text, now);
        const length = line.publicLength(kind, now);
        expect(length).toBeGreaterThanOrEqual(0);
        expect(length).toBeLessThanOrEqual(text.length);
      }
      expect(
        line.publicLength(kind, now + 1_000) === text.length ||
          kind.unit === 'characters' ||
          kind.unit === 'words',
      ).toBe(true);
    }),
  );
});
