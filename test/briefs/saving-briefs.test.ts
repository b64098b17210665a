import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { ownChanges, save } from './dictionary.ts';

const world = await startWorld();

describe('a dictionary', () => {
  test('is empty until something is put into it', async () => {
    const writer = await world.member();
    expect(await ownChanges(writer)).toEqual({
      revision: 0,
      completeFrom: 0,
      put: [],
      removed: [],
      cursor: null,
    });
  });

  test('keeps what was put exactly, and its code in place of the same code', async () => {
    const writer = await world.member();
    const text = '中国共产党 “第二十次” \\ % _ 👩‍👩‍👧';
    await save(writer, { put: [{ code: 'ZGD', text, note: '全称' }] });
    expect((await ownChanges(writer)).put).toEqual([{ code: 'ZGD', text, note: '全称' }]);
    // Full width and small letters: the same code.
    const again = await save(writer, { put: [{ code: 'ｚｇｄ', text: '中国队' }] });
    expect(again).toMatchObject({ changedCount: 1, dictionary: { revision: 2, entryCount: 1 } });
    expect((await ownChanges(writer)).put).toEqual([{ code: 'ｚｇｄ', text: '中国队', note: '' }]);
  });

  test('is not changed by the same save again', async () => {
    const writer = await world.member();
    const input = { put: [{ code: 'a', text: '一' }], remove: ['b'] };
    expect(await save(writer, input)).toMatchObject({ changedCount: 1, dictionary: { revision: 1 } });
    expect(await save(writer, input)).toMatchObject({ changedCount: 0, dictionary: { revision: 1 } });
  });

  test('tells removals to those who had the code, and takes the code up again', async () => {
    const writer = await world.member();
    await save(writer, {
      put: [
        { code: 'a', text: '一' },
        { code: 'b', text: '二' },
      ],
    });
    await save(writer, { remove: ['A', 'never there'] });
    expect(await ownChanges(writer, { since: 1 })).toMatchObject({ revision: 2, put: [], removed: ['a'] });
    const back = await save(writer, { put: [{ code: 'a', text: '一又' }], remove: ['a'] });
    expect(back.dictionary).toEqual({ revision: 3, entryCount: 2 });
    expect(await ownChanges(writer, { since: 2 })).toMatchObject({ put: [{ text: '一又' }], removed: [] });
  });

  test('is each member’s own', async () => {
    const [one, other] = [await world.member(), await world.member()];
    await save(one, { put: [{ code: 'a', text: '一' }] });
    expect((await ownChanges(other)).put).toEqual([]);
  });
});

describe('a save with a fault', () => {
  test.each([
    ['an empty code', { code: '', text: 'x' }, 'put.code'],
    ['a code with a space', { code: 'a b', text: 'x' }, 'put.code'],
    ['a Chinese code', { code: '张', text: 'x' }, 'put.code'],
    ['a code of 41', { code: 'x'.repeat(41), text: 'x' }, 'put.code'],
    ['no text', { code: 'a', text: ' ' }, 'put.text'],
    ['a text of 401', { code: 'a', text: '字'.repeat(401) }, 'put.text'],
    ['two lines', { code: 'a', text: 'a\nb' }, 'put.text'],
    ['a note of 201', { code: 'a', text: 'x', note: 'n'.repeat(201) }, 'put.note'],
  ])('(%s) changes nothing', async (_name, bad, field) => {
    const writer = await world.member();
    const saved = await save(writer, { put: [{ code: 'good', text: '好' }, bad] });
    expect(saved).toMatchObject({ __typename: 'InvalidInput', field });
    expect((await ownChanges(writer)).revision).toBe(0);
  });

  test('(a code twice, too many) changes nothing', async () => {
    const writer = await world.member();
    const many = Array.from({ length: 1_001 }, (_, i) => ({ code: `c${i}`, text: 'x' }));
    expect(await save(writer, { put: many })).toMatchObject({ __typename: 'InvalidInput', field: 'put' });
    const twice = [
      { code: 'a', text: 'x' },
      { code: 'A', text: 'y' },
    ];
    expect(await save(writer, { put: twice })).toMatchObject({ __typename: 'InvalidInput', field: 'put' });
    expect(await save(writer, { remove: many.map(({ code }) => code) })).toMatchObject({ field: 'remove' });
    expect((await ownChanges(writer)).revision).toBe(0);
  });
});

test('saves of one dictionary at once all stand, each with a revision of its own', async () => {
  const writer = await world.member();
  const saved = await Promise.all(
    Array.from({ length: 12 }, (_, i) => save(writer, { put: [{ code: `c${i}`, text: `${i}` }] })),
  );
  expect(new Set(saved.map(({ dictionary }) => dictionary?.revision)).size).toBe(12);
  expect((await ownChanges(writer)).put).toHaveLength(12);
});
