import { expect, test } from '@jest/globals';

import { loginLink, returnTarget } from './return-link.ts';

test('logging in leads back to the page that asked for it', () => {
  const url = '/content?search=a&status=LIVE';
  const wanted = new URL(loginLink(url), 'http://house').searchParams.get('return') ?? undefined;
  expect(returnTarget(wanted)).toBe(url);
});

test('a return link never leaves the site', () => {
  for (const wanted of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
  ]) {
    expect(returnTarget(wanted)).toBe('/dashboard');
  }
});
