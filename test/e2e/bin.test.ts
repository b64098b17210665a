import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { openRoom } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { heading } from './acts.ts';
import { openTheatre } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene(
  'several transcripts are deleted after a question that names them, brought back at once, deleted again, and restored from the bin',
  async (stage) => {
    const owner = await world.member('keeper');
    const titles = ['Budget 2027', '第七次编委会', 'A title with <b>markup</b> & 引号“”', 'Stays'];
    for (const title of titles) await openRoom(owner, { title, isLive: false });
    const going = titles.slice(0, 3);
    const keeper = await stage.enter({ url: world.url, as: owner, name: 'keeper' });
    const { page } = keeper;
    await keeper.goto('/content');
    await untilTitles(page, titles);

    await choose(page, going);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const question = page.getByRole('dialog');
    await question.getByRole('heading', { name: 'Delete 3 transcripts?' }).waitFor();
    expect([...(await question.getByRole('listitem').allTextContents())].sort()).toEqual([...going].sort());
    await keeper.picture('delete question');
    await question.getByRole('button', { name: 'Delete 3', exact: true }).click();
    await untilTitles(page, ['Stays']);

    const news = page.getByRole('status').filter({ hasText: '3 transcripts moved to the bin' });
    await news.getByRole('button', { name: 'Undo' }).click();
    await untilTitles(page, titles);
    await page.reload();
    await untilTitles(page, titles);

    await choose(page, going);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await question.getByRole('button', { name: 'Delete 3', exact: true }).click();
    await untilTitles(page, ['Stays']);
    await page.getByRole('link', { name: 'Bin', exact: true }).click();
    await heading(page, 'Bin').waitFor();
    await untilTitles(page, going);
    await keeper.picture('bin');
    await page.getByRole('button', { name: /Restore.*Budget 2027/ }).click();
    await untilTitles(page, going.slice(1));
    await page.getByRole('link', { name: 'Back to content' }).first().click();
    await untilTitles(page, ['Budget 2027', 'Stays']);
  },
);

/** Cells of the table, whatever their order: what counts is who is there. */
async function untilTitles(page: Page, wanted: readonly string[]): Promise<void> {
  const cells: Locator = page.locator('.title-cell');
  await until(
    async () => (await cells.allInnerTexts()).map((text) => text.split('\n')[0]?.trim() ?? '').sort(),
    (seen) => JSON.stringify(seen) === JSON.stringify([...wanted].sort()),
  );
}

async function choose(page: Page, titles: readonly string[]): Promise<void> {
  for (const title of titles) await page.getByRole('checkbox', { name: `Select “${title}”` }).click();
}
