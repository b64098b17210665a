import { expect, test } from '@jest/globals';

import { createUuid7 } from './uuid7.ts';

const fillRandom = (bytes: Uint8Array): Uint8Array => bytes.fill(0xff);

test('an id is a UUID of version 7 that begins with the time in milliseconds', () => {
  const id = createUuid7({ now: () => 0x0192_3456_789a, fillRandom })();
  expect(id).toBe('01923456-789a-7000-bfff-ffffffffffff');
});

test('ids rise within one millisecond, past four thousand of them, and when the clock steps back', () => {
  const clock = { ms: 5_000 };
  const newId = createUuid7({ now: () => clock.ms, fillRandom });
  const ids = Array.from({ length: 5_000 }, newId);
  clock.ms = 1;
  ids.push(newId(), newId());
  expect(ids).toEqual([...new Set(ids)].sort());
});
