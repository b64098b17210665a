import { expect, test } from '@jest/globals';

import { toBlocks, type Segment } from '../../live/segment-blocks.ts';
import { placeOf, standAt } from './place.ts';

const segment = (n: number, text: string): Segment => ({
  id: `s${n}`,
  seq: n,
  position: String(n).padStart(10, '0'),
  speaker: null,
  text,
  startedMs: 0,
  endedMs: null,
  revision: 1,
  checkedAt: null,
  createdAt: '2026-11-22T09:00:00.000Z',
});
const three = [segment(1, 'one two'), segment(2, 'three four'), segment(3, 'five')];
const cells = 5;

/** The place of the line "four". */
function atFour() {
  const blocks = toBlocks(three);
  const line = standAt(blocks, cells, null).lines.find(({ text }) => text === 'four')!;
  return placeOf(blocks, line);
}

function lineAfter(segments: readonly Segment[]): string | undefined {
  const { lines, index } = standAt(toBlocks(segments), cells, atFour());
  return lines[index]?.text;
}

test('whoever is nowhere yet stands at the newest line', () => {
  const { lines, index } = standAt(toBlocks(three), cells, null);
  expect(lines.map(({ text }) => text)).toEqual(['one', 'two', 'three', 'four', 'five']);
  expect(index).toBe(4);
});

test('what comes, before or after, does not move the place', () => {
  expect(lineAfter([segment(0, 'zero'), ...three, segment(4, 'six seven')])).toBe('four');
});

test('a correction elsewhere does not move it', () => {
  expect(lineAfter([segment(1, 'one and a half and two'), ...three.slice(1)])).toBe('four');
});

test('a correction of its own segment leaves it at the same spot', () => {
  expect(lineAfter([three[0]!, segment(2, 'three 4'), three[2]!])).toBe('4');
});

test('when its segment is removed, it stands at the end of what was before', () => {
  expect(lineAfter([three[0]!, three[2]!])).toBe('two');
});
