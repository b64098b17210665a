import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { say } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { linesOf, numbered, untilLines } from './acts.ts';
import { meetIn, revise, segmentsOf } from './meeting.ts';
import { openTheatre, type Stage } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();
const meet = (stage: Stage, lines: readonly string[]) => meetIn(stage, world, { lines });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const scrolledTo = (page: Page): Promise<number> => page.evaluate<number>('Math.round(scrollY)');

/** Selects these words of the text, as a hand does, and lets go. */
const select = (page: Page, words: string): Promise<void> =>
  page.evaluate<void>(`(() => {
    const line = [...document.querySelectorAll('p.segment')].find((p) => p.textContent.includes(${JSON.stringify(words)}));
    const node = [...line.childNodes].find((child) => child.nodeType === 3);
    const at = node.data.indexOf(${JSON.stringify(words)});
    getSelection().setBaseAndExtent(node, at, node, at + ${words.length});
    dispatchEvent(new PointerEvent('pointerup'));
  })()`);

scene(
  'highlights and notes stay on the device, survive a correction, and can be taken along',
  async (stage) => {
    const { page, reader, owner, room } = await meet(stage, ['we dig in May, perhaps', 'nobody objects']);
    await untilLines(page, ['we dig in May, perhaps', 'nobody objects']);
    await select(page, 'in May');
    await reader.picture('selection menu');
    await button(page, 'Write a note').click();
    const marked = page.locator('.reading-text mark');
    await marked.getByText('in May', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Note: in May' }).fill('which year?');
    await page.getByRole('textbox', { name: 'Note: in May' }).blur();
    await reader.picture('notes');
    // Before the reload: what is written down is read back by another page of the same browser.
    await page.reload();
    await marked.getByText('in May', { exact: true }).waitFor();

    const segments = await segmentsOf(owner, room);
    await revise(owner, segments[0]!, { text: 'So we begin to dig in May, for sure' });
    await until(
      () => linesOf(page),
      ([first]) => first === 'So we begin to dig in May, for sure',
    );
    expect(await marked.allTextContents()).toEqual(['in May']);
    await revise(
      owner,
      { ...segments[0]!, revision: segments[0]!.revision + 1 },
      { text: 'So we begin in June' },
    );
    await until(
      () => linesOf(page),
      ([first]) => first === 'So we begin in June',
    );
    expect(await marked.count()).toBe(0);

    await button(page, 'Notes').click();
    await page.getByText('The text was corrected; these words are no longer in it.').waitFor();
    const downloading = page.waitForEvent('download');
    await button(page, 'Text').click();
    const text = await readFile(await (await downloading).path(), 'utf8');
    expect(text).toMatch(/^A meeting\n\n\[\d+:\d\d\] in May\n {4}which year\?\n$/);

    await button(page, 'Delete').click();
    await page.getByText('No notes yet.').waitFor();
    await button(page, 'Undo').click();
    await page.getByRole('textbox', { name: 'Note: in May' }).waitFor();
  },
);

scene(
  '“I stopped reading here” is kept, and leads back to text that is not on the page any more',
  async (stage) => {
    const { page, reader, owner, room } = await meet(stage, numbered(60));
    await untilLines(page, numbered(60));
    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, -800);
    await button(page, '↓ Back to the latest').waitFor();
    await page.keyboard.press('m');
    const stop = page.locator('.segment[data-stop]');
    const marked = await stop.textContent();
    expect(marked).toMatch(/^line \d+$/);
    await reader.picture('mark');
    for (const line of numbered(110, 61)) await say(owner, room.id, line);
    await page.reload();
    await until(
      () => linesOf(page),
      (lines) => lines.length === 100 && lines.at(-1) === 'line 170',
    );
    expect(await stop.count()).toBe(0);
    await button(page, 'Notes').click();
    await page.getByRole('button', { name: /^Back to the mark/ }).click();
    await until(
      () => stop.evaluateAll((found) => found.map((line) => line.textContent)),
      ([text]) => text === marked,
    );
    await until(() => stop.isVisible(), Boolean);
    await page.keyboard.press('Escape');
  },
);

scene('whoever was away is offered the place where they were, and is not taken there', async (stage) => {
  const { page, owner, room } = await meet(stage, numbered(80));
  await untilLines(page, numbered(80));
  await page.mouse.move(400, 400);
  await page.mouse.wheel(0, -600);
  await button(page, '↓ Back to the latest').waitFor();
  const look = (state: 'hidden' | 'visible') =>
    page.evaluate(`Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'))`);
  await look('hidden');
  for (const line of numbered(5, 81)) await say(owner, room.id, line);
  await untilLines(page, numbered(85));
  const before = await scrolledTo(page);
  await look('visible');
  await page.getByText(/^What you were reading when you left at/).waitFor();
  expect(await scrolledTo(page)).toBe(before);
  await button(page, 'Mark it').click();
  await page.locator('.segment[data-stop]').waitFor();
  expect(await page.getByText(/^What you were reading when you left at/).count()).toBe(0);
});

scene('the reader works by keys, and shows them', async (stage) => {
  const { page } = await meet(stage, ['one line']);
  await page.locator('.selection-menu, .reader-tools').first().waitFor();
  const size = () =>
    page.evaluate<string>(`getComputedStyle(document.querySelector('.segment-log')).fontSize`);
  await until(
    async () => {
      await page.keyboard.press(']');
      return size();
    },
    (now) => now !== '18px',
  );
  await page.keyboard.press('/');
  await page.getByRole('searchbox').waitFor();
  await until(
    () => page.evaluate<string>('document.activeElement.name'),
    (name) => name === 'search',
  );
  // In a field a letter is a letter.
  await page.keyboard.type('nm');
  expect(await page.getByRole('searchbox').inputValue()).toBe('nm');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('searchbox').count()).toBe(0);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Mark where you stopped reading').waitFor();
});
