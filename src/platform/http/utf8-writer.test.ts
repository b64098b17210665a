import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createUtf8Writer } from './utf8-writer.ts';

test('a text becomes the bytes that it has, whatever is in it and whatever was written before', () => {
  const utf8 = createUtf8Writer();
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const written = texts.map(utf8);
      expect(written).toEqual(texts.map((text) => Buffer.from(text)));
    }),
  );
});

test('a text that is longer than the room for it is whole, too', () => {
  const text = '速录'.repeat(200_000);
  expect(createUtf8Writer()(text).equals(Buffer.from(text))).toBe(true);
});
