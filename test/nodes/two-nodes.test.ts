import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { Client } from '../support/client.ts';
import { feedDocument, openRoom, say, seqsOf, type FeedData } from '../support/rooms.ts';
import { startHouse } from './support/house.ts';
import {
  at,
  changeViewPassword,
  expectAll,
  guestAt,
  showDraft,
  textsOf,
  untilText,
} from './support/reading.ts';

const house = await startHouse();
const { a, b } = house;

describe('what happens at one node reaches readers at the other', () => {
  test('in order, without a gap or a repetition, also when both nodes write', async () => {
    const owner = await house.member();
    const room = await openRoom(owner);
    const { guest, feed } = await guestAt(b.url, room);
    const lines = Array.from({ length: 60 }, (_, i) => `line ${i} 第${i}行`);
    const commenting = (async () => {
      for (let i = 0; i < 40; i += 1) await comment(guest, room.id, `comment ${i}`);
    })();
    for (const line of lines) await say(owner, room.id, line);
    await commenting;
    const last = 1 + lines.length + 40;
    await feed.until(({ items }) => seqsOf(items).at(-1) === last, 20_000);
    expectAll(feed.items, lines);
    await feed.close();
  });

  test('while it is typed, before it has a number', async () => {
    const owner = await house.member();
    const room = await openRoom(owner);
    const { feed } = await guestAt(b.url, room);
    await say(owner, room.id, 'first');
    await untilText(feed, 'first');
    await showDraft(owner, room.id, 'half a sen');
    await feed.until(({ items }) => items.some(({ transcriptFeed }) => transcriptFeed.text === 'half a sen'));
    await feed.close();
  });

  test('whole, to a reader whose line is cut again and again', async () => {
    const owner = await house.member();
    const room = await openRoom(owner);
    const reader = at(b.url, owner);
    const lines = Array.from({ length: 100 }, (_, i) => `line ${i}`);
    const typing = (async () => {
      for (const line of lines) await say(owner, room.id, line);
    })();
    const seen: FeedData[] = [];
    let cuts = 0;
    for (; seqsOf(seen).at(-1) !== lines.length + 1; cuts += 1) {
      const feed = reader.subscribe<FeedData>(feedDocument, { id: room.id, after: seqsOf(seen).at(-1) ?? 0 });
      const wanted = 1 + (cuts % 7);
      await feed.until(({ items }) => items.length >= wanted || seqsOf(items).at(-1) === lines.length + 1);
      seen.push(...feed.items);
      await feed.close();
    }
    await typing;
    expect(cuts).toBeGreaterThan(10);
    expectAll(seen, lines);
  });
});

describe('a right that ends at one node ends at the other', () => {
  test('when the view password is changed', async () => {
    const owner = await house.member();
    const room = await openRoom(owner);
    const { feed } = await guestAt(b.url, room);
    await say(owner, room.id, 'you can read this');
    await untilText(feed, 'you can read this');
    await changeViewPassword(owner, room.id);
    await feed.until(({ isOver }) => isOver);
    expect(feed.errors).toMatchObject([{ extensions: { code: 'ACCESS_REVOKED' } }]);
    await say(owner, room.id, 'not for you');
    expect(textsOf(feed.items)).toEqual(['you can read this']);
    await feed.close();
  });

  test('when a transcript is public no more', async () => {
    const owner = await house.member();
    const room = await openRoom(owner, { visibility: 'PUBLIC' });
    const stranger = at(b.url, await house.member('stranger'));
    const feed = stranger.subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });
    await feed.first(1);
    await owner.data(
      `mutation ($input: SetVisibilityInput!) { setVisibility(input: $input) { __typename } }`,
      {
        input: { transcriptId: room.id, visibility: 'PRIVATE' },
      },
    );
    await feed.until(({ isOver }) => isOver);
    expect(feed.errors).toMatchObject([{ extensions: { code: 'ACCESS_REVOKED' } }]);
    await feed.close();
  });

  test('when a member logs out: their sockets are closed', async () => {
    const owner = await house.member();
    const room = await openRoom(owner);
    const feed = at(b.url, owner).subscribe<FeedData>(feedDocument, { id: room.id, after: 0 });
    await feed.first(1);
    await owner.data(`mutation { logOut { __typename } }`);
    await feed.until(({ closeCode }) => closeCode !== null);
    expect(feed.closeCode).toBe(4403);
  });
});

test('guesses at a secret count together, wherever they are made', async () => {
  const owner = await house.member();
  const room = await openRoom(owner);
  const left: number[] = [];
  for (const url of [a.url, b.url, a.url, b.url]) left.push(await guess(new Client(url), room.shareCode));
  const [first = 0] = left;
  expect(left).toEqual([first, first - 1, first - 2, first - 3]);
});

test('log-ins with a wrong password slow down together, wherever they are tried', async () => {
  const { username } = await house.member();
  const answers: string[] = [];
  for (let i = 0; i < 30; i += 1) {
    const { logIn } = await new Client(i % 2 === 0 ? a.url : b.url).data<{ logIn: { __typename: string } }>(
      `mutation ($input: LogInInput!) { logIn(input: $input) { __typename } }`,
      { input: { username, password: 'not the password' } },
    );
    answers.push(logIn.__typename);
  }
  // Five are free, and then each wait is twice as long: nodes that counted apart would look at ten at once.
  expect(answers.slice(0, 5)).toEqual(Array(5).fill('WrongCredentials'));
  expect(answers.filter((answer) => answer === 'WrongCredentials').length).toBeLessThan(10);
  expect(answers).toContain('TooManyAttempts');
});

async function comment(guest: Client, transcriptId: string, body: string): Promise<void> {
  const { addComment } = await guest.data<{ addComment: { __typename: string } }>(
    `mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename ... on UserError { message } } }`,
    { input: { id: v7(), transcriptId, body } },
  );
  expect(addComment.__typename).toBe('AddCommentSuccess');
}

async function guess(visitor: Client, shareCode: string): Promise<number> {
  const { openTranscript } = await visitor.data<{ openTranscript: { attemptsLeft: number } }>(
    `mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) { ... on WrongViewPassword { attemptsLeft } } }`,
    { input: { shareCode, viewPassword: 'a wrong guess', nickname: 'Guest' } },
  );
  return openTranscript.attemptsLeft;
}
