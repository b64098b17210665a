import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { openRoom, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { lamp, linesOf, logIn, typeLine, untilLines, wordsFor } from './acts.ts';
import { openTheatre, type Person, type Stage } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene(
  'a second tab only reads, and takes over what the first had: nothing is lost, nothing doubled',
  async (stage) => {
    const { writer, room } = await sitDown(stage);
    await typeLine(writer, 'line 1');
    await lamp(writer.page, 'Saved').waitFor();
    const second = await writer.context.newPage();
    await second.goto(`${world.url}/transcribe/${room.id}`);
    await second.getByText('This session is being typed in another tab').waitFor();
    expect(await lineOf(second).count()).toBe(0);
    await untilLines(second, ['line 1']);
    await writer.page.bringToFront();
    // The last key is pressed in the moment before the other tab asks.
    await writer.page.keyboard.type('half a li');
    const devtools = await writer.context.newCDPSession(writer.page);
    await devtools.send('Input.imeSetComposition', { text: 'ne', selectionStart: 2, selectionEnd: 2 });
    await second.getByRole('button', { name: 'Take over here' }).click();
    await untilLine(lineOf(second), 'half a line');
    await writer.page.getByText('This session is being typed in another tab').waitFor();
    await second.bringToFront();
    await lineOf(second).focus();
    await second.keyboard.type('!');
    await second.keyboard.press('Enter');
    await until(
      () => told(room),
      (texts) => JSON.stringify(texts) === JSON.stringify(['line 1', 'half a line!']),
    );
    // And back again, with nothing in the line.
    await writer.page.getByRole('button', { name: 'Take over here' }).click();
    await untilLine(lineOf(writer.page), '');
    await writer.page.bringToFront();
    await typeLine(writer, 'line 3');
    await untilLines(second, ['line 1', 'half a line!', 'line 3']);
    expect(await told(room)).toEqual(['line 1', 'half a line!', 'line 3']);
  },
);

scene(
  'a session that ends in the room takes nothing away: one logs in in another tab, and all of it is sent',
  async (stage) => {
    const { writer, room, owner } = await sitDown(stage);
    const { page } = writer;
    await typeLine(writer, 'before');
    await lamp(page, 'Saved').waitFor();
    await owner.data('mutation { logOut { sessionsEnded } }');
    await typeLine(writer, 'typed without a session');
    await lamp(page, 'Log in again (23 characters unsent)').waitFor();
    await page.getByText('Your session has expired').waitFor();
    await page.keyboard.type('and a half');
    await untilLine(lineOf(page), 'and a half');
    await writer.picture('session expired');
    const [tab] = await Promise.all([
      writer.context.waitForEvent('page'),
      page.getByRole('link', { name: 'Log in in a new tab' }).click(),
    ]);
    await logIn({ ...writer, page: tab }, owner);
    await tab.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    await lamp(page, 'Saved').waitFor();
    await lamp(page, wordsFor(writer).reader.live).waitFor();
    await page.bringToFront();
    await lineOf(page).focus();
    await page.keyboard.type(' more');
    await page.keyboard.press('Enter');
    const whole = ['before', 'typed without a session', 'and a half more'];
    await untilLines(page, whole);
    await until(
      () => told(room),
      (texts) => JSON.stringify(texts) === JSON.stringify(whole),
    );
    expect(writer.loads()).toBe(1);
  },
);

scene('one may log in again where one is, and comes back to the room and to the line', async (stage) => {
  const { writer, room, owner } = await sitDown(stage);
  const { page } = writer;
  await owner.data('mutation { logOut { sessionsEnded } }');
  await typeLine(writer, 'kept');
  await page.keyboard.type('and this');
  await page.getByRole('link', { name: 'Log in here' }).click();
  await logIn(writer, owner);
  await untilLine(lineOf(page), 'and this');
  await untilLines(page, ['kept']);
  await until(
    () => told(room),
    (texts) => JSON.stringify(texts) === '["kept"]',
  );
});

scene(
  'a part that the last deploy took away says so, and the reload that mends it loses nothing',
  async (stage) => {
    const { writer } = await sitDown(stage);
    const { page } = writer;
    await page.route(/\/assets\/typing-panel[^/]*\.js/, (route) => route.fulfill({ status: 404 }));
    await page.keyboard.type('half a line');
    await page.keyboard.press('Alt+Shift+Y');
    await page.getByText('This part did not load').waitFor();
    // Typing goes on beside it.
    await page.keyboard.type(' more');
    await untilLine(lineOf(page), 'half a line more');
    await writer.picture('part missing');
    await page.unroute(/\/assets\/typing-panel[^/]*\.js/);
    // Nothing would be lost, and so nobody is asked whether to leave: a question would stay unanswered here.
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await until(
      async () => writer.loads(),
      (loads) => loads === 2,
    );
    await untilLine(lineOf(page), 'half a line more');
    await page.keyboard.press('Alt+Shift+Y');
    await page.getByText('Lock the caret at the end').waitFor();
  },
);

scene('a page that is older than its server says so once, and goes on', async (stage) => {
  const owner = await world.member('writer');
  const room = await openRoom(owner);
  const writer = await stage.enter({ url: world.url, as: owner, name: 'writer' });
  const { page } = writer;
  // The page as it was built before the version went up.
  await page.route(/\/assets\/[^/]*\.js/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('0.1.0', '0.0.9') });
  });
  await writer.goto(`/transcribe/${room.id}`);
  await page.getByText('The site has been updated').waitFor();
  await lineOf(page).waitFor();
  await page.keyboard.type('still typing');
  await untilLine(lineOf(page), 'still typing');
  await writer.picture('new version');
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByText('The site has been updated').waitFor({ state: 'detached' });
});

scene(
  'a device without space says so, lets the writer take along what is unsent, and sends as ever',
  async (stage) => {
    const owner = await world.member('writer');
    const room = await openRoom(owner);
    const writer = await stage.enter({ url: world.url, as: owner, name: 'writer' });
    const { page } = writer;
    await page.addInitScript(() => {
      const place = (globalThis as unknown as { IDBObjectStore: { prototype: { put: unknown } } })
        .IDBObjectStore;
      place.prototype.put = () => {
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      };
    });
    await writer.goto(`/transcribe/${room.id}`);
    await lamp(page, wordsFor(writer).reader.live).waitFor();
    await lineOf(page).focus();
    await page.keyboard.type('not on the disk');
    await page.getByText('no space left to keep what is unsent').waitFor();
    await writer.picture('disk full');
    await page.getByRole('button', { name: 'Copy what is unsent' }).click();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe('not on the disk');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download what is unsent' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('unsent-transcript.txt');
    await lineOf(page).focus();
    await page.keyboard.press('Enter');
    await until(
      () => told(room),
      (texts) => JSON.stringify(texts) === '["not on the disk"]',
    );
    expect(await linesOf(page)).toEqual(['not on the disk']);
  },
);

interface Seated {
  readonly writer: Person;
  readonly owner: SignedInClient;
  readonly room: Room;
}

async function sitDown(stage: Stage): Promise<Seated> {
  const owner = await world.member('writer');
  const room = await openRoom(owner);
  const writer = await stage.enter({ url: world.url, as: owner, name: 'writer' });
  await writer.goto(`/transcribe/${room.id}`);
  await lamp(writer.page, wordsFor(writer).reader.live).waitFor();
  await lineOf(writer.page).focus();
  return { writer, owner, room };
}

const lineOf = (page: Page): Locator => page.getByLabel('Line being typed', { exact: true });

async function untilLine(line: Locator, wanted: string): Promise<void> {
  await until(
    () => line.inputValue(),
    (text) => text === wanted,
  );
}

/** What the server has, in its order. */
const told = async ({ id }: Room): Promise<readonly unknown[]> =>
  (await world.sql('select text from segments where transcript_id = $1 order by seq', [id])).map(
    ({ text }) => text,
  );
