import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { enter, openRoom, say } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { comment, linesOf, numbered, passGate, untilLines, wordsFor } from './acts.ts';
import { openTheatre } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();

const scrollTop = 'Math.round(document.scrollingElement.scrollTop)';
const atBottom = 'innerHeight + scrollY >= document.documentElement.scrollHeight - 80';

scene(
  'a reader who has scrolled up is never moved by new lines, and is told how many came',
  async (stage) => {
    const owner = await world.member('writer');
    const room = await openRoom(owner);
    for (const line of numbered(60)) await say(owner, room.id, line);
    const reader = await stage.enter({ url: world.url, name: 'reader' });
    await passGate(reader, room);
    const { page } = reader;
    await untilLines(page, numbered(60));
    await until(() => page.evaluate<boolean>(atBottom), Boolean);

    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, -600);
    await page.getByRole('button', { name: /Back to the latest/ }).waitFor();
    const firstInSight = await lineAt(page, 300);
    const top = await page.evaluate<number>(scrollTop);
    for (const line of numbered(5, 61)) await say(owner, room.id, line);
    await page.getByRole('button', { name: wordsFor(reader).reader.jump(5) }).waitFor();
    expect(await page.evaluate<number>(scrollTop)).toBe(top);
    expect(await lineAt(page, 300)).toBe(firstInSight);
    await reader.picture('scrolled up');

    await page.getByRole('button', { name: wordsFor(reader).reader.jump(5) }).click();
    await until(() => page.evaluate<boolean>(atBottom), Boolean);
    await say(owner, room.id, 'line 66');
    await untilLines(page, numbered(66));
    await until(() => page.evaluate<boolean>(atBottom), Boolean);
  },
);

scene(
  'new comments wait behind a count and move neither the comments that are read nor the text',
  async (stage) => {
    const owner = await world.member('writer');
    const room = await openRoom(owner);
    for (const line of numbered(40)) await say(owner, room.id, line);
    for (const body of numbered(15)) await comment(owner, room.id, body);
    const reader = await stage.enter({ url: world.url, name: 'reader' });
    await passGate(reader, room);
    const { page } = reader;
    const list = page.getByRole('region', { name: 'Comments' });
    await list.getByText('line 15', { exact: true }).waitFor();
    await list.hover();
    await page.mouse.wheel(0, 200);
    const before = await until(
      () => positions(page),
      ([, top = 0]) => top === 200,
    );
    for (const body of ['new 1', 'new 2', 'new 3']) await comment(owner, room.id, body);
    const count = page.getByRole('button', { name: wordsFor(reader).comments.fresh(3) });
    await count.waitFor();
    expect(await positions(page)).toEqual(before);
    expect(await list.getByText('new 1', { exact: true }).count()).toBe(0);
    await count.click();
    await list.getByText('new 3', { exact: true }).waitFor();
    expect(await linesOf(page)).toEqual(numbered(40));
  },
);

scene(
  'whoever types keeps the focus, the caret and the half-typed line while comments arrive',
  async (stage) => {
    const owner = await world.member('writer');
    const room = await openRoom(owner);
    for (const line of numbered(30)) await say(owner, room.id, line);
    const guest = await world.member('guest');
    await enter(guest, room);
    const writer = await stage.enter({ url: world.url, as: owner, name: 'writer' });
    const { page } = writer;
    await writer.goto(`/transcribe/${room.id}`);
    await untilLines(page, numbered(30));
    await page.getByLabel(wordsFor(writer).room.line, { exact: true }).focus();
    await page.keyboard.type('half a line');
    for (let n = 0; n < 4; n += 1) await page.keyboard.press('ArrowLeft');
    const before = await typingPlace(page);
    expect(before).toEqual({ label: 'Line being typed', text: 'half a line', caret: 7, top: before.top });
    for (const body of numbered(3)) await comment(guest, room.id, body);
    await page.getByRole('button', { name: /^Comments\s*3/ }).waitFor();
    expect(await typingPlace(page)).toEqual(before);
    // Live text goes to the end, wherever the caret was left.
    await page.keyboard.type('!');
    expect((await typingPlace(page)).text).toBe('half a line!');
  },
);

/** The text that stands at this height of the window. */
const lineAt = (page: Page, y: number): Promise<string | null> =>
  page.evaluate<string | null>(`document.elementFromPoint(300, ${y})?.closest('p')?.textContent ?? null`);

/** Where text and comments are scrolled to. */
const positions = (page: Page): Promise<readonly number[]> =>
  page.evaluate<readonly number[]>(
    `[document.scrollingElement.scrollTop, document.querySelector('.comment-list').scrollTop]`,
  );

interface TypingPlace {
  readonly label: string;
  readonly text: string;
  readonly caret: number;
  readonly top: number;
}

/** Where the focus and the caret are, and where that stands in the window. */
const typingPlace = (page: Page): Promise<TypingPlace> =>
  page.evaluate<TypingPlace>(`(({ ariaLabel, value, selectionStart, getBoundingClientRect }) => ({
    label: ariaLabel, text: value, caret: selectionStart, top: document.activeElement.getBoundingClientRect().top,
  }))(document.activeElement)`);
