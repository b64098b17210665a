import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { placeIn, spansOf, type Note } from './note.ts';

const note = (quote: string, more: Partial<Note> = {}): Note => ({
  id: quote,
  segmentId: 's',
  quote,
  before: '',
  start: 0,
  speaker: null,
  startedMs: 0,
  words: '',
  createdAtMs: 0,
  ...more,
});

describe('a marked passage', () => {
  test('is found after the text around it was corrected', () => {
    const marked = note('明年三月', { before: '施工从', start: 3 });
    expect(placeIn('关于工期，施工从明年三月开始。', marked)).toBe(8);
  });

  test('is the one with the same words before it, where its words stand twice', () => {
    const marked = note('in May', { before: 'streets ', start: 8 });
    expect(placeIn('in May we plan, streets in May', marked)).toBe(24);
  });

  test('is the nearest one, where nothing else tells them apart', () => {
    expect(placeIn('ha ha ha', note('ha', { start: 4 }))).toBe(3);
  });

  test('is nowhere once its own words were corrected', () => {
    expect(placeIn('施工从明年四月开始', note('明年三月'))).toBe(-1);
  });
});

describe('a text in pieces', () => {
  test('shows what is marked', () => {
    expect(spansOf('one two three', [note('two')])).toEqual([
      { text: 'one ', noteId: null },
      { text: 'two', noteId: 'two' },
      { text: ' three', noteId: null },
    ]);
  });

  test('loses nothing, however the notes overlap', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 30 });
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 5 }), (text, quotes) => {
        const spans = spansOf(
          text,
          quotes.map((quote) => note(quote)),
        );
        expect(spans.map((span) => span.text).join('')).toBe(text);
      }),
    );
  });
});
