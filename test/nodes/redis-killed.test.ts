import { expect, test } from '@jest/globals';
import { Client } from '../support/client.ts';
import { feedDocument, openRoom, say, type FeedData } from '../support/rooms.ts';
import { startHouse } from './support/house.ts';
import { at, changeViewPassword, expectAll, guestAt, showDraft, untilText } from './support/reading.ts';

const house = await startHouse();
const { a, b, redis } = house;

test('when Redis is killed and comes back nothing is lost, order is kept, and rights still end', async () => {
  const owner = await house.member();
  const leaver = await house.member('leaver');
  const room = await openRoom(owner);
  const revoked = await openRoom(owner);
  const publicRoom = await openRoom(owner, { visibility: 'PUBLIC' });
  const { feed } = await guestAt(b.url, room);
  const { feed: guests } = await guestAt(b.url, revoked);
  const leaving = at(b.url, leaver).subscribe<FeedData>(feedDocument, { id: publicRoom.id, after: 0 });
  const lines: string[] = [];
  const type = async (count: number): Promise<string> => {
    for (let i = 0; i < count; i += 1) {
      lines.push(`line ${lines.length}`);
      await say(owner, room.id, lines.at(-1) ?? '');
    }
    return lines.at(-1) ?? '';
  };
  await untilText(feed, await type(20));
  await guests.first(1);
  await leaving.first(1);

  const typing = type(30);
  await redis.kill();
  await typing;
  // Redis stays away: what was typed comes all the same, and whoever lost a right stops reading.
  await untilText(feed, await type(30));
  await changeViewPassword(owner, revoked.id);
  await guests.until(({ isOver }) => isOver, 30_000);
  expect(guests.errors).toMatchObject([{ extensions: { code: 'ACCESS_REVOKED' } }]);
  await leaver.data(`mutation { logOut { __typename } }`);
  await leaving.until(({ closeCode }) => closeCode !== null, 30_000);
  expect(leaving.closeCode).toBe(4403);
  // Nobody is locked out, and nobody may guess for ever.
  const { username, password } = owner;
  expect(await logIn(b.url, username, password)).toBe('LogInSuccess');
  const answers: string[] = [];
  for (let i = 0; i < 20; i += 1) answers.push(await logIn(a.url, leaver.username, 'a wrong password'));
  expect(answers).toContain('TooManyAttempts');

  const typingOn = type(30);
  await redis.start();
  await typingOn;
  await untilText(feed, await type(20));
  // A draft is in no log: once one comes through, messages flow again.
  for (let n = 0; !sawDraft(feed.items); n += 1) {
    await showDraft(owner, room.id, `draft ${n}`);
    await untilText(feed, await type(1));
  }
  expectAll(feed.items, lines);
  expect(feed.errors).toEqual([]);
  await Promise.all([feed, guests].map((each) => each.close()));
}, 90_000);

test('a Redis that hangs with its connections open holds nobody up, and is taken up again when it answers', async () => {
  const owner = await house.member();
  const room = await openRoom(owner);
  const { feed } = await guestAt(b.url, room);
  await say(owner, room.id, 'before');
  await untilText(feed, 'before');
  redis.freeze();
  await say(owner, room.id, 'while it hangs');
  await untilText(feed, 'while it hangs');
  redis.thaw();
  const lines = ['before', 'while it hangs'];
  for (let n = 0; !sawDraft(feed.items); n += 1) {
    lines.push(`after ${n}`);
    await showDraft(owner, room.id, `draft ${n}`);
    await say(owner, room.id, `after ${n}`);
    await untilText(feed, `after ${n}`);
  }
  expectAll(feed.items, lines);
  await feed.close();
}, 60_000);

async function logIn(url: string, username: string, password: string): Promise<string> {
  const { logIn: answer } = await new Client(url).data<{ logIn: { __typename: string } }>(
    `mutation ($input: LogInInput!) { logIn(input: $input) { __typename } }`,
    { input: { username, password } },
  );
  return answer.__typename;
}

const sawDraft = (items: readonly FeedData[]): boolean =>
  items.some(({ transcriptFeed }) => transcriptFeed.__typename === 'DraftShown');
