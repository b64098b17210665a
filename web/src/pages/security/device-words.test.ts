import { expect, test } from '@jest/globals';

import { deviceFrom } from './device-words.ts';

test('a browser is told from those whose names it carries along', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0';
  expect(deviceFrom(edge)).toEqual({ browser: 'Edge', system: 'Windows' });
});

test('a phone is told from the system that it is built on', () => {
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
  expect(deviceFrom(iphone)).toEqual({ browser: 'Safari', system: 'iPhone' });
});

test('what is no browser is not made one', () => {
  expect(deviceFrom('curl/8.5.0')).toEqual({ browser: undefined, system: undefined });
});
