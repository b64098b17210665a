import { expect, test } from '@jest/globals';

import { decodeText } from './text-file.ts';

const bytes = (...values: readonly number[]): ArrayBuffer => new Uint8Array(values).buffer;

test('a file in UTF-8 is read as it is, without its byte order mark', () => {
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0xe4, 0xbd, 0xa0))).toBe('你');
});

test('a file that is not UTF-8 is read as GB 18030', () => {
  expect(decodeText(bytes(0xc4, 0xe3, 0xba, 0xc3))).toBe('你好');
});

test('a file that is neither is not guessed at', () => {
  expect(decodeText(bytes(0xff, 0xff, 0xff))).toBeNull();
});
