import { expect } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { openTheatre, type PersonOptions, type Stage } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();

const words = {
  'zh-CN': {
    page: '后台任务',
    bin: '清空到期的回收站',
    run: '立即执行：清空到期的回收站',
    idle: '空闲',
    never: '尚未执行',
    refresh: '刷新',
  },
  en: {
    page: 'Background jobs',
    bin: 'Empty bins that are due',
    run: 'Run now: Empty bins that are due',
    idle: 'Idle',
    never: 'Not yet',
    refresh: 'Refresh',
  },
};

for (const [language, width] of [
  ['en', 1280],
  ['zh-CN', 360],
] as const)
  scene(
    `an operator sees what the house does by itself, and has it done now (${language}, ${width} px)`,
    (stage) => runBin(stage, { language, width }),
  );

async function runBin(stage: Stage, look: Pick<PersonOptions, 'language' | 'width'>): Promise<void> {
  await world.sql(`delete from jobs.job where name = 'bin'`);
  const operator = await stage.enter({
    url: world.url,
    as: await world.operator(),
    name: 'operator',
    ...look,
  });
  const { page } = operator;
  const t = words[operator.language];
  await operator.goto('/staff/jobs');
  await page.getByRole('heading', { level: 1, name: t.page }).waitFor();
  const bin = page.getByRole('listitem').filter({ hasText: t.bin });
  await bin.getByText(t.never, { exact: true }).waitFor();
  const button = page.getByRole('button', { name: t.run });
  await button.focus();
  await page.keyboard.press('Enter');
  await until(
    () => world.sql(`select 1 from jobs.job where name = 'bin' and state = 'completed'`),
    (done) => done.length > 0,
  );
  await page.getByRole('button', { name: t.refresh }).click();
  await bin.getByText(t.never, { exact: true }).waitFor({ state: 'detached' });
  await bin.getByText(t.idle, { exact: true }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await operator.picture(`jobs ${operator.language}`);
}
