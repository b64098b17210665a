import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { newCards, newKey, newOrder, orderPoints, reportPayment, starterPlanId } from '../orders/shop.ts';
import { enter, openRoom, say, type Room } from '../support/rooms.ts';
import type { SignedInClient, World } from '../support/world.ts';
import { greeting, tell, warning } from '../notifications/telling.ts';
import { comment, passGate } from './acts.ts';
import type { Language, Person, Stage } from './scene.ts';
import { until } from './until.ts';

/** A page as it is looked at: where it is, and what is opened on it. */
export interface View {
  readonly name: string;
  readonly path: string;
  /** Opens a dialog, a menu or a sheet; everything in it is looked at, too. */
  readonly open?: (page: Page) => Promise<void>;
  /** Only a phone has it. */
  readonly isOnPhone?: boolean;
}

const widths = [1280, 360] as const;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A house with something on every page, so that no list is looked at empty only. */
export interface FurnishedHouse {
  readonly operator: SignedInClient;
  readonly room: Room;
  readonly orderId: string;
}

/** Furnishes the house through the API. */
export async function furnish(world: World): Promise<FurnishedHouse> {
  const operator = await world.operator();
  const room = await openRoom(operator, { title: '老街改造座谈会 · Old street, new life' });
  await openRoom(operator, { title: 'Public lecture 公开讲座', visibility: 'PUBLIC' });
  const gone = await openRoom(operator, { title: 'In the bin 回收站里', isLive: false });
  await operator.data(`mutation ($ids: [ID!]!) { deleteTranscripts(input: { ids: $ids }) { __typename } }`, {
    ids: [gone.id],
  });
  for (const text of ['大家好，我们开始吧。', 'Good evening, everybody.']) await say(operator, room.id, text);
  const guest = world.visitor();
  await enter(guest, room, 'Wei');
  await comment(guest, room.id, 'Could you say that again? 能再说一遍吗？');
  await comment(operator, room.id, 'Welcome. 欢迎提问。');
  await operator.data(
    `mutation { publishAnnouncement(input: { title: "Maintenance 维护通知", body: "**From 3 to 4.** [More](https://example.org)" }) { __typename } }`,
  );
  await newCards(operator, { count: 2 });
  await operator.data(
    `mutation { setNotificationConsent(input: { channel: SMS, purpose: SERVICE, isOn: true }) { __typename } }`,
  );
  await tell(world, warning(operator.id, 'points'));
  await tell(world, greeting(operator.id, 'birthday'));
  const order = await newOrder(operator);
  const { order: reported } = await orderPoints(operator, {
    planId: starterPlanId,
    paymentMethod: 'BANK_TRANSFER',
    idempotencyKey: newKey(),
  });
  await reportPayment(operator, { orderId: reported.id });
  return { operator, room, orderId: order.id };
}

const press = (selector: string) => (page: Page) => page.locator(selector).first().click();

const publicViews = (room: Room): readonly View[] => [
  { name: 'home', path: '/' },
  { name: 'log in', path: '/login' },
  { name: 'register', path: '/register', open: press('summary') },
  { name: 'recover', path: '/recover' },
  { name: 'new password by link', path: '/recover#token=nonsense' },
  { name: 'setup', path: '/setup#token=nonsense' },
  { name: 'announcements', path: '/announcements' },
  { name: 'not found', path: '/no/such/page' },
  { name: 'gate', path: `/r/${room.shareCode}` },
  { name: 'gate not found', path: '/r/NOSUCHCODE' },
];

const openModeration = async (page: Page): Promise<void> => {
  await page.locator('.live-line-state button').first().click();
  await page.locator('.moderation summary').click();
};

const roomViews = ({ room }: FurnishedHouse): readonly View[] => [
  { name: 'transcribe', path: '/transcribe' },
  { name: 'room', path: `/transcribe/${room.id}` },
  { name: 'share panel', path: `/transcribe/${room.id}`, open: press('.room-actions button') },
  { name: 'ending', path: `/transcribe/${room.id}`, open: press('.room-actions > button ~ button') },
  { name: 'comments in the room', path: `/transcribe/${room.id}`, open: press('.live-line-state button') },
  { name: 'terms in the room', path: `/transcribe/${room.id}`, open: openPanel('G') },
  { name: 'briefs in the room', path: `/transcribe/${room.id}`, open: openPanel('B') },
  { name: 'script in the room', path: `/transcribe/${room.id}`, open: openPanel('S') },
  { name: 'find in the room', path: `/transcribe/${room.id}`, open: openPanel('F') },
  { name: 'history in the room', path: `/transcribe/${room.id}`, open: openPanel('V') },
  { name: 'typing in the room', path: `/transcribe/${room.id}`, open: openPanel('Y') },
  { name: 'crew in the room', path: `/transcribe/${room.id}`, open: openPanel('K') },
  { name: 'adding a brief', path: `/transcribe/${room.id}`, open: addBrief },
  { name: 'moderating', path: `/transcribe/${room.id}`, open: openModeration },
  { name: 'correcting', path: `/transcribe/${room.id}`, open: press('.room-segment button') },
  { name: 'briefs', path: '/briefs' },
  { name: 'dictionary of an event', path: `/briefs/${room.id}`, open: previewImport },
];

const officeViews = ({ room, orderId, operator }: FurnishedHouse): readonly View[] => [
  { name: 'home of a member', path: '/' },
  { name: 'dashboard', path: '/dashboard' },
  { name: 'menu', path: '/dashboard', open: press('.menu-button button'), isOnPhone: true },
  { name: 'answering', path: '/dashboard', open: press('.received-list button') },
  { name: 'key sheet', path: '/dashboard', open: (page) => page.keyboard.press('?') },
  { name: 'security', path: '/security' },
  { name: 'inbox', path: '/inbox' },
  { name: 'inbox settings', path: '/inbox/settings' },
  { name: 'content', path: '/content' },
  { name: 'content menu', path: '/content', open: press('[aria-haspopup=menu]') },
  { name: 'content chosen', path: '/content', open: press('tbody input[type=checkbox]') },
  { name: 'deleting', path: '/content', open: askToDelete },
  { name: 'bin', path: '/content/bin' },
  { name: 'balance', path: '/balance' },
  { name: 'reward points', path: '/balance/points' },
  { name: 'buying', path: `/balance/buy/${starterPlanId}` },
  { name: 'coupons', path: '/coupons' },
  { name: 'order', path: `/balance/orders/${orderId}` },
  { name: 'settings', path: '/settings' },
  { name: 'staff', path: '/staff' },
  { name: 'staff orders', path: '/staff/orders' },
  { name: 'confirming', path: '/staff/orders', open: press('.record-actions button') },
  { name: 'staff cards', path: '/staff/cards' },
  { name: 'staff plans', path: '/staff/plans' },
  { name: 'staff coupons', path: '/staff/coupons' },
  { name: 'staff jobs', path: '/staff/jobs' },
  { name: 'staff notifications', path: '/staff/notifications', open: press('summary') },
  { name: 'new plan', path: '/staff/plans', open: press('main h1 ~ * button, main .button.primary') },
  {
    name: 'membership rules to edit',
    path: '/staff/programme',
    open: (page) => page.locator('.figure-input').first().waitFor(),
  },
  { name: 'staff announcements', path: '/staff/announcements' },
  { name: 'announcement editor', path: '/staff/announcements', open: press('main .button.primary') },
  { name: 'staff members', path: '/staff/members' },
  { name: 'staff member', path: `/staff/members/${operator.id}` },
  { name: 'membership', path: '/membership' },
  { name: 'membership rules', path: '/rules' },
  { name: 'announcements of a member', path: '/announcements' },
  { name: 'public transcripts', path: '/public' },
  { name: 'transcript of a member', path: `/t/${room.id}` },
  { name: 'not found in the office', path: '/t/019d0000-0000-7000-8000-00000000dead' },
];

const openPanel =
  (letter: string) =>
  async (page: Page): Promise<void> => {
    await page.locator('.live-line textarea').waitFor();
    await page.keyboard.press(`Alt+Shift+${letter}`);
    await page.locator('.room-panel:not([hidden]) :is(input, textarea, button):visible').first().waitFor();
  };

/** The key works once briefs have come. */
async function addBrief(page: Page): Promise<void> {
  await page.locator('.live-line textarea').fill('zzb');
  await until(
    async () => {
      await page.keyboard.press('Alt+A');
      return page.locator('.inline-brief').count();
    },
    (count) => count > 0,
  );
}

async function previewImport(page: Page): Promise<void> {
  await page.locator('section textarea').fill('wto,World Trade Organization\nzg,中国,备注\n坏,x');
  await page.locator('section form:has(textarea) button[type=submit]').click();
  await page.locator('section details').first().waitFor();
}

async function askToDelete(page: Page): Promise<void> {
  await page.locator('tbody input[type=checkbox]').first().click();
  await page.locator('.selection-bar .danger').click();
}

/** The parts of the house; each is looked at by a test of its own, for all of them take minutes. */
export type Wing = 'doors' | 'room' | 'office';

/** Everything that a visitor and an invited reader (`doors`) or an operator, who is a member, can see, in one language. */
export async function inspectWing(
  stage: Stage,
  world: World,
  { wing, language }: { readonly wing: Wing; readonly language: Language },
): Promise<void> {
  const house = await furnish(world);
  const problems: string[] = [];
  const look = async (person: Person, views: readonly View[]): Promise<void> => {
    for (const view of views) problems.push(...(await inspect(person, view)));
  };
  if (wing === 'doors') {
    const visitor = await stage.enter({ url: world.url, language, name: 'visitor' });
    await look(visitor, publicViews(house.room));
    await passGate(visitor, house.room, 'Wei');
    await look(visitor, readerViews(house.room));
  } else {
    const member = await stage.enter({ url: world.url, language, as: house.operator, name: 'member' });
    await look(member, wing === 'room' ? roomViews(house) : officeViews(house));
  }
  expect(problems).toEqual([]);
}

const readerViews = ({ shareCode }: Room): readonly View[] => [
  { name: 'reader', path: `/r/${shareCode}` },
  { name: 'finding', path: `/r/${shareCode}`, open: press('.reader-tools [aria-expanded]') },
  {
    name: 'display settings',
    path: `/r/${shareCode}`,
    open: press('.reader-tools [aria-expanded]:last-of-type'),
  },
  { name: 'yellow on blue', path: `/r/${shareCode}?theme=yellow-blue` },
  { name: 'sepia', path: `/r/${shareCode}?theme=sepia` },
  { name: 'projector', path: `/r/${shareCode}?mode=projector` },
  { name: 'own pace', path: `/r/${shareCode}?mode=lines` },
  {
    name: 'comments of the reader',
    path: `/r/${shareCode}`,
    open: press('.reader-bar button'),
    isOnPhone: true,
  },
];

/** Looks at a view in both widths and themes; returns what is wrong with it. */
export async function inspect(person: Person, view: View): Promise<readonly string[]> {
  const { page } = person;
  const problems: string[] = [];
  const seen = widths.slice(view.isOnPhone ? 1 : 0);
  for (const width of seen) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
    if (width === seen[0]) await show(person, view);
    const found = [...(await violations(page)), ...(await page.evaluate<readonly string[]>(tooWide))];
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await violations(page, ['color-contrast'])).map((violation) => `dark: ${violation}`));
    problems.push(...found.map((problem) => `${view.name} (${person.language}, ${width} px): ${problem}`));
    if (process.env['E2E_PICTURES']) await person.picture(`${view.name} ${width}`);
  }
  return problems;
}

async function show(person: Person, { path, open }: View): Promise<void> {
  const { page } = person;
  const isInApp = await page.evaluate<boolean>(`'axe' in window && !location.pathname.startsWith('/r/')`);
  if (isInApp && !path.startsWith('/r/')) {
    // By way of another page, so that nothing that was opened for the last view is left.
    await page.keyboard.press('Escape');
    const places = [path, await page.evaluate<string>('location.pathname')];
    await lead(page, ['/announcements', '/login', '/setup'].find((way) => !places.includes(way)) ?? '/');
    await lead(page, path);
  } else {
    await page.goto('about:blank');
    await person.goto(path);
    // The projector has its heading for those only who do not see it.
    await page.locator('h1, h2').first().waitFor({ state: 'attached' });
    await page.evaluate(axeSource);
  }
  const loading = page.locator('.skeleton').first();
  await loading.waitFor({ state: 'detached' });
  await open?.(page);
  await loading.waitFor({ state: 'detached' });
}

/** As a link does it: no document is loaded, and axe is still there. */
async function lead(page: Page, path: string): Promise<void> {
  await page.evaluate(`document.querySelectorAll('h1, h2').forEach((old) => old.setAttribute('data-old', ''));
    history.pushState(null, '', ${JSON.stringify(path)});
    dispatchEvent(new PopStateEvent('popstate'));`);
  await page.locator(':is(h1, h2):not([data-old])').first().waitFor();
}

/** What sticks out where the page scrolls sideways. */
const tooWide = `document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => 'too wide: ' + element.outerHTML.slice(0, 120)).slice(-3)`;

/** A colour that is on its way to another one has the contrast of neither. */
const comeToRest = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() => {
  for (const motion of document.getAnimations()) {
    if (Number.isFinite(motion.effect.getComputedTiming().endTime)) motion.finish();
    else motion.cancel();
  }
})`;

/** What axe finds: by all its rules, or, where only colours have changed, by those about them. */
async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const options = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) };
  await page.evaluate(comeToRest);
  const { violations: found } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify(options)})`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, html, any }) =>
        `${id} at ${target.join(' ')} ${html.slice(0, 160)} ${any[0]?.message ?? ''}`,
    ),
  );
}
