import { expect } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { greeting, tell, warning } from '../notifications/telling.ts';
import { openTheatre, type PersonOptions, type Stage } from './scene.ts';

const world = await startWorld();
const { scene } = openTheatre();

const words = {
  'zh-CN': {
    inbox: /^通知/,
    title: '通知',
    birthday: '生日快乐！',
    points: '5 积分将在 7 天后到期',
    read: '标为已读：生日快乐！',
    readAll: '全部标为已读',
    unread: '未读',
    settings: '接收设置',
    mail: '电子邮件',
    care: /^生日与周年/,
    saved: '已保存',
    notConfigured: '本站未开通',
    outbox: '发件箱',
    none: '渠道未开通',
    resend: /^重新发送给/,
    resent: '已重新安排发送',
  },
  en: {
    inbox: /^Inbox/,
    title: 'Inbox',
    birthday: 'Happy birthday!',
    points: '5 reward points expire in 7 days',
    read: 'Mark as read: Happy birthday!',
    readAll: 'Mark all as read',
    unread: 'Unread',
    settings: 'What you receive',
    mail: 'E-mail',
    care: /^Birthdays and anniversaries/,
    saved: 'Saved',
    notConfigured: 'Not available here',
    outbox: 'Outbox',
    none: 'Channel not set up',
    resend: /^Send again to/,
    resent: 'On its way again',
  },
};

const looks = [
  { language: 'en', width: 1280 },
  { language: 'zh-CN', width: 360 },
] as const;
const fits = 'document.documentElement.scrollWidth <= innerWidth';

for (const look of looks) {
  const how = `(${look.language}, ${look.width} px)`;
  scene(`what a member is told appears on the page that is open, and is read ${how}`, (stage) =>
    read(stage, look),
  );
  scene(`a member says how they want to be told, by the keyboard ${how}`, (stage) => choose(stage, look));
  scene(`an operator sees what did not go out, and has it sent ${how}`, (stage) => resend(stage, look));
}

type Look = Required<Pick<PersonOptions, 'language' | 'width'>>;

async function read(stage: Stage, look: Look): Promise<void> {
  const reader = await world.member('reader');
  const member = await stage.enter({ url: world.url, as: reader, name: 'member', ...look });
  const { page } = member;
  const t = words[look.language];
  await member.goto('/dashboard');
  const link = page.getByRole('banner').getByRole('link', { name: t.inbox });
  await link.waitFor();
  await tell(world, greeting(reader.id, 'g'));
  await tell(world, warning(reader.id, 'w'));
  await link.getByText('2').waitFor();
  await link.click();
  await page.getByRole('heading', { level: 1, name: t.title }).waitFor();
  await page.getByRole('heading', { name: t.points }).waitFor();
  await tell(world, {
    ...warning(reader.id, 'again'),
    values: { ...warning(reader.id, '').values, points: 9 },
  });
  await page.getByRole('heading', { name: t.points.replace('5', '9') }).waitFor();
  await link.getByText('3').waitFor();
  await member.picture('inbox');
  expect(await page.evaluate(fits)).toBe(true);
  await page.getByRole('button', { name: t.read }).focus();
  await page.keyboard.press('Enter');
  await link.getByText('2').waitFor();
  await page.getByRole('link', { name: t.unread, exact: true }).click();
  await page.getByRole('heading', { name: t.birthday }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: t.readAll }).click();
  await link.getByText(/\d/).waitFor({ state: 'detached' });
  expect(member.loads()).toBe(1);
}

async function choose(stage: Stage, look: Look): Promise<void> {
  const member = await stage.enter({
    url: world.url,
    as: await world.member('chooser'),
    name: 'member',
    ...look,
  });
  const { page } = member;
  const t = words[look.language];
  await member.goto('/inbox');
  await page.getByRole('link', { name: t.settings }).click();
  const mail = page.getByRole('region', { name: t.mail });
  const care = mail.getByRole('checkbox', { name: t.care });
  await care.focus();
  await page.keyboard.press('Space');
  await page.getByText(t.saved, { exact: true }).waitFor();
  expect(await care.isChecked()).toBe(true);
  expect(await page.evaluate(`document.activeElement.type === 'checkbox'`)).toBe(true);
  expect(await page.getByText(t.notConfigured).count()).toBe(2);
  await member.picture('inbox settings');
  expect(await page.evaluate(fits)).toBe(true);
  await page.reload();
  await mail.waitFor();
  expect(await care.isChecked()).toBe(true);
}

async function resend(stage: Stage, look: Look): Promise<void> {
  const reader = await world.member('subscriber');
  await world.sql(
    `insert into notification_consents (member_id, channel, purpose, is_on, changed_at) values ($1, 'SMS', 'SERVICE', true, now())`,
    [reader.id],
  );
  await tell(world, warning(reader.id, 'w'));
  const operator = await stage.enter({
    url: world.url,
    as: await world.operator(),
    name: 'operator',
    ...look,
  });
  const { page } = operator;
  const t = words[look.language];
  await operator.goto('/staff/notifications');
  const line = page.getByRole('list', { name: t.outbox }).getByRole('listitem').first();
  await line.getByText(t.none).waitFor();
  await page.locator('summary').click();
  await operator.picture('staff notifications');
  expect(await page.evaluate(fits)).toBe(true);
  await line.getByRole('button', { name: t.resend }).click();
  await page.getByText(t.resent).waitFor();
}
