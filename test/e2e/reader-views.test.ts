import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openRoom, say, startLive, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { draftOf, linesOf, numbered, passGate, untilLines } from './acts.ts';
import { meetIn, revise, segmentsOf } from './meeting.ts';
import { openTheatre, type Stage } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();
const meet = (stage: Stage, lines: readonly string[], search = '') => meetIn(stage, world, { lines, search });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const styleOf = (page: Page, property: string): Promise<string> =>
  page.evaluate<string>(`getComputedStyle(document.querySelector('.segment-log'))['${property}']`);
/** The text in the middle of the window, and how high it stands there. */
const middle = (page: Page): Promise<readonly [string, number]> =>
  page.evaluate<readonly [string, number]>(`(() => {
    const line = document.elementFromPoint(300, 400).closest('.segment');
    return [line.textContent, Math.round(line.getBoundingClientRect().top)];
  })()`);

/** The same line in the same place, but for the rounding of a browser that moved it back. */
async function expectStill(page: Page, [text, top]: readonly [string, number]): Promise<void> {
  const now = await middle(page);
  expect(now[0]).toBe(text);
  expect(Math.abs(now[1] - top)).toBeLessThanOrEqual(1);
}

const draft = (owner: SignedInClient, room: Room, text: string) =>
  owner.data(
    `mutation ($id: ID!, $text: String!) { showDraft(input: { transcriptId: $id, text: $text }) { __typename } }`,
    { id: room.id, text },
  );

scene('what a link says of the text is how it looks, and what is set on the page is kept', async (stage) => {
  const { page, reader, room } = await meet(
    stage,
    ['one line'],
    '?fs=40&theme=yellow-black&bold=1&lh=9&fs2=3',
  );
  await untilLines(page, ['one line']);
  expect(await styleOf(page, 'fontSize')).toBe('40px');
  expect(await styleOf(page, 'fontWeight')).toBe('700');
  expect(await styleOf(page, 'color')).toBe('rgb(255, 255, 0)');
  // The height of lines was absurd: it is as usual.
  expect(await styleOf(page, 'lineHeight')).toBe('74px');

  await button(page, 'Display').click();
  await page.getByRole('slider', { name: 'Size' }).fill('60');
  await page.getByLabel('Mirrored (teleprompter)').check();
  await button(page, 'Copy a link with these settings').click();
  const link = await until(
    () => page.evaluate<string>('navigator.clipboard.readText()'),
    (text) => text.includes('fs='),
  );
  expect(link).toBe(`${world.url}/r/${room.shareCode}?fs=60&theme=yellow-black&bold=1&mirror=1`);
  await reader.picture('display settings');

  await reader.goto(`/r/${room.shareCode}`);
  await untilLines(page, ['one line']);
  expect(await styleOf(page, 'fontSize')).toBe('60px');
  expect(await styleOf(page, 'fontWeight')).toBe('400');
  await button(page, 'Display').click();
  await button(page, 'Back to the usual').click();
  expect(await styleOf(page, 'fontSize')).toBe('18px');
});

scene(
  'whoever comes late reaches the very beginning by scrolling, and nothing jumps meanwhile',
  async (stage) => {
    const { page, owner, room } = await meet(stage, numbered(250));
    await until(
      () => linesOf(page),
      (lines) => lines.length === 100,
    );
    await page.mouse.move(400, 400);
    // As far up as the place where older text comes by itself.
    await page.evaluate('scrollTo(0, 600)');
    await button(page, '↓ Back to the latest').waitFor();
    const before = await middle(page);
    await until(
      () => linesOf(page),
      (lines) => lines.length >= 200,
    );
    await expectStill(page, before);

    await say(owner, room.id, 'line 251');
    await button(page, '↓ Back to the latest (1 new)').waitFor();
    await until(
      async () => {
        await page.mouse.wheel(0, -4000);
        return linesOf(page);
      },
      (lines) => lines.length === 251,
    );
    expect(await linesOf(page)).toEqual(numbered(251));
  },
);

for (const anchoring of ['auto', 'none'] as const) {
  scene(`a correction above what is read does not move it (overflow-anchor: ${anchoring})`, async (stage) => {
    const { page, owner, room } = await meet(stage, numbered(90));
    await untilLines(page, numbered(90));
    // As in a browser that does not hold a page still by itself.
    await page.evaluate(`document.documentElement.style.overflowAnchor = '${anchoring}'`);
    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, -900);
    await button(page, '↓ Back to the latest').waitFor();
    const before = await middle(page);
    const segments = await segmentsOf(owner, room);
    await revise(owner, segments[20]!, { text: 'much more than before '.repeat(60) });
    await until(
      () => linesOf(page),
      (lines) => (lines[20]?.length ?? 0) > 100,
    );
    await expectStill(page, before);
  });
}

scene('the corrected view shows a line once it is checked, and no draft', async (stage) => {
  const { page, owner, room } = await meet(stage, ['opened'], '?view=corrected');
  const [first] = await segmentsOf(owner, room);
  await revise(owner, first!, { text: 'opened', isChecked: true });
  await untilLines(page, ['opened']);
  const quick = await stage.enter({ url: world.url, name: 'quick reader' });
  await passGate(quick, room);
  await say(owner, room.id, 'mistpyed');
  await draft(owner, room, 'half');
  await draftOf(quick.page).getByText('half').waitFor();
  await page.getByText('1 more passage will be shown').waitFor();
  expect(await draftOf(page).count()).toBe(0);
  const [, second] = await segmentsOf(owner, room);
  await revise(owner, second!, { text: 'mistyped', isChecked: true });
  await untilLines(quick.page, ['opened', 'mistyped']);
  await until(
    () => linesOf(page),
    (lines) => lines.at(-1) === 'mistyped',
  );
});

scene(
  'at one’s own pace a line stays until the reader goes on, and is there after a reload',
  async (stage) => {
    const { page, owner, room } = await meet(stage, ['one two three'], '?mode=lines&cells=20');
    const line = page.getByRole('textbox', { name: 'The line you are at' });
    const isLine = (text: string) =>
      until(
        () => line.inputValue(),
        (value) => value === text,
      );
    await isLine('one two three');
    await line.focus();
    await say(owner, room.id, 'a second passage that fills two lines');
    await page.getByText('2 more lines after this').waitFor();
    expect(await line.inputValue()).toBe('one two three');
    expect(await page.evaluate<string>('document.activeElement.className')).toBe('own-pace-line');
    await page.keyboard.press('ArrowDown');
    await isLine('a second passage');
    await page.keyboard.press('Enter');
    await isLine('that fills two lines');
    await page.keyboard.press('ArrowDown');
    await isLine('that fills two lines');
    await page.keyboard.press('ArrowUp');
    await isLine('a second passage');
    await page.reload();
    await isLine('a second passage');
    await page.getByText('1 more line after this').waitFor();
  },
);

scene('a key that was heard is not heard again once the rest of the page has come', async (stage) => {
  const { page } = await meet(stage, ['one', 'two', 'three'], '?mode=lines');
  const line = page.getByRole('textbox', { name: 'The line you are at' });
  const isLine = (text: string) =>
    until(
      () => line.inputValue(),
      (value) => value === text,
    );
  await isLine('three');
  let bringTheRest = (): void => undefined;
  const isWanted = new Promise<void>((resolve) => (bringTheRest = resolve));
  const rest = /\/assets\/reader-extras[^/]*\.js/;
  await page.route(rest, async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.reload();
  await isLine('three');
  await line.focus();
  await page.keyboard.press('ArrowUp');
  await isLine('two');
  const came = page.waitForResponse(rest);
  bringTheRest();
  await (await came).finished();
  // What hears the keys of the page is mounted with a frame of its own.
  for (let frame = 0; frame < 10; frame += 1)
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
  expect(await line.inputValue()).toBe('two');
  // And it is there.
  await line.blur();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
});

scene('a projector shows the text and the line being typed, and nothing else', async (stage) => {
  const { page, reader, owner, room } = await meet(stage, numbered(60), '?mode=projector&lines=2');
  await until(
    () => linesOf(page),
    (lines) => lines.length === 60,
  );
  // A draft may be lost while the page's line is still being opened: the next one comes.
  await until(async () => {
    await draft(owner, room, 'being typed');
    return draftOf(page).getByText('being typed').isVisible();
  }, Boolean);
  // The heading is there for a screen reader, and takes no place on the wall.
  expect((await page.locator('.reader-head').boundingBox())?.width).toBe(1);
  expect(await page.locator('.reader-tools').isVisible()).toBe(false);
  // Two lines: the last finished one and the one that is typed.
  const box = await page.locator('.reading-text').boundingBox();
  expect(Math.round(box!.height)).toBe(2 * 56 * 1.5);
  const typed = await draftOf(page).boundingBox();
  expect(Math.round(typed!.y + typed!.height)).toBe(Math.round(box!.y + box!.height));
  await reader.picture('projector');
  await button(page, 'Full screen').click();
  await button(page, 'Leave full screen').waitFor();
  await button(page, 'End projecting').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
});

scene('a screen reader hears finished lines only, and only where its user asked for it', async (stage) => {
  const { page, owner, room } = await meet(stage, ['one']);
  const log = page.getByRole('log', { name: 'Transcript' });
  expect(await log.getAttribute('aria-live')).toBe('off');
  await button(page, 'Display').click();
  await page.getByLabel('Read new text aloud (screen readers)').check();
  expect(await log.getAttribute('aria-live')).toBe('polite');
  expect(await log.getAttribute('aria-atomic')).toBe('false');
  await draft(owner, room, 'half');
  await draftOf(page).getByText('half').waitFor();
  expect(await draftOf(page).getAttribute('aria-hidden')).toBe('true');
  expect(await log.textContent()).toBe('one');
});

scene('a reader who is early waits, and the text begins by itself', async (stage) => {
  const owner = await world.member('writer');
  const room = await openRoom(owner, { isLive: false });
  const reader = await stage.enter({ url: world.url, name: 'early reader' });
  await reader.goto(`/r/${room.shareCode}`);
  await reader.page.getByLabel('View password').fill(room.viewPassword);
  await reader.page.getByLabel('Your name').fill('Early');
  await button(reader.page, 'Enter').click();
  await reader.page.getByText('Not started yet. The text will appear here by itself').first().waitFor();
  await reader.picture('waiting');
  await startLive(owner, room.id);
  await say(owner, room.id, 'we begin');
  await untilLines(reader.page, ['we begin']);
  expect(reader.loads()).toBe(1);
});
