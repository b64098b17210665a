import { expect, test } from '@jest/globals';
import { addressPrefix } from './door.rules.ts';

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['internal', ''],
])('of %s an owner learns %s', (address, prefix) => {
  expect(addressPrefix(address)).toBe(prefix);
});
