import { expect, test } from '@jest/globals';

import { isSomebodyElse } from './identity.ts';

const ada = { kind: 'member', member: { id: 'ada' } };
const ben = { kind: 'member', member: { id: 'ben' } };
const nobody = { kind: 'anonymous' };

test('logging in, logging out and changing places makes somebody else of the page', () => {
  expect([isSomebodyElse(nobody, ada), isSomebodyElse(ada, nobody), isSomebodyElse(ada, ben)]).toEqual([
    true,
    true,
    true,
  ]);
});

test('asking again, or for the first time, does not', () => {
  const same = { ...ada, member: { id: 'ada', displayName: 'Ada L.' } };
  expect([
    isSomebodyElse(ada, same),
    isSomebodyElse(nobody, nobody),
    isSomebodyElse({ kind: 'unknown' }, ada),
    isSomebodyElse({ kind: 'failed' }, nobody),
  ]).toEqual([false, false, false, false]);
});
