import { expect, test } from '@jest/globals';

import { createLineField } from './line-field.ts';

/** The part of a text field that the line works with. */
function anElement() {
  const element = { value: '', selectionStart: 0, selectionEnd: 0, scrollTop: 0, scrollHeight: 0 };
  const setSelectionRange = (start: number, end: number): void => {
    Object.assign(element, { selectionStart: start, selectionEnd: end });
  };
  return Object.assign(element, { setSelectionRange }) as unknown as HTMLTextAreaElement;
}

test('no undo takes away what an earlier visit left, also when something was typed before it was back', () => {
  const element = anElement();
  const nothing = (): void => {};
  const field = createLineField({
    element: () => element,
    now: () => 0,
    isAtEnd: () => false,
    ...{ onText: nothing, onComposing: nothing, onTyped: nothing },
  });
  field.insert('typed');
  field.restore({ text: 'left typed', start: 10, end: 10 });
  expect(field.undo()).toBe(false);
  expect(field.read().text).toBe('left typed');
});
