import { describe, expect, test } from '@jest/globals';

import type { BriefMap } from './brief.ts';
import { createBriefExpander, standardSettings, type CaretText } from './expander.ts';
import { emptyMemory, finishedAt, takenBack, typedInto } from './line-briefs.ts';

const briefs: BriefMap = new Map(
  [
    ['zg', '中国'],
    ['gd', '共产党'],
  ].map(([code = '', text = '']) => [code, { code, text, note: '' }]),
);
const expand = createBriefExpander([briefs]);

/** A line as it is typed: each edit is one key, or the burst of a machine. */
function lineOf(...edits: readonly string[]) {
  const state = {
    line: { text: '', caret: 0 } as CaretText,
    memory: emptyMemory,
    unknown: [] as string[],
  };
  const type = (...keys: readonly string[]): typeof state => {
    for (const typed of keys) {
      const { text, caret } = state.line;
      const line = { text: text.slice(0, caret) + typed + text.slice(caret), caret: caret + typed.length };
      const result = typedInto(line, {
        expand,
        settings: standardSettings,
        memory: state.memory,
        typedCount: typed.length,
      });
      state.line = result.line ?? line;
      state.memory = result.memory;
      state.unknown.push(...result.unknown);
    }
    return state;
  };
  return Object.assign(state, { type: (...keys: readonly string[]) => type(...keys) }, type(...edits));
}

describe('what is typed', () => {
  test('expands code by code', () => {
    expect(lineOf('z', 'g', ' ', 'g', 'd', '，').line.text).toBe('中国共产党，');
  });

  test('may be a whole burst', () => {
    expect(lineOf('zg gd，zg ').line).toEqual({ text: '中国共产党，中国', caret: 8 });
  });

  test('may stand in the middle of a line', () => {
    const state = lineOf('很大');
    state.line = { text: '很大', caret: 0 };
    expect(state.type('zg ').line).toEqual({ text: '中国很大', caret: 2 });
  });

  test('tells which codes nobody knows', () => {
    expect(lineOf('我们zk ', 'qx，', 'zg ').unknown).toEqual(['zk', 'qx']);
  });
});

describe('an expansion that was not wanted', () => {
  test('goes back by one act, and the code is not expanded again', () => {
    const state = lineOf('zg ');
    const back = takenBack(state.line, state.memory)!;
    expect(back.line).toEqual({ text: 'zg ', caret: 3 });
    Object.assign(state, back);
    expect(state.type('x', ' ').line.text).toBe('zg x ');
    // Nor when its space is taken away and something else ends it.
    state.line = { text: 'zg', caret: 2 };
    expect(state.type('，').line.text).toBe('zg，');
    expect(takenBack(state.line, state.memory)).toBeNull();
  });

  test('is not expanded by the key that commits either', () => {
    const finished = finishedAt(
      { text: 'zg', caret: 2 },
      { expand, settings: standardSettings, memory: emptyMemory },
    );
    expect(finished?.text).toBe('中国');
    const back = { last: null, declined: { start: 0, code: 'zg' } };
    expect(
      finishedAt({ text: 'zg', caret: 2 }, { expand, settings: standardSettings, memory: back }),
    ).toBeNull();
  });

  test('the same code at another place is expanded', () => {
    const state = lineOf('zg ');
    Object.assign(state, takenBack(state.line, state.memory));
    expect(state.type('zg ').line.text).toBe('zg 中国');
  });
});
