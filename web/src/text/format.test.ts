import { expect, test } from '@jest/globals';

import { formatClock, formatRelative } from './format.ts';

test('time into a session is minutes and seconds, with hours only when there are any', () => {
  expect([0, 5_900, 65_000, 3_729_000].map(formatClock)).toEqual(['0:00', '0:05', '1:05', '1:02:09']);
});

test('an age is told in the largest unit that fits it', () => {
  const nowMs = Date.parse('2026-11-21T12:00:00Z');
  const ages = ['2026-11-21T11:57:30Z', '2026-11-21T09:00:00Z', '2025-11-01T00:00:00Z'];
  const words = ages.map((iso) => formatRelative(iso, nowMs));
  expect(new Set(words).size).toBe(3);
  expect(words[0]).toMatch(/2|３|3/);
});

test('what is less than a minute old is 刚刚, and just now in English', () => {
  const [iso, nowMs] = ['2026-11-21T12:00:00Z', Date.parse('2026-11-21T12:00:59Z')];
  expect(formatRelative(iso, nowMs, 'zh-CN')).toBe('刚刚');
  expect(formatRelative(iso, nowMs, 'en')).toBe('just now');
  expect(formatRelative(iso, nowMs + 2_000, 'zh-CN')).toBe('1分钟前');
});
