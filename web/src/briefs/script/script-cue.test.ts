import { expect, test } from '@jest/globals';

import { createScriptCue, type ScriptCue, type ScriptStore } from './script-cue.ts';

/** What one browser keeps of one room. */
function createBrowser() {
  const kept = new Map<string, unknown>();
  const state = { isFull: false };
  const store: ScriptStore = {
    read: (key) => Promise.resolve(kept.get(key)),
    keep: (key, value) =>
      state.isFull
        ? Promise.reject(new Error('full'))
        : Promise.resolve(void kept.set(key, structuredClone(value))),
    drop: () => Promise.resolve(kept.clear()),
  };
  const visit = async (): Promise<ScriptCue> => {
    const cue = createScriptCue(store);
    await cue.ready;
    return cue;
  };
  return { state, visit };
}

/** Lets everything be written that was asked to be. */
const written = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('lines come one after the other, and at the end there is none', async () => {
  const cue = await createBrowser().visit();
  expect(cue.load('一。二。三。')).toBe(3);
  expect([cue.take(), cue.take(), cue.take(), cue.take()]).toEqual(['一。', '二。', '三。', null]);
  expect(cue.at.value).toBe(3);
});

test('the exact place, and what was changed in the next line, are there after a reload', async () => {
  const browser = createBrowser();
  const cue = await browser.visit();
  cue.load('一。二。三。');
  cue.take();
  cue.edit('二，改过。');
  await written();
  const again = await browser.visit();
  expect([again.at.value, again.next.value]).toEqual([1, '二，改过。']);
  again.take();
  await written();
  expect((await browser.visit()).next.value).toBe('三。');
});

test('one goes forth and back without sending, and never beyond the ends', async () => {
  const cue = await createBrowser().visit();
  cue.load('一。二。');
  cue.move(-1);
  expect(cue.next.value).toBe('一。');
  cue.edit('changed');
  cue.move(1);
  cue.move(-1);
  // What was changed and not sent is the script's own again.
  expect(cue.next.value).toBe('一。');
  for (let i = 0; i < 5; i += 1) cue.move(1);
  expect([cue.at.value, cue.next.value]).toEqual([2, null]);
  cue.edit('nothing to change');
  expect(cue.next.value).toBeNull();
});

test('a line that was emptied is passed over, and nothing is sent for it', async () => {
  const cue = await createBrowser().visit();
  cue.load('一。二。');
  cue.edit('  ');
  expect(cue.take()).toBeNull();
  expect(cue.next.value).toBe('二。');
});

test('a script that is put away is gone after a reload as well', async () => {
  const browser = createBrowser();
  const cue = await browser.visit();
  cue.load('一。');
  cue.drop();
  await written();
  expect((await browser.visit()).lines.value).toEqual([]);
});

test('where nothing can be kept it says so, and goes on', async () => {
  const browser = createBrowser();
  const cue = await browser.visit();
  browser.state.isFull = true;
  cue.load('一。二。');
  expect(cue.take()).toBe('一。');
  await written();
  expect(cue.isUnkept.value).toBe(true);
});
