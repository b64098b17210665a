import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { KeptPages } from '../../src/platform/reading/kept-pages.ts';
import { add, rename, tryEdit, tryRemove } from '../comments/room.ts';
import { act, removeOne, reviseOne } from '../segments/segment-acts.ts';
import type { Client } from '../support/client.ts';
import { openRoom, say, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

const world = await startWorld({ env: { LIMIT_COMMENTS_PER_MINUTE: '1000' } });

const comment = 'id body isRemoved isAnswered editedAt author { displayName kind }';
const page = `transcript(id: $id) { title owner { displayName }
  segments(last: 50) { edges { cursor node { id text speaker revision checkedAt position } } pageInfo { hasPreviousPage } }
  comments(last: 20) { totalCount edges { node { ${comment} replies(first: 3) { edges { node { ${comment} } } } } } } }`;

/** The page as it stands on the wire, as one statement answers it and as the resolvers do. */
async function pageFor(client: Client, { id }: { readonly id: string }): Promise<string> {
  const written = await answerTo(client, `query ($id: ID!) { ${page} }`, id);
  const resolved = await answerTo(client, `query ($id: ID!) { ... @include(if: true) { ${page} } }`, id);
  expect(written).toBe(resolved);
  return written;
}

async function answerTo(client: Client, query: string, id: string): Promise<string> {
  const response = await fetch(`${client.url}/graphql`, {
    method: 'POST',
    headers: client.headers(),
    body: JSON.stringify({ query, variables: { id } }),
  });
  return response.text();
}

interface Scene {
  readonly owner: SignedInClient;
  readonly other: SignedInClient;
  readonly room: Room;
}

async function makeScene(): Promise<Scene> {
  const [owner, other] = [await world.member('owner'), await world.member('other')];
  const room = await openRoom(owner, { visibility: 'PUBLIC' });
  for (const text of ['第一句', 'second "line"', 'third']) await say(owner, room.id, text);
  return { owner, other, room };
}

/** What a page may be made of changes, one thing after another; each names what it changed. */
async function* changes({ owner, other, room }: Scene): AsyncGenerator<string> {
  const told = (author: Client, words: { readonly body: string; readonly parentId?: string }) =>
    add(author, { room, ...words });
  const id = v7();
  await say(owner, room.id, 'fourth', id);
  yield 'a line';
  await reviseOne(owner, { id, baseRevision: 1, text: 'the fourth', speaker: 'A', isChecked: true });
  yield 'a correction';
  const half = { id, baseRevision: 2, at: 4, newId: v7() };
  await act(owner, { name: 'splitSegment', input: half, asked: 'fromSeq' });
  yield 'a split';
  const speaker = { transcriptId: room.id, from: 'A', to: '主持人' };
  await act(owner, { name: 'renameSpeaker', input: speaker, asked: 'renamedCount' });
  yield 'a speaker’s name';
  await removeOne(owner, id);
  yield 'a removal';
  const thread = await told(other, { body: 'a comment' });
  yield 'a comment';
  const answer = await told(owner, { body: 'an answer', parentId: thread.id });
  yield 'an answer';
  await tryEdit(other, thread.id, 'another comment');
  yield 'an edited comment';
  await rename(other, '新名字');
  yield 'the name of an author';
  await rename(owner, 'another owner');
  yield 'the name of the owner';
  await tryRemove(owner, answer.id);
  yield 'a removed answer';
  await tryRemove(owner, thread.id);
  yield 'a removed comment';
}

test('what was read before is never told after it changed, whoever asks', async () => {
  const scene = await makeScene();
  const { owner, other, room } = scene;
  const seen = [await pageFor(other, room)];
  for await (const change of changes(scene)) {
    // Before anybody else has read it anew.
    const now = await pageFor(change.length % 2 === 0 ? owner : other, room);
    expect({ change, isAnother: now !== seen.at(-1) }).toEqual({ change, isAnother: true });
    expect(await pageFor(owner, room)).toBe(now);
    seen.push(now);
  }
});

test('a page that is as it was is not read again, and comes with what has to be', async () => {
  const { other, owner, room } = await makeScene();
  const ask = (client: Client): Promise<string> => answerTo(client, `query ($id: ID!) { ${page} }`, room.id);
  const before = await ask(other);
  // Behind the back of the log, which the product never does: so that it shows whether the page was read.
  await world.sql(`update segments set text = 'unseen' where transcript_id = $1`, [room.id]);
  await world.sql(`update transcripts set title = 'seen' where id = $1`, [room.id]);
  const after = await ask(owner);
  expect(after).toContain('"title":"seen"');
  expect(after).not.toContain('unseen');
  expect(after.replace('"title":"seen"', '')).toBe(before.replace(/"title":"[^"]*"/, ''));
  await say(owner, room.id, 'one more');
  expect(await ask(other)).toContain('unseen');
});

test('what may differ for who asks is read each time', async () => {
  const { owner, other, room } = await makeScene();
  await add(other, { room, body: 'mine' });
  const personal = `query ($id: ID!) { transcript(id: $id) { comments(first: 20) { edges { node { body viewerCanEdit } } } } }`;
  const asked = async (client: Client) =>
    (await answerTo(client, personal, room.id)).match(/"viewerCanEdit":\w+/)?.[0];
  for (const client of [other, owner, other])
    expect(await asked(client)).toBe(`"viewerCanEdit":${client === other}`);
});

test('only so much is kept, and what was asked for last', () => {
  const beside = 201;
  const pages = new KeptPages(2 * beside + 10);
  const put = (name: string, json: string): void => pages.put(name, { version: '1', json });
  put('a', '1234');
  put('b', '1234');
  pages.get('a');
  put('c', '1234');
  expect(['a', 'b', 'c'].map((name) => pages.get(name) !== undefined)).toEqual([true, false, true]);
  // Anew in its place: nothing is counted twice.
  for (let i = 0; i < 5; i += 1) put('c', '123456');
  expect(pages.get('a')?.json).toBe('1234');
  // More than all the room there is: it is not kept, and nothing stays of it.
  put('d', '1'.repeat(beside + 11));
  expect(pages.get('d')).toBeUndefined();
  put('e', '1'.repeat(beside + 10));
  expect(pages.get('e')?.json).toHaveLength(beside + 10);
  // The name counts as well, and one that a client made long is none.
  put('f'.repeat(401), '1');
  expect(pages.get('f'.repeat(401))).toBeUndefined();
  put('g'.repeat(300), '1');
  expect(pages.get('e')).toBeUndefined();
});
