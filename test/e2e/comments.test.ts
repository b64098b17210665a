import { expect } from '@jest/globals';
import { enter, openRoom, say, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { comment, linesOf, numbered, passGate, untilLines } from './acts.ts';
import { openTheatre, type Person } from './scene.ts';
import { until } from './until.ts';

const world = await startWorld();
const { scene } = openTheatre();

/** A room with so many lines, and its host. */
async function aMeeting(lines: number): Promise<{ readonly owner: SignedInClient; readonly room: Room }> {
  const owner = await world.member('writer');
  const room = await openRoom(owner);
  for (const line of numbered(lines)) await say(owner, room.id, line);
  return { owner, room };
}

const post = async ({ page }: Person, body: string): Promise<void> => {
  await page.getByLabel('Write a comment').fill(body);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
};

const setMode = (owner: SignedInClient, room: Room, mode: string): Promise<unknown> =>
  owner.data(`mutation ($input: SetCommentModeInput!) { setCommentMode(input: $input) { __typename } }`, {
    input: { transcriptId: room.id, mode },
  });

scene(
  'a comment on a passage is chosen by keyboard, marked beside the text, and leads back to it',
  async (stage) => {
    const { owner, room } = await aMeeting(60);
    const reader = await stage.enter({ url: world.url, name: 'reader' });
    await passGate(reader, room);
    const { page } = reader;
    await untilLines(page, numbered(60));
    const before = await linesOf(page);
    await page.getByRole('button', { name: 'Comment on a passage…' }).press('Enter');
    const chosen = page.getByRole('group', { name: 'On this passage' }).locator('blockquote');
    const first = await chosen.textContent();
    // The focus stays with the buttons: the next one is a key away.
    await until(
      () => page.evaluate<string>('document.activeElement?.closest("button")?.textContent ?? ""'),
      (text) => text.includes('Passage before'),
    );
    await page.keyboard.press('Enter');
    await until(
      () => chosen.textContent(),
      (text) => text !== first,
    );
    const quote = (await chosen.textContent()) ?? '';
    await post(reader, 'what does it mean?');
    const card = page.locator('.comment', { hasText: 'what does it mean?' });
    await card.getByRole('button', { name: 'Report' }).waitFor({ state: 'detached' });
    const mark = page.getByRole('button', { name: '1 comment on this passage' });
    await mark.waitFor();
    // The mark is beside the text: nothing of what was said has changed.
    expect(await linesOf(page)).toEqual(before);

    await page.evaluate('scrollTo(0, 0)');
    await card.getByRole('button', { name: `From the text: “${quote}”` }).press('Enter');
    await until(
      () =>
        page.evaluate<boolean>(
          `[...document.querySelectorAll('.segment.found')].some((line) => line.textContent === ${JSON.stringify(quote)} && line.getBoundingClientRect().top > 0 && line.getBoundingClientRect().bottom < innerHeight)`,
        ),
      Boolean,
    );
    // The reader reads there: new text does not take them away.
    const top = await page.evaluate<number>('Math.round(scrollY)');
    await say(owner, room.id, 'line 61');
    await untilLines(page, numbered(61));
    expect(await page.evaluate<number>('Math.round(scrollY)')).toBe(top);
    await reader.picture('pinned comment');
  },
);

scene(
  'a comment that waits is seen by its author across a reload, and by everybody once the host lets it',
  async (stage) => {
    const { owner, room } = await aMeeting(3);
    await setMode(owner, room, 'REVIEWED');
    const author = await stage.enter({ url: world.url, name: 'author' });
    await passGate(author, room, 'Wei');
    const other = await stage.enter({ url: world.url, name: 'other' });
    await passGate(other, room, 'Ann');
    const host = await stage.enter({ url: world.url, name: 'host', as: owner });
    await host.goto(`/t/${room.id}`);
    await host.page.getByText('Manage comments').waitFor();

    await post(author, 'a question');
    const waits = author.page.getByText('Waits for the host: only you two see it');
    await waits.waitFor();
    await author.page.reload();
    await waits.waitFor();
    await author.picture('waiting');
    // The host's page is told that something waits, and does not have to look.
    await host.page.locator('.moderation .badge').waitFor();
    await host.page.getByText('Manage comments').click();
    await host.picture('moderation');
    expect(await other.page.getByText('a question').count()).toBe(0);
    await host.page.getByRole('button', { name: 'Approve', exact: true }).click();
    await other.page.getByText('a question').waitFor();
    await waits.waitFor({ state: 'detached' });
    expect(await author.page.getByText('a question').count()).toBe(1);
    await host.page.getByText('No comment waits.').waitFor();
  },
);

scene(
  'comments that are closed say so at once, keep what was being written, and open again',
  async (stage) => {
    const { owner, room } = await aMeeting(3);
    const reader = await stage.enter({ url: world.url, name: 'reader' });
    await passGate(reader, room, 'Wei');
    const { page } = reader;
    await page.getByLabel('Write a comment').waitFor();
    await setMode(owner, room, 'CLOSED');
    await page.getByText('The host has closed comments.').waitFor();
    await setMode(owner, room, 'OPEN');
    await post(reader, 'again');
    await page.getByText('again', { exact: true }).waitFor();
  },
);

scene(
  'unread comments are counted, visited by key one after the other, and remembered on the device',
  async (stage) => {
    const { owner, room } = await aMeeting(3);
    await comment(owner, room.id, 'old news');
    const reader = await stage.enter({ url: world.url, name: 'reader' });
    await passGate(reader, room);
    const { page } = reader;
    await page.getByText('old news').waitFor();
    for (const body of ['one', 'two', 'three']) await comment(owner, room.id, body);
    await page.getByText('3 unread').waitFor();
    await page.keyboard.press('Alt+Shift+U');
    await focused(page, 'one');
    await page.getByText('2 unread').waitFor();
    await page.keyboard.press('Alt+Shift+U');
    await focused(page, 'two');
    await page.reload();
    await page.getByText('1 unread').waitFor();
    await reader.picture('unread');
    await page.keyboard.press('Alt+Shift+U');
    await focused(page, 'three');
    await page.getByText('unread').waitFor({ state: 'detached' });
  },
);

const focused = (page: Person['page'], words: string): Promise<unknown> =>
  until(
    () => page.evaluate<string>(`document.activeElement?.querySelector('.comment-body')?.textContent ?? ''`),
    (text) => text === words,
  );

scene('a writer whose list of comments is closed sees by its badge that something waits', async (stage) => {
  const { owner, room } = await aMeeting(1);
  const writer = await stage.enter({ url: world.url, name: 'writer', as: owner });
  await writer.goto(`/transcribe/${room.id}`);
  const badge = writer.page.locator('.live-line-state button .badge');
  await writer.page.getByLabel('Line being typed', { exact: true }).waitFor();
  await setMode(owner, room, 'REVIEWED');
  const guest = world.visitor();
  await enter(guest, room);
  await comment(guest, room.id, 'a question').catch(() => undefined);
  await badge.waitFor();
  expect(await badge.textContent()).toBe('1');
  await writer.page.locator('.live-line-state button').first().click();
  await writer.page.getByText('Manage comments').click();
  await writer.page.getByRole('button', { name: 'Refuse', exact: true }).click();
  await badge.waitFor({ state: 'detached' });
});

scene('the key for the next unread comment leaves the live line its focus', async (stage) => {
  const { owner, room } = await aMeeting(1);
  const writer = await stage.enter({ url: world.url, name: 'writer', as: owner });
  await writer.goto(`/transcribe/${room.id}`);
  const line = writer.page.getByLabel('Line being typed', { exact: true });
  await line.focus();
  const guest = world.visitor();
  await enter(guest, room);
  await comment(guest, room.id, 'a question');
  await writer.page.keyboard.insertText('half a sen');
  await writer.page.keyboard.press('Alt+Shift+U');
  await writer.page.locator('.comment.found', { hasText: 'a question' }).waitFor();
  await writer.page.keyboard.insertText('tence');
  expect(await line.inputValue()).toBe('half a sentence');
});

scene('a comment that comes too soon keeps its words and says when it goes', async (stage) => {
  const { room } = await aMeeting(1);
  const reader = await stage.enter({ url: world.url, name: 'reader' });
  await passGate(reader, room);
  for (let i = 1; i <= 21; i += 1) await post(reader, `comment ${i}`);
  await reader.page
    .getByText(/goes by itself in \d+ s/)
    .first()
    .waitFor();
  await reader.picture('countdown');
  expect(await reader.page.getByText('comment 21', { exact: true }).count()).toBe(1);
  await reader.page.getByRole('button', { name: 'Do not send' }).click();
  await reader.page.getByText('comment 21', { exact: true }).waitFor({ state: 'detached' });
  expect(await reader.page.getByText(/goes by itself/).count()).toBe(0);
});

scene('a thread of more than twenty replies is read to its end', async (stage) => {
  const { owner, room } = await aMeeting(1);
  const id = await comment(owner, room.id, 'top');
  for (let i = 1; i <= 25; i += 1) await world.sql(replySql, [room.id, id, `reply ${i}`]);
  const reader = await stage.enter({ url: world.url, name: 'reader' });
  await passGate(reader, room);
  await reader.page.getByRole('button', { name: 'Show more replies' }).click();
  await reader.page.getByText('reply 25', { exact: true }).waitFor();
  expect(await reader.page.locator('.comment-replies .comment').count()).toBe(25);
  expect(await reader.page.getByRole('button', { name: 'Show more replies' }).count()).toBe(0);
});

/** A reply as if it had been posted long ago, without waiting for the limit of a minute. */
const replySql = `with t as (update transcripts set last_seq = last_seq + 1, comment_count = comment_count + 1
    where id = $1 returning id, owner_id, last_seq),
  e as (insert into transcript_events (transcript_id, seq, kind, subject_id, payload)
    select id, last_seq, 'TRANSCRIPT_CHANGED', id, '{}' from t)
  insert into comments (id, transcript_id, transcript_owner_id, parent_id, seq, author_member_id, body, created_at)
  select gen_random_uuid(), id, owner_id, $2, last_seq, owner_id, $3, now() from t`;

scene(
  'a comment that waits on a device is its writer’s: whoever logs in there after them neither sees nor sends it',
  async (stage) => {
    const owner = await world.member('writer');
    const [ada, ben] = [await world.member('Ada'), await world.member('Ben')];
    const { id } = await openRoom(owner, { visibility: 'PUBLIC' });
    const device = await stage.enter({ url: world.url, name: 'device', as: ada });
    const { page, context } = device;
    const signedInAs = async (who: SignedInClient): Promise<void> => {
      await context.clearCookies();
      const cookies = [...who.cookies].map(([name, value]) => ({ name, value, url: world.url }));
      await context.addCookies(cookies);
    };
    await context.route('**/graphql', (route) =>
      route.request().postData()?.includes('mutation AddComment') === true ? route.abort() : route.continue(),
    );
    await device.goto(`/t/${id}`);
    await post(device, 'the words of Ada');
    await page.locator('.comment', { hasText: 'the words of Ada' }).waitFor();
    await context.unroute('**/graphql');

    await signedInAs(ben);
    // The page that Ada left open goes on trying, by now with the cookies of Ben.
    await page.getByText('Somebody else wrote this on this device').waitFor();
    const other = await context.newPage();
    await other.goto(`${world.url}/t/${id}`);
    await post({ ...device, page: other }, 'the words of Ben');
    await other.locator('.comment', { hasText: 'the words of Ben' }).waitFor();
    await until(
      () => world.sql('select body from comments where transcript_id = $1', [id]),
      (comments) => comments.length > 0,
    );
    expect(await other.getByText('the words of Ada').count()).toBe(0);

    await signedInAs(ada);
    await page.reload();
    await until(
      () =>
        world.sql(
          `select m.display_name as name, c.body from comments c join members m on m.id = c.author_member_id
            where c.transcript_id = $1 order by c.seq`,
          [id],
        ),
      (comments) =>
        JSON.stringify(comments) ===
        JSON.stringify([
          { name: 'Ben', body: 'the words of Ben' },
          { name: 'Ada', body: 'the words of Ada' },
        ]),
    );
  },
);
