import { expect } from '@jest/globals';
import { eventChanges, save } from '../briefs/dictionary.ts';
import { openRoom, say, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { draftOf, linesOf, passGate, untilLines, wordsFor } from './acts.ts';
import { openTheatre, type Person, type Stage } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();

interface Seated {
  readonly writer: Person;
  readonly owner: SignedInClient;
  readonly room: Room;
}

/** A writer at the line of a live room, with briefs of their own and of the event at hand. */
async function sitDown(stage: Stage, options: { readonly width?: number } = {}): Promise<Seated> {
  const owner = await world.member('writer');
  const room = await openRoom(owner);
  await save(owner, {
    put: [
      { code: 'zg', text: '中国' },
      { code: 'wto', text: 'world trade organization' },
    ],
  });
  await save(owner, { transcriptId: room.id, put: [{ code: 'zxm', text: '张晓明', note: '局长' }] });
  const writer = await stage.enter({ url: world.url, as: owner, name: 'writer', ...options });
  await writer.goto(`/transcribe/${room.id}`);
  await lineOf(writer).waitFor();
  await ready(writer);
  return { writer, owner, room };
}

const lineOf = (writer: Person) => writer.page.getByLabel(wordsFor(writer).room.line, { exact: true });
const typed = (writer: Person): Promise<string> => lineOf(writer).inputValue();
const press = (writer: Person, keys: string): Promise<void> => writer.page.keyboard.press(keys);

/** Types until a code of the event expands: then the dictionaries have come. */
async function ready(writer: Person): Promise<void> {
  await until(
    async () => {
      await lineOf(writer).fill('');
      await lineOf(writer).focus();
      await writer.page.keyboard.type('zxm ');
      return typed(writer);
    },
    (text) => text === '张晓明',
  );
  await lineOf(writer).fill('');
}

scene(
  'codes expand as they are typed, between Chinese words and by punctuation, and readers see the text',
  async (stage) => {
    const { writer, room } = await sitDown(stage);
    const reader = await stage.enter({ url: world.url, name: 'reader' });
    await passGate(reader, room);
    await writer.page.keyboard.type('请zxm 介绍zg，');
    expect(await typed(writer)).toBe('请张晓明介绍中国，');
    await draftOf(reader.page).filter({ hasText: '请张晓明介绍中国，' }).waitFor();
    // The key that commits ends a code as well.
    await writer.page.keyboard.type('Wto');
    await press(writer, 'Enter');
    await untilLines(reader.page, ['请张晓明介绍中国，World trade organization']);
  },
);

scene('an expansion is one undo, and a key gives the code back', async (stage) => {
  const { writer } = await sitDown(stage);
  await writer.page.keyboard.type('热爱zg ');
  expect(await typed(writer)).toBe('热爱中国');
  await press(writer, 'Alt+u');
  expect(await typed(writer)).toBe('热爱zg ');
  await writer.page.keyboard.type('x');
  expect(await typed(writer)).toBe('热爱zg x');
  await lineOf(writer).fill('');
  await writer.page.keyboard.type('zg ');
  await press(writer, 'Control+z');
  expect(await typed(writer)).toBe('zg ');
});

scene('while an IME composes nothing expands, and what it brought is text', async (stage) => {
  const { writer } = await sitDown(stage);
  await writer.compose(['z', 'zg', 'zg '], '这个');
  expect(await typed(writer)).toBe('这个');
  await writer.compose(['zg'], 'zg');
  await writer.compose(['，'], '，');
  expect(await typed(writer)).toBe('这个中国，');
});

scene(
  'a brief is added without leaving the text, takes the place of its code, and is there for others',
  async (stage) => {
    const { writer, owner, room } = await sitDown(stage);
    const { page } = writer;
    await page.keyboard.type('请zzb ');
    await press(writer, 'Alt+a');
    const form = page.getByRole('form', { name: 'Add a brief' });
    await form.waitFor();
    expect(await form.getByLabel('Code').inputValue()).toBe('zzb');
    await page.keyboard.type('组织部');
    await writer.picture('inline brief');
    await press(writer, 'Enter');
    await form.waitFor({ state: 'detached' });
    // The caret is where it was: behind what was typed.
    await page.keyboard.type('来');
    expect(await typed(writer)).toBe('请组织部 来');
    await page.keyboard.type('zzb，');
    expect(await typed(writer)).toBe('请组织部 来组织部，');
    // Escape leaves everything as it was.
    await press(writer, 'Alt+a');
    await form.waitFor();
    await press(writer, 'Escape');
    await form.waitFor({ state: 'detached' });
    await page.keyboard.type('好');
    expect(await typed(writer)).toBe('请组织部 来组织部，好');
    // Another page of the same room hears of what is added elsewhere.
    await save(owner, { transcriptId: room.id, put: [{ code: 'xin', text: '新来的' }] });
    await until(
      async () => {
        await lineOf(writer).fill('');
        await page.keyboard.type('xin ');
        return typed(writer);
      },
      (text) => text === '新来的',
    );
  },
);

scene('the last word is put right, in the line and, when asked, in what is committed', async (stage) => {
  const { writer, owner, room } = await sitDown(stage);
  const { page } = writer;
  await say(owner, room.id, '张晓明说好');
  await say(owner, room.id, '别的');
  await page.keyboard.type('还是zxm ');
  await untilLines(page, ['张晓明说好', '别的']);
  await press(writer, 'Enter');
  await untilLines(page, ['张晓明说好', '别的', '还是张晓明']);
  await page.keyboard.type('请zxm ');
  await press(writer, 'Alt+r');
  const form = page.getByRole('form', { name: 'Put the last word right' });
  await form.waitFor();
  await page.keyboard.type('章小明');
  await press(writer, 'Enter');
  await page.getByText('2 committed segments contain “张晓明” as well. Put them right?').waitFor();
  await writer.picture('repair question');
  // It is only asked: what is typed goes into the line, and its keys say nothing about what is committed.
  await page.keyboard.type('来 ');
  expect(await typed(writer)).toBe('请章小明来 ');
  expect(await linesOf(page)).toEqual(['张晓明说好', '别的', '还是张晓明']);
  await press(writer, 'Alt+y');
  await untilLines(page, ['章小明说好', '别的', '还是章小明']);
  expect(await typed(writer)).toBe('请章小明来 ');
  // All of it is one undo, and may be done again; in the line the key would undo what was typed.
  await page.getByText('Put right in 2 places').waitFor();
  await lineOf(writer).blur();
  await press(writer, 'Control+z');
  await untilLines(page, ['张晓明说好', '别的', '还是张晓明']);
  await press(writer, 'Control+Shift+z');
  await untilLines(page, ['章小明说好', '别的', '还是章小明']);
  await lineOf(writer).focus();
  await press(writer, 'Backspace');
  await press(writer, 'Backspace');
  await page.keyboard.type('和zxm ');
  expect(await typed(writer)).toBe('请章小明和章小明');
});

scene('a term is looked up and put in by keys, and the focus is back in the line', async (stage) => {
  const { writer } = await sitDown(stage);
  const { page } = writer;
  await page.keyboard.type('请');
  await press(writer, 'Alt+Shift+g');
  const search = page.getByRole('combobox', { name: /Look up/ });
  await search.waitFor();
  // Opening it moved nothing.
  await page.keyboard.type('问');
  expect(await typed(writer)).toBe('请问');
  await search.focus();
  await page.keyboard.type('局长');
  await writer.picture('glossary');
  await press(writer, 'Enter');
  await page.keyboard.type('在吗');
  expect(await typed(writer)).toBe('请问张晓明在吗');
});

scene(
  'a script is sent line by line, its place survives a reload, and what is being typed stays',
  async (stage) => {
    const { writer, room } = await sitDown(stage);
    const reader = await stage.enter({ url: world.url, name: 'reader' });
    await passGate(reader, room);
    const { page } = writer;
    await press(writer, 'Alt+Shift+s');
    await page
      .getByRole('textbox', { name: 'Script', exact: true })
      .fill('各位来宾，大家好。欢迎来到今天的会议。\n第三句。\n第四句。');
    await page.getByRole('button', { name: 'Use this script' }).click();
    await page.getByText('Line 1 of 4').waitFor();
    await lineOf(writer).focus();
    await page.keyboard.type('打到一半');
    await press(writer, 'Alt+n');
    await untilLines(reader.page, ['各位来宾，大家好。']);
    expect(await typed(writer)).toBe('打到一半');
    const next = page.getByLabel('The next line; change it before you send it');
    await next.fill('欢迎来到今天下午的会议。');
    await page.getByText('Line 2 of 4').waitFor();
    await until(
      () => keptPlace(writer),
      (place) => place.includes('下午'),
    );
    await page.reload();
    await lineOf(writer).waitFor();
    await press(writer, 'Alt+Shift+s');
    await page.getByText('Line 2 of 4').waitFor();
    await lineOf(writer).focus();
    await press(writer, 'Alt+n');
    await press(writer, 'Alt+k');
    await press(writer, 'Alt+n');
    await untilLines(reader.page, ['各位来宾，大家好。', '欢迎来到今天下午的会议。', '第四句。']);
    await page.getByText('The whole script has been sent.').waitFor();
    await writer.picture('script');
    await press(writer, 'Alt+p');
    await page.getByText('Line 4 of 4').waitFor();
    expect(await typed(writer)).toBe('打到一半');
    await press(writer, 'Enter');
    await until(
      () => linesOf(reader.page),
      (lines) => lines.at(-1) === '打到一半',
    );
  },
);

/** What IndexedDB has of the script's place. */
const keptPlace = ({ page }: Person): Promise<string> =>
  page.evaluate<string>(`new Promise((resolve) => {
    const open = indexedDB.open('scribecast-scripts');
    open.onsuccess = () => {
      const all = open.result.transaction('scripts').objectStore('scripts').getAll();
      all.onsuccess = () => resolve(JSON.stringify(all.result));
    };
  })`);

scene('the strip offers the event’s terms, and a phone has room for all of it', async (stage) => {
  const { writer } = await sitDown(stage, { width: 360 });
  const { page } = writer;
  await page.getByRole('button', { name: 'Tools' }).click();
  await page.getByRole('button', { name: 'Briefs', exact: true }).click();
  await page.getByLabel(/^Suggest this event/).check();
  await writer.picture('briefs panel on a phone');
  await page.getByRole('button', { name: 'Close' }).click();
  await lineOf(writer).focus();
  await page.keyboard.type('请张晓');
  await page.getByRole('button', { name: 'Insert “张晓明”' }).waitFor();
  await writer.picture('strip on a phone');
  // With the caret elsewhere it is not what was offered: the digit is a digit, and the line sends it to its end.
  await press(writer, 'Home');
  await page.keyboard.type('1');
  expect(await typed(writer)).toBe('请张晓1');
  await press(writer, 'Backspace');
  await page.getByRole('button', { name: 'Insert “张晓明”' }).waitFor();
  await press(writer, 'Tab');
  await page.keyboard.type('来');
  expect(await typed(writer)).toBe('请张晓明来');
});

scene(
  'offline, codes expand and a brief can be added; it reaches the server when the line is back',
  async (stage) => {
    const { writer, owner, room } = await sitDown(stage);
    const { page } = writer;
    await press(writer, 'Alt+Shift+b');
    await page.getByText('1 brief ready').waitFor();
    await writer.context.setOffline(true);
    await page.keyboard.type('zg qxb ');
    await press(writer, 'Alt+a');
    await page.getByRole('form', { name: 'Add a brief' }).waitFor();
    await page.keyboard.type('气象部');
    await press(writer, 'Enter');
    await page.getByText('1 kept on this device only', { exact: false }).waitFor();
    await page.keyboard.type('和qxb，');
    expect(await typed(writer)).toBe('中国气象部 和气象部，');
    expect((await eventChanges(owner, room.id))?.put).toHaveLength(1);
    await writer.context.setOffline(false);
    await until(
      async () => (await eventChanges(owner, room.id))?.put.map(({ code }) => code).join(),
      (codes) => codes === 'zxm,qxb',
    );
    const event = page.locator('.room-panel section').filter({ hasText: 'This event' });
    await event.getByText('2 briefs ready', { exact: true }).waitFor();
  },
);
