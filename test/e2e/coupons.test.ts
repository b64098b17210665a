import { expect } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { couponFor, newType } from '../coupons/counter.ts';
import { heading } from './acts.ts';
import { openTheatre, type Person, type Stage } from './scene.ts';

const world = await startWorld();
const { scene } = openTheatre();

const enterOperator = async (stage: Stage): Promise<Person> =>
  stage.enter({ url: world.url, as: await world.operator(), name: 'operator' });

scene('staff make a coupon in a form of sentences, and a member claims it and pays less', async (stage) => {
  const operator = await enterOperator(stage);
  await operator.goto('/staff/coupons');
  await operator.page.getByRole('button', { name: 'New coupon' }).click();
  const form = operator.page.getByRole('form', { name: 'New coupon' });
  await form.getByLabel('Name', { exact: true }).fill('Autumn ¥5');
  await form.getByLabel('Minimum (yuan)').fill('20');
  await form.getByLabel('Amount off (yuan)').fill('20');
  await form.getByLabel('Days from issue').fill('30');
  await form.getByLabel('Members can claim it on their page').check();
  await operator.picture('coupon form');
  await form.getByRole('button', { name: 'Make' }).click();
  await form.getByText('The minimum must be more than what is taken off.').waitFor();
  await form.getByLabel('Amount off (yuan)').fill('5');
  await form.getByRole('button', { name: 'Make' }).click();
  const line = operator.page.getByRole('listitem').filter({ hasText: 'Autumn ¥5' });
  await line.first().waitFor();
  await operator.picture('staff coupons');

  const member = await stage.enter({ url: world.url, as: await world.member('buyer'), name: 'member' });
  const { page } = member;
  await member.goto('/coupons');
  await page.getByRole('button', { name: 'Claim: Autumn ¥5' }).click();
  await page.getByRole('link', { name: 'Use it' }).waitFor();
  await member.picture('coupons');
  await page.getByRole('link', { name: 'Use it' }).click();
  await page.getByRole('link', { name: /^Buy: .*Starter/ }).click();
  await heading(page, 'Buy 入门 Starter').waitFor();
  const order = page.getByRole('button', { name: 'Place the order · CN¥25.00' });
  await order.waitFor();
  expect(await page.getByRole('row').allInnerTexts()).toEqual([
    expect.stringContaining('Step'),
    expect.stringMatching(/Price of the plan\s+CN¥30\.00/),
    expect.stringMatching(/Coupon: Autumn ¥5\s+−CN¥5\.00/),
    expect.stringMatching(/To pay\s+CN¥25\.00/),
  ]);
  await member.picture('checkout');
  // By keyboard alone: to "no coupon" and back.
  await page.getByRole('radio', { name: /Autumn/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Place the order · CN¥30.00' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await order.waitFor();
  await order.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Order / }).waitFor();
  await page.getByRole('row', { name: /Coupon: Autumn ¥5/ }).waitFor();
  await page.getByText(/After that the order is cancelled and the coupon comes back/).waitFor();
  await member.picture('receipt');

  await operator.page.reload();
  await line.getByText('Held').first().waitFor();
  await operator.page.setViewportSize({ width: 360, height: 800 });
  await operator.picture('staff coupons on a phone');
  await member.page.setViewportSize({ width: 360, height: 800 });
  await member.picture('receipt on a phone');
});

scene('a coupon is given to members by name, and who goes without is told why', async (stage) => {
  const operator = await enterOperator(stage);
  const one = await world.member('one');
  const staff = await world.operator();
  const type = await newType(staff, { name: 'Thank you', capPerMember: 1 });
  const had = await world.member('had');
  await couponFor(staff, had, type.id);
  await operator.goto('/staff/coupons');
  await operator.page.getByRole('button', { name: 'Give: Thank you' }).click();
  const dialog = operator.page.getByRole('dialog');
  await dialog.getByLabel('Usernames').fill(`${one.username}\n${had.username}\nnobody-at-all`);
  await dialog.getByRole('button', { name: 'Give', exact: true }).click();
  await dialog.getByText('Given to 1 member').waitFor();
  await dialog.getByText('nobody-at-all – Nobody has this username.').waitFor();
  await dialog.getByText(/You have had as many of these|had as many/).waitFor();
  await operator.picture('giving coupons');
});
