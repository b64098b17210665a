import { expect, test } from '@jest/globals';

import { heldParts } from './held-parts.ts';

const marked = (line: Parameters<typeof heldParts>[0]): string =>
  heldParts(line)
    .map(({ text, isHeld }) => (isHeld ? `[${text}]` : text))
    .join('');

test('the mark begins where what readers have ends', () => {
  expect(marked({ text: 'hello you', shown: 'hello you', publicLength: 6 })).toBe('hello [you]');
  expect(marked({ text: 'hello', shown: 'hello', publicLength: 5 })).toBe('hello');
  expect(marked({ text: 'hello', shown: 'hello', publicLength: 0 })).toBe('[hello]');
});

test('what is being composed at the end is held back', () => {
  expect(marked({ text: '大家', shown: "大家hao'a", publicLength: 2 })).toBe("大家[hao'a]");
});

test('what is being composed within the line leaves what stands behind it as it was', () => {
  expect(marked({ text: '大家好', shown: '大jia家好', publicLength: 3 })).toBe('大[jia]家好');
  expect(marked({ text: '大家好啊', shown: '大jia家好啊', publicLength: 3 })).toBe('大[jia]家好[啊]');
  expect(marked({ text: '大家好啊', shown: '大家好xx啊', publicLength: 1 })).toBe('大[家好xx][啊]');
});

test('a field that is empty, or that was emptied, has no mark', () => {
  expect(marked({ text: '', shown: '', publicLength: 0 })).toBe('');
  expect(marked({ text: 'was here', shown: '', publicLength: 4 })).toBe('');
});
