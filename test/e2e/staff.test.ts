import { expect } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { goTo, heading, wordsFor } from './acts.ts';
import { openTheatre, type Person, type Stage } from './scene.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene('an announcement appears on a member’s open dashboard, its markup as text', async (stage) => {
  const member = await stage.enter({ url: world.url, as: await world.member('reader'), name: 'member' });
  await member.goto('/dashboard');
  await member.page.getByText('Nothing has been announced.').waitFor();

  const operator = await enterOperator(stage);
  const { page } = operator;
  const words = wordsFor(operator).staff;
  await operator.goto('/staff/announcements');
  await page.getByRole('button', { name: words.add }).click();
  await page.getByLabel(words.title).fill('Maintenance on Sunday');
  await page.getByLabel(words.body).fill('**From 3 to 4** in the morning. <script>alert(1)</script>');
  await page.getByRole('button', { name: words.publish, exact: true }).click();
  const question = page.getByRole('dialog');
  await question.getByRole('heading', { name: /Maintenance on Sunday/ }).waitFor();
  await question.getByRole('button', { name: words.publish, exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: 'Maintenance on Sunday' }).waitFor();

  const news = member.page.getByRole('complementary', { name: 'Announcements' });
  await news.getByText('Maintenance on Sunday').waitFor();
  expect(await news.locator('strong').innerText()).toBe('From 3 to 4');
  expect(await news.locator('.prose').innerText()).toContain('<script>alert(1)</script>');
  expect(member.loads()).toBe(1);
  await member.picture('dashboard with news');
});

scene('the codes of a batch of cards are shown once, and never again', async (stage) => {
  const operator = await enterOperator(stage);
  const { page } = operator;
  const words = wordsFor(operator).staff;
  await operator.goto('/staff/cards');
  await page.getByLabel(words.count).fill('3');
  await page.getByLabel(words.points).fill('50');
  await page.getByRole('button', { name: words.make, exact: true }).click();
  const codes = (await page.getByLabel(words.codes).inputValue()).split('\n');
  expect(new Set(codes).size).toBe(3);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await page.getByRole('button', { name: words.putAway }).click();
  const batch = page.getByRole('listitem').filter({ hasText: '3 cards × 50 points' });
  await batch.waitFor();
  expect(await page.getByLabel(words.codes).count()).toBe(0);
  // An answer to the page that is left may be on its way still, and could not be read any more.
  await page.goto('about:blank');
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/graphql')) answers.push(response.text());
  });
  await operator.goto('/staff/cards');
  await batch.waitFor();
  expect(await page.getByLabel(words.codes).count()).toBe(0);
  const told = (await Promise.all(answers)).join('\n');
  expect(told).toContain('"count":3');
  for (const code of codes) expect(told).not.toContain(code);
});

scene('a confirmed order changes the buyer’s open balance page', async (stage) => {
  const member = await stage.enter({ url: world.url, as: await world.member('buyer'), name: 'member' });
  const { page } = member;
  await member.goto('/balance');
  await page.getByRole('link', { name: /^Buy: .*Starter/ }).click();
  await page.getByRole('button', { name: /^Place the order/ }).click();
  await page.getByRole('heading', { level: 1, name: /^Order / }).waitFor();
  await page.getByRole('button', { name: 'I have paid' }).click();
  await page.getByText('Being checked', { exact: true }).waitFor();
  await member.picture('order');
  await goTo(member, 'balance');
  await page.locator('.points').getByText('60', { exact: true }).waitFor();

  const operator = await enterOperator(stage);
  const words = wordsFor(operator).staff;
  await operator.goto('/staff/orders');
  await operator.page.getByRole('button', { name: words.confirm, exact: true }).click();
  const question = operator.page.getByRole('dialog');
  await question.getByRole('heading', { name: /30\.00 from buyer/ }).waitFor();
  await operator.picture('confirm order');
  await question.getByRole('button', { name: /^Confirm .*30\.00$/ }).click();
  await heading(operator.page, words.orders).waitFor();
  await operator.page.getByText('No order is waiting', { exact: true }).waitFor();

  await page.locator('.points').getByText('120', { exact: true }).waitFor();
  await page.getByText('Completed', { exact: true }).waitFor();
  expect(member.loads()).toBe(1);
  await member.picture('balance after order');
});

const enterOperator = async (stage: Stage): Promise<Person> =>
  stage.enter({ url: world.url, as: await world.operator(), name: 'operator' });
