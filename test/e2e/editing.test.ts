import { expect } from '@jest/globals';
import { openRoom } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { reviseOne, standing, wordsOf as wordsIn } from '../segments/segment-acts.ts';
import { lamp, passGate, typeLine, untilLines, wordsFor } from './acts.ts';
import { languages, openTheatre, type Language, type Person } from './scene.ts';

const world = await startWorld();
const { scene } = openTheatre();

const words = {
  'zh-CN': {
    ...{ find: '查找', with: '替换为', search: '查找全文', apply: '替换 2 段', correct: '修改这一段' },
    ...{
      check: '标为已校',
      history: '历史',
      use: '改回这一版',
      checked: '已校',
      restoreWhole: '全文恢复到这一版',
    },
    ...{ show: '看这一版', number: /^编号/ },
  },
  en: {
    ...{
      find: 'Find',
      with: 'Replace with',
      search: 'Find in the whole text',
      apply: 'Replace in 2 segments',
    },
    ...{ correct: 'Correct this segment', check: 'Mark as checked', history: 'History', checked: 'Checked' },
    ...{ use: 'Go back to this version', restoreWhole: 'Restore the whole text to this version' },
    ...{ show: 'Show this version', number: /^Number/ },
  },
} as const satisfies Record<Language, object>;

const typed = ['今天 gdp 增长', '第二段', 'ＧＤＰ下降'];
const replaced = ['今天 产值 增长', '第二段', '产值下降'];

for (const language of languages) {
  scene(
    `in ${language} a writer replaces everywhere, takes it back and does it again, splits, merges and checks by key, and a reader sees each of it`,
    async (stage) => {
      const owner = await world.member('writer');
      const room = await openRoom(owner);
      const writer = await stage.enter({ url: world.url, language, as: owner, name: 'editor' });
      await writer.goto(`/transcribe/${room.id}`);
      const reader = await stage.enter({ url: world.url, language, name: 'along', width: 360 });
      await passGate(reader, room);
      const both = async (lines: readonly string[]): Promise<void> => {
        for (const { page } of [writer, reader]) await untilLines(page, lines);
      };
      for (const line of typed) await typeLine(writer, line);
      await both(typed);
      await replaceAll(writer);
      await both(replaced);
      await press(writer, 'Control+z');
      await both(typed);
      await press(writer, 'Control+Shift+z');
      await both(replaced);
      await splitAndMerge(writer, both);
      await checkLast(writer);
      await goBackToTheBeginning(writer);
      await both(typed.slice(0, 1));
      await press(writer, 'Control+z');
      await both(replaced);
    },
    90_000,
  );
}

scene(
  'a speaker is renamed everywhere from the chip above the line, and the notice takes it back',
  async (stage) => {
    const owner = await world.member('writer');
    const room = await openRoom(owner);
    const writer = await stage.enter({ url: world.url, as: owner, name: 'renamer' });
    const { page } = writer;
    await writer.goto(`/transcribe/${room.id}`);
    await page.getByLabel('Speaker', { exact: true }).fill('Ann');
    for (const text of ['one', 'two']) await typeLine(writer, text);
    await untilLines(page, ['Annone', 'Anntwo']);
    await page.locator('.quick-speakers').getByRole('button', { name: 'Rename everywhere' }).click();
    const side = page.locator('.room-side');
    await side.getByLabel('New name').fill('Anna');
    await side.getByRole('button', { name: 'Rename everywhere' }).click();
    await untilLines(page, ['Annaone', 'Annatwo']);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await untilLines(page, ['Annone', 'Anntwo']);
  },
);

scene('an undo leaves alone what somebody else has changed since, and says so', async (stage) => {
  const owner = await world.member('writer');
  const room = await openRoom(owner);
  const writer = await stage.enter({ url: world.url, as: owner, name: 'undoer' });
  const { page } = writer;
  await writer.goto(`/transcribe/${room.id}`);
  await typeLine(writer, 'mine');
  await untilLines(page, ['mine']);
  await lamp(page, wordsFor(writer).room.saved).waitFor();
  const [segment] = (await standing(owner, room.id)).segments;
  await reviseOne(owner, { id: segment!.id, baseRevision: 1, text: 'theirs' });
  await untilLines(page, ['theirs']);
  await press(writer, 'Control+z');
  await page.getByRole('status').filter({ hasText: 'changed again and stayed' }).waitFor();
  expect(await wordsIn(owner, room.id)).toEqual(['theirs']);
});

scene(
  'what is undone without a line is gone at once, and on the server once the line is back',
  async (stage) => {
    const owner = await world.member('writer');
    const room = await openRoom(owner);
    const writer = await stage.enter({ url: world.url, as: owner, name: 'offline' });
    const { page, context } = writer;
    await writer.goto(`/transcribe/${room.id}`);
    await typeLine(writer, 'kept');
    await untilLines(page, ['kept']);
    await lamp(page, wordsFor(writer).room.saved).waitFor();
    await context.setOffline(true);
    await typeLine(writer, 'a slip');
    await untilLines(page, ['kept', 'a slip']);
    await press(writer, 'Control+z');
    await untilLines(page, ['kept']);
    await context.setOffline(false);
    await lamp(page, wordsFor(writer).room.saved).waitFor();
    expect(await wordsIn(owner, room.id)).toEqual(['kept']);
    // The slip and its removal took two numbers after the one of going live and that of the line before.
    expect((await standing(owner, room.id)).lastSeq).toBe(4);
    await untilLines(page, ['kept']);
  },
);

/** Presses a key in the empty line. */
async function press(writer: Person, key: string): Promise<void> {
  await writer.page.getByLabel(wordsFor(writer).room.line, { exact: true }).focus();
  await writer.page.keyboard.press(key);
}

async function replaceAll(writer: Person): Promise<void> {
  const { page, language } = writer;
  const t = words[language];
  await page.keyboard.press('Alt+Shift+F');
  const side = page.locator('.room-side');
  await side.getByLabel(t.find, { exact: true }).fill('GDP');
  await side.getByLabel(t.with, { exact: true }).fill('产值');
  await side.getByRole('button', { name: t.search }).click();
  await side.locator('.replacements li').nth(1).waitFor();
  expect(await side.locator('.replacements del').allTextContents()).toEqual(['gdp', 'ＧＤＰ']);
  await writer.picture('before replacing');
  await side.getByRole('button', { name: t.apply }).click();
}

async function splitAndMerge(
  writer: Person,
  both: (lines: readonly string[]) => Promise<void>,
): Promise<void> {
  const { page, language } = writer;
  const field = page.getByLabel(words[language].correct, { exact: true });
  await press(writer, 'ArrowUp');
  await field.waitFor();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await page.keyboard.press('Control+Enter');
  await both([...replaced.slice(0, 2), '产值', '下降']);
  await press(writer, 'ArrowUp');
  await field.waitFor();
  await page.keyboard.press('Control+Shift+Enter');
  await both(replaced);
  await press(writer, 'Control+z');
  await both([...replaced.slice(0, 2), '产值', '下降']);
  await press(writer, 'Control+Shift+z');
  await both(replaced);
}

async function checkLast(writer: Person): Promise<void> {
  const { page, language } = writer;
  await press(writer, 'ArrowUp');
  await page.getByLabel(words[language].correct, { exact: true }).waitFor();
  await page.keyboard.press('F8');
  await page.locator('.room-segment.checked').filter({ hasText: words[language].checked }).waitFor();
  await writer.picture('checked');
}

/** The number 2 is the first segment's: going live took 1. */
async function goBackToTheBeginning(writer: Person): Promise<void> {
  const { page, language } = writer;
  const t = words[language];
  await page.keyboard.press('Alt+Shift+V');
  const side = page.locator('.room-side');
  await side.getByRole('spinbutton', { name: t.number }).fill('2');
  await side.getByRole('button', { name: t.show }).click();
  await side.getByText(typed[0]!, { exact: true }).waitFor();
  await writer.picture('as of');
  await side.getByRole('button', { name: t.restoreWhole }).click();
  await page.getByRole('dialog').getByRole('button', { name: t.restoreWhole }).click();
}
