import { expect } from '@jest/globals';
import { decideTier } from '../../src/features/tiers/index.ts';
import { startWorld } from '../support/world.ts';
import { havePaid, keepDecisions } from '../tiers/standing.ts';
import { inspect } from './accessibility.ts';
import { heading } from './acts.ts';
import { languages, openTheatre } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
keepDecisions(world);
const { scene } = openTheatre();

scene('an operator changes a rule, sees whom it moves, and a member reads why they rose', async (stage) => {
  const account = await world.member('buyer');
  await havePaid(world, [{ memberId: account.id, amountFen: 450_000, paidAt: world.clock.now() }]);
  const operator = await stage.enter({ url: world.url, as: await world.operator(), name: 'operator' });
  const { page } = operator;
  await operator.goto('/staff/programme');
  await heading(page, 'Membership rules').waitFor();
  await page.getByText('No changes').waitFor();

  const silver = page.getByLabel('Silver: spend, CNY');
  await silver.fill('1000');
  await page.getByRole('button', { name: 'See whom it moves' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'cannot be saved like this' });
  await alert.getByText('“Silver” does not ask for more than “Regular”.').waitFor();
  await alert.getByRole('link', { name: 'Go to this figure' }).click();
  await page.getByLabel('Regular: spend, CNY').and(page.locator(':focus')).waitFor();
  await operator.picture('contradiction');

  await silver.fill('4500');
  await page.getByLabel('login days').fill('１２');
  await page.getByRole('button', { name: 'See whom it moves' }).click();
  await page.getByText('login days must be a whole number from 1 to 366, in plain digits.').waitFor();
  await page.getByLabel('login days').fill('10');
  await page.getByRole('status').filter({ hasText: '1 figure changed' }).waitFor();

  await page.getByRole('button', { name: 'Decide now' }).click();
  await page.getByText(/Last time: .* 2 members looked at, 1 decision made/).waitFor();
  await page.getByRole('button', { name: 'See whom it moves' }).click();
  const moves = page.getByRole('dialog');
  await moves.getByRole('row', { name: 'Regular Silver 1 At once' }).waitFor();
  await operator.picture('preview');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await page.getByLabel('Why').fill('Spring');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  const newest = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /^Version 2/ }) });
  await newest.getByText('Spring').waitFor();
  await newest.getByText('1 change').click();
  await newest.getByText('Silver: spend, CNY: 5,000 → 4,500').waitFor();
  await operator.picture('saved');
  await page.getByRole('button', { name: 'Decide now' }).click();
  await until(
    () => world.sql('select 1 from tier_runs where finished_at is not null'),
    (finished) => finished.length === 2,
  );

  const member = await stage.enter({
    url: world.url,
    as: account,
    name: 'member',
    language: 'zh-CN',
    width: 360,
  });
  await member.page.emulateMedia({ colorScheme: 'dark' });
  await member.goto('/membership');
  await member.page
    .getByText('最近 12 个月消费 4,500 元，达到 4,500 元；等级由普通会员变为银卡会员。')
    .waitFor();
  await member.page.getByRole('heading', { name: '距离金卡会员' }).waitFor();
  await member.page.getByText('再消费 5,500 元').waitFor();
  await member.picture('membership');
  await member.page.getByRole('link', { name: '查看全部会员规则' }).click();
  await member.page.getByText('银卡会员：考核期内消费满 4,500 元，或获得满 2,000 积分。').waitFor();
  expect(await member.page.getByText('快速通道').count()).toBe(0);
  await member.picture('rules');
  expect(member.loads()).toBe(1);
});

scene(
  'a preset fills in its figures by keyboard alone, and what is not saved is not lost by a link',
  async (stage) => {
    const operator = await stage.enter({
      url: world.url,
      as: await world.operator(),
      name: 'operator',
      language: 'zh-CN',
      width: 360,
    });
    const { page } = operator;
    await operator.goto('/staff/programme');
    await page.getByLabel('预设', { exact: true }).selectOption({ label: '快速通道' });
    await page.getByRole('button', { name: '填入' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: '修改了 2 处' }).waitFor();
    await operator.picture('preset');
    await page.getByRole('link', { name: '方案' }).click();
    await page.getByRole('dialog').getByText('修改还没有保存，离开后会丢失。').waitFor();
    await page.getByRole('button', { name: '留在这里' }).click();
    await page.getByRole('button', { name: '放弃修改' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: '没有修改' }).and(page.locator(':focus')).waitFor();
  },
);

for (const language of languages)
  scene(
    `axe finds nothing on the pages of membership in ${language}, and nothing scrolls sideways`,
    async (stage) => {
      const as = await world.operator();
      await havePaid(world, [{ memberId: as.id, amountFen: 600_000, paidAt: world.clock.now() }]);
      await decideTier(world.system(), as.id);
      const person = await stage.enter({ url: world.url, as, language, name: 'operator' });
      const problems: string[] = [];
      for (const [path, isThere] of [
        ['/membership', '.records li'],
        ['/rules', 'main section li'],
        ['/staff/programme', '.figure-input'],
      ] as const)
        problems.push(
          ...(await inspect(person, {
            name: path,
            path,
            open: (page) => page.locator(isThere).first().waitFor(),
          })),
        );
      expect(problems).toEqual([]);
    },
  );
