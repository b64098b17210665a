import { beforeAll, expect, test } from '@jest/globals';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { add, makeRoom, rename, threads, tryAdd, tryEdit, type Told, type Room } from './room.ts';

const world = await startWorld();
let owner: SignedInClient;
let room: Room;

beforeAll(async () => {
  owner = await world.member('Speaker');
  room = await makeRoom(owner);
});

const bodies: readonly string[] = [
  '<script>alert("1")</script> & &lt;b&gt; \'quotes\'',
  '\u202eright to left\u202c \u200fשלום\u200e \u2066isolated\u2069',
  '👩‍👩‍👧‍👦 🇨🇳 👍🏽 速录',
  '  spaces before\n\n\ttab\r\nand after  \n',
  'e\u0301 is not \u00e9; ﬁ is not fi; \u00a0\u3000\ufeff\u200b',
  '{"json": "\\u0000", "sql": "\'; drop table comments; --"} $1 {x} %s',
  '速'.repeat(2_000),
  '😀'.repeat(2_000),
];

test.each(bodies.map((body) => [body]))('%j comes back exactly as it went in', async (body) => {
  const { id } = await add(owner, { room, body });
  expect((await threads(owner, room)).find((comment) => comment.id === id)?.body).toBe(body);
});

test('an edit is kept exactly as well', async () => {
  const { id } = await add(owner, { room, body: 'x' });
  await tryEdit(owner, id, '  \u202eé\r\n👩‍👩‍👧  ');
  expect((await threads(owner, room)).find((comment) => comment.id === id)?.body).toBe('  \u202eé\r\n👩‍👩‍👧  ');
});

test.each([
  ['nothing', '', 1],
  ['only spaces', ' \n\t ', 1],
  ['2,001 characters', '速'.repeat(2_001), 2_000],
  ['a zero character', 'a\u0000b', null],
  ['an escape character', 'a\u001b[31mb', null],
  ['half a character', 'a\ud83db', null],
])('%s is refused, naming the field and the limit, and leaves nothing behind', async (_what, body, limit) => {
  const before = await world.sql('select last_seq, comment_count from transcripts where id = $1', [room.id]);
  const told = (await tryAdd(owner, { room, body })) as Told;
  expect(told).toMatchObject({ __typename: 'InvalidInput', field: 'body', limit });
  expect(told.message).not.toBe('');
  expect(await world.sql('select last_seq, comment_count from transcripts where id = $1', [room.id])).toEqual(
    before,
  );
});

test('a name with markup comes back exactly, and follows the member when it changes', async () => {
  const author = await world.member('阿明');
  await rename(author, '<b>阿明</b> \u200f👩‍👩‍👧');
  const open = await makeRoom(owner, 'PUBLIC');
  await add(author, { room: open, body: 'x' });
  expect((await threads(owner, open))[0]?.author.displayName).toBe('<b>阿明</b> \u200f👩‍👩‍👧');
  await rename(author, '明');
  expect((await threads(owner, open))[0]?.author.displayName).toBe('明');
});
