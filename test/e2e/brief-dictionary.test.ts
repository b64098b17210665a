import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { openRoom } from '../support/rooms.ts';
import { startWorld } from '../support/world.ts';
import { save } from '../briefs/dictionary.ts';
import { heading } from './acts.ts';
import { openTheatre, type Person } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();

const words = {
  'zh-CN': {
    title: '我的略码',
    event: (title: string) => `词库：${title}`,
    code: '略码',
    text: '文字',
    add: '添加',
    file: '选择文件',
    counts: ['新增 1,200 条', '更改 1 条', '相同 1 条', '不导入 2 条'],
    submit: '导入 1,201 条',
    done: '已导入 1,201 条。',
    total: (count: string) => `共 ${count} 条`,
    found: '找到 1 条',
    search: '查略码、文字或备注',
    remove: '删除 c7',
    undo: '撤销',
    export: '导出 CSV',
  },
  en: {
    title: 'My briefs',
    event: (title: string) => `Dictionary: ${title}`,
    code: 'Code',
    text: 'Text',
    add: 'Add',
    file: 'Choose a file',
    counts: ['1,200 new', '1 changed', '1 the same', '2 refused'],
    submit: 'Import 1,201 briefs',
    done: '1,201 briefs imported.',
    total: (count: string) => `${count} briefs in all`,
    found: '1 brief found',
    search: 'Search codes, texts and notes',
    remove: 'Delete c7',
    undo: 'Undo',
    export: 'Export CSV',
  },
};

/** The codes in the table, in their order. */
const codes = ({ page }: Person): Promise<readonly string[]> =>
  page.locator('.brief-table tbody code').allTextContents();

const csv = Buffer.from(
  [
    'code,text,note',
    ...Array.from({ length: 1_200 }, (_, i) => `c${i},"文字 ""${i}""，备用",`),
    'wto,世界贸易组织,机构',
    'zg,中国,',
    '坏,中文不能做略码,',
    'c1,同一个略码的另一段文字,',
  ].join('\r\n'),
);

for (const [language, width] of [
  ['zh-CN', 360],
  ['en', 1280],
] as const) {
  scene(
    `a writer keeps briefs: adds, imports with a preview, finds, removes and exports (${language})`,
    async (stage) => {
      const member = await world.member('writer');
      await save(member, { put: [{ code: 'zg', text: '中国' }] });
      const writer = await stage.enter({ url: world.url, language, width, as: member, name: 'writer' });
      const { page } = writer;
      const t = words[language];
      await writer.goto('/briefs');
      await heading(page, t.title).waitFor();
      await page.getByLabel(t.code, { exact: true }).fill('WTO');
      await page.getByLabel(t.text, { exact: true }).fill('World Trade Organization');
      await page.getByRole('button', { name: t.add, exact: true }).click();
      await until(
        () => codes(writer),
        (seen) => seen.join() === 'WTO,zg',
      );
      await page.getByLabel(t.file).setInputFiles({ name: 'briefs.csv', mimeType: 'text/csv', buffer: csv });
      for (const count of t.counts) await page.getByText(count, { exact: true }).waitFor();
      await writer.picture('import preview');
      await page.getByRole('button', { name: t.submit }).click();
      await page.getByText(t.done).waitFor();
      await page.getByText(t.total('1,202')).waitFor();
      await page.getByLabel(t.search).fill('"7"');
      await page.getByLabel(t.search).press('Enter');
      await page.getByText(t.found).waitFor();
      await until(
        () => codes(writer),
        (seen) => seen.join() === 'c7',
      );
      await page.getByRole('button', { name: t.remove }).click();
      await until(
        () => codes(writer),
        (seen) => seen.length === 0,
      );
      await page.getByRole('button', { name: t.undo }).click();
      await until(
        () => codes(writer),
        (seen) => seen.join() === 'c7',
      );
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: t.export }).click(),
      ]);
      const exported = await readFile(await download.path(), 'utf8');
      expect(exported.startsWith('\uFEFFcode,text,note\r\n')).toBe(true);
      expect(exported.trimEnd().split('\r\n')).toHaveLength(1_203);
      expect(exported).toContain('\r\nwto,世界贸易组织,机构\r\n');
      expect(exported).toContain('\r\nc7,"文字 ""7""，备用",\r\n');
      await writer.picture('dictionary');
    },
  );
}

scene('the dictionary of an event is prepared on its page, and is nobody else’s', async (stage) => {
  const owner = await world.member('owner');
  const room = await openRoom(owner, { isLive: false, title: 'Hearing', visibility: 'PUBLIC' });
  const writer = await stage.enter({ url: world.url, as: owner, name: 'writer' });
  const { page } = writer;
  await writer.goto(`/t/${room.id}`);
  await page.getByRole('link', { name: 'Dictionary', exact: true }).click();
  await heading(page, words.en.event('Hearing')).waitFor();
  await page.getByLabel(words.en.code, { exact: true }).fill('zxm');
  await page.getByLabel(words.en.text, { exact: true }).fill('张晓明');
  await page.getByRole('button', { name: words.en.add, exact: true }).click();
  await until(
    () => codes(writer),
    (seen) => seen.join() === 'zxm',
  );
  const stranger = await stage.enter({
    url: world.url,
    as: await world.member('stranger'),
    name: 'stranger',
  });
  await stranger.goto(`/briefs/${room.id}`);
  await stranger.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await stranger.page.getByText('zxm').count()).toBe(0);
  expect(await stranger.page.getByText('Hearing').count()).toBe(0);
});
