import { expect, test } from '@jest/globals';

import type { SegmentWork } from '../../../live/outbox.ts';
import { unsentText } from './unsent-text.ts';

const said = (text: string, speaker: string | null): { readonly entry: SegmentWork } => ({
  entry: { kind: 'append', segmentId: text, text, speaker, startedMs: null, endedMs: null },
});

test('what exists nowhere else comes along in its order, the line last', () => {
  const removal = { entry: { kind: 'remove', segmentId: 'x' } as const };
  const pending = [said('大家好', '张三'), removal, said('second', null)];
  expect(unsentText(pending, { text: 'half a li', speaker: null })).toBe('张三：大家好\nsecond\nhalf a li');
  expect(unsentText([], { text: ' ', speaker: null })).toBe('');
});
