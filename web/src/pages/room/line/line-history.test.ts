import { expect, test } from '@jest/globals';

import { createLineHistory, type LineChange, type LineState } from './line-history.ts';

/** A field, a hand and a clock. */
function aLine() {
  const time = { now: 1_000 };
  const history = createLineHistory(() => time.now);
  const line = { state: stateOf('') };
  const become = (text: string, change: LineChange): void => {
    const before = line.state;
    line.state = stateOf(text);
    history.note(before, line.state, change);
  };
  const put = (state: LineState | undefined): boolean => {
    if (state !== undefined) line.state = state;
    return state !== undefined;
  };
  return {
    text: () => line.state.text,
    state: () => line.state,
    history,
    become,
    wait: (ms: number) => void (time.now += ms),
    /** Key after key, each so many milliseconds after the one before. */
    type: (text: string, gapMs: number) => {
      for (const character of text) {
        time.now += gapMs;
        become(line.state.text + character, 'insert');
      }
    },
    backspace: (count: number, gapMs: number) => {
      for (let left = count; left > 0; left -= 1) {
        time.now += gapMs;
        become(line.state.text.slice(0, -1), 'delete');
      }
    },
    undo: () => put(history.undo()),
    redo: () => put(history.redo()),
  };
}

const stateOf = (text: string): LineState => ({ text, start: text.length, end: text.length });

test('a burst of two hundred characters is one undo, and one redo', () => {
  const line = aLine();
  line.type('x'.repeat(200), 3);
  line.undo();
  expect(line.text()).toBe('');
  line.redo();
  expect(line.text()).toBe('x'.repeat(200));
  expect(line.redo()).toBe(false);
});

test('a stroke that takes back and types anew is one undo, and each stroke is its own', () => {
  const line = aLine();
  line.type('the meeting', 2);
  line.wait(300);
  line.backspace(7, 1);
  line.type('minutes are read', 1);
  line.wait(300);
  line.type(' aloud now', 2);
  line.undo();
  expect(line.text()).toBe('the minutes are read');
  line.undo();
  expect(line.text()).toBe('the meeting');
  line.undo();
  expect(line.text()).toBe('');
});

test('what a slow page takes to deal with a key does not cut a burst in two', () => {
  const line = aLine();
  for (const character of 'slow page') {
    line.type(character, 5);
    line.wait(90);
    line.history.rest();
  }
  line.undo();
  expect(line.text()).toBe('');
});

test('typing by hand is cut at a pause, and where deleting begins', () => {
  const line = aLine();
  line.type('hello', 120);
  line.wait(2_000);
  line.type(' there', 120);
  line.backspace(2, 120);
  line.undo();
  expect(line.text()).toBe('hello there');
  line.undo();
  expect(line.text()).toBe('hello');
  line.undo();
  expect(line.text()).toBe('');
});

test('an act joins nothing, so that undoing an expansion returns the code', () => {
  const line = aLine();
  line.type('zhh ', 100);
  line.become('中华人民共和国', 'act');
  line.type('成', 100);
  line.undo();
  expect(line.text()).toBe('中华人民共和国');
  line.undo();
  expect(line.text()).toBe('zhh ');
});

test('the selection comes back with the text', () => {
  const line = aLine();
  line.history.note({ text: 'abc', start: 1, end: 2 }, { text: 'ac', start: 1, end: 1 }, 'delete');
  expect(line.history.undo()).toEqual({ text: 'abc', start: 1, end: 2 });
  expect(line.history.redo()).toEqual({ text: 'ac', start: 1, end: 1 });
});

test('typing after an undo forgets what was undone, and a commit forgets everything', () => {
  const line = aLine();
  line.type('one', 3);
  line.undo();
  line.type('two', 3);
  expect(line.redo()).toBe(false);
  line.history.clear();
  expect(line.undo()).toBe(false);
});
