import { expect, test } from '@jest/globals';

import { momentOf } from './until-moments.ts';

const now = new Date(2026, 10, 22, 23, 30);

test('today ends tonight, a week in seven days, a date at its own end, never not at all', () => {
  expect(momentOf('TODAY', '', now)).toEqual(new Date(2026, 10, 22, 23, 59, 59, 999));
  expect(momentOf('WEEK', '', now)).toEqual(new Date(2026, 10, 29, 23, 30));
  expect(momentOf('DATE', '2026-12-31', now)).toEqual(new Date(2026, 11, 31, 23, 59, 59, 999));
  expect(momentOf('NEVER', '', now)).toBeNull();
});

test.each(['', 'tomorrow', '2026-12'])('%j is no date', (date) => {
  expect(momentOf('DATE', date, now)).toBeUndefined();
});
