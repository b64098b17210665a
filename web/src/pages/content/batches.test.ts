import { expect, test } from '@jest/globals';

import { inBatches } from './batches.ts';

test('more than the server takes at once goes in several batches, and every item is accounted for', async () => {
  const ids = Array.from({ length: 230 }, (_, index) => `id-${index}`);
  const sizes: number[] = [];
  const result = await inBatches(ids, async (batch) => {
    sizes.push(batch.length);
    const [first = '', ...rest] = batch;
    return { doneIds: rest, failures: [{ id: first, message: 'no' }] };
  });
  expect(sizes).toEqual([100, 100, 30]);
  expect(result.doneIds.length + result.failures.length).toBe(230);
});
