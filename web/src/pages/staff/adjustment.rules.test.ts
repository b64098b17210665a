import { expect, test } from '@jest/globals';

import { signedNumber } from './adjustment.rules.ts';

test.each([
  ['50', 50],
  ['+50', 50],
  [' -50 ', -50],
  ['−50', -50],
  ['0', 0],
])('%j is %d', (text, points) => expect(signedNumber(text)).toBe(points));

test.each(['', '-', '1.5', '1e3', '５０', '1,000', '9999999999', 'NaN', '--5'])('%j is refused', (text) =>
  expect(signedNumber(text)).toBeUndefined(),
);
