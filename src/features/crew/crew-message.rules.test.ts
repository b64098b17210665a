import { expect, test } from '@jest/globals';
import { checkCrewMessage } from './crew-message.rules.ts';

test('a message has from 1 to 2,000 characters, counted as people count', () => {
  expect(checkCrewMessage('𠮷'.repeat(2_000))).toHaveLength(4_000);
  for (const body of ['', '  ', 'x'.repeat(2_001)]) expect(() => checkCrewMessage(body)).toThrow();
});
