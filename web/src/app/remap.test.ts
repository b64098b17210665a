import { expect, test } from '@jest/globals';

import { digitOf, keyRows, keysFor, readKeymap, saveKeymap } from './keymap.ts';
import type { PressedKey } from './keys.ts';
import { asRow, exportedKeymap, importedKeymap, keysPressed, refusalOf, withKeys } from './remap.ts';

const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});

test('no row of the table takes a key of another one, nor one that would cost what is being done', () => {
  const refused = keyRows.flatMap(({ id, keys }) => {
    const why = refusalOf(id, keys, {});
    return why === undefined ? [] : [{ id, keys, why }];
  });
  expect(refused).toEqual([]);
  expect(keyRows.map(({ keys }) => keys)).not.toContain('F1');
  expect(keyRows.map(({ keys }) => keys)).not.toContain('F5');
});

test('a press is written as the table writes it', () => {
  expect(keysPressed(press('j', { ctrlKey: true, code: 'KeyJ' }))).toBe('Ctrl+J');
  expect(keysPressed(press('Z', { metaKey: true, shiftKey: true }))).toBe('Ctrl+Shift+Z');
  expect(keysPressed(press('™', { altKey: true, shiftKey: true, code: 'Digit2' }))).toBe('Alt+Shift+2');
  expect(keysPressed(press('?', { shiftKey: true }))).toBe('?');
  expect(keysPressed(press('ArrowUp', { altKey: true }))).toBe('Alt+↑');
  expect(keysPressed(press('Escape'))).toBe('Esc');
  expect(keysPressed(press('Control', { ctrlKey: true }))).toBeNull();
  expect(keysPressed(press('Process', { keyCode: 229 }))).toBeNull();
});

test('keys of the browser, keys that reload, and keys that type are refused with the reason', () => {
  expect(refusalOf('toggleComments', 'Ctrl+T', {})).toEqual({ kind: 'browser' });
  expect(refusalOf('toggleComments', 'F5', {})).toEqual({ kind: 'loss' });
  expect(refusalOf('toggleComments', 'F1', {})).toEqual({ kind: 'loss' });
  expect(refusalOf('toggleComments', 'Backspace', {})).toEqual({ kind: 'editing' });
  expect(refusalOf('toggleComments', 'J', {})).toEqual({ kind: 'types' });
  expect(refusalOf('toggleComments', 'Enter', {})).toEqual({ kind: 'types' });
  expect(refusalOf('pickSpeaker', 'Alt+J', {})).toEqual({ kind: 'digits' });
  // A browser's tabs change with Ctrl and a digit.
  expect(refusalOf('pickSpeaker', 'Ctrl+1…9', {})).toEqual({ kind: 'browser' });
  expect(refusalOf('toggleComments', 'F2', {})).toBeUndefined();
});

test('a key that another row has is refused, until that row has given it up', () => {
  expect(refusalOf('toggleComments', 'Ctrl+/', {})).toEqual({ kind: 'conflict', with: 'keySheetAnywhere' });
  expect(refusalOf('toggleComments', 'Ctrl+/', { keySheetAnywhere: 'F2' })).toBeUndefined();
  expect(refusalOf('noSpeaker', 'Alt+3', {})).toEqual({ kind: 'conflict', with: 'pickSpeaker' });
});

test('rows of different places, or of different fields of the room, may share a key', () => {
  expect(refusalOf('focusSearch', 'Alt+0', {})).toBeUndefined();
  expect(refusalOf('leaveCorrection', 'Shift+Enter', {})).toBeUndefined();
});

test('a row of nine keys is chosen by one of them, and tells which digit was pressed', () => {
  expect(asRow('pickSpeaker', 'Ctrl+Alt+3')).toBe('Ctrl+Alt+1…9');
  expect(asRow('toggleComments', 'Alt+3')).toBe('Alt+3');
  expect(digitOf('pickSpeaker', press('¢', { altKey: true, code: 'Digit4' }))).toBe(4);
  expect(digitOf('pickSpeaker', press('0', { altKey: true, code: 'Digit0' }))).toBeUndefined();
  expect(
    digitOf('pickSpeaker', press('!', { altKey: true, shiftKey: true, code: 'Digit1' })),
  ).toBeUndefined();
});

test('the writer’s own keys replace the table’s, and one that is set back is the table’s again', () => {
  saveKeymap(withKeys('toggleComments', 'F2', {}));
  expect(keysFor('toggleComments')).toBe('F2');
  saveKeymap(withKeys('toggleComments', 'Alt+Shift+C', { toggleComments: 'F2' }));
  expect(keysFor('toggleComments')).toBe('Alt+Shift+C');
  expect(withKeys('toggleComments', 'Alt+Shift+C', { toggleComments: 'F2' })).toEqual({});
});

test('exported keys come back as they were, also when two rows changed places', () => {
  const swapped = { noSpeaker: 'Ctrl+/', keySheetAnywhere: 'Alt+0' };
  expect(importedKeymap(exportedKeymap(swapped))).toEqual({ keymap: swapped, refused: [] });
});

test('a file is taken row by row: what is refused says why, and what is unknown is passed over', () => {
  const file = JSON.stringify({
    keys: { toggleComments: 'F5', noSpeaker: 'F2', nonsense: 'F9', pickSpeaker: 7 },
  });
  expect(importedKeymap(file)).toEqual({
    keymap: { noSpeaker: 'F2' },
    refused: [{ id: 'toggleComments', keys: 'F5', why: { kind: 'loss' } }],
  });
  expect(importedKeymap('{"a":')).toBeNull();
  expect(importedKeymap('[]')).toBeNull();
});

test('whatever is in the storage, the program starts with keys that it knows', () => {
  expect(readKeymap('{"noSpeaker":"F2","other":"F9","keySheet":3}')).toEqual({ noSpeaker: 'F2' });
  expect(readKeymap('"text"')).toEqual({});
  expect(readKeymap('{')).toEqual({});
});
