import { beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import { openRoom, say, type Room } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { dice, headFor, madeUpFields, valuesFor, type MadeUpVariable } from './made-up-documents.ts';

const world = await startWorld({ env: { LIMIT_COMMENTS_PER_MINUTE: '1000' } });
const documents = 250;

/** What is hardest to write as JSON, and what people really type. */
const texts = [
  '第一句：我们先看一下上周的进度。',
  'He said "no", and then \\ left.',
  'two\nlines\tand a tab',
  'a bell is added here',
  'separators \u2028\u2029 and emoji 👩‍💻𝒳',
  "it's 100% <b>bold</b> & 'quoted' $1 @. @>",
];

interface Cast {
  readonly owner: SignedInClient;
  readonly stranger: SignedInClient;
  /** A member who also came in by the view password. */
  readonly both: SignedInClient;
  readonly guest: Client;
  readonly nobody: Client;
}
let cast: Cast;
let rooms: readonly Room[];
let cursors: readonly string[];

beforeAll(async () => {
  const owner = await world.member('owner');
  await world.sql('update members set display_name = $1 where id = $2', ['the "first" \\ owner', owner.id]);
  const [stranger, both] = await Promise.all([world.member('stranger'), world.member('both')]);
  cast = { owner, stranger, both, guest: world.visitor(), nobody: world.visitor() };
  rooms = [
    await openRoom(owner, { visibility: 'PUBLIC', title: texts[1] }),
    await openRoom(owner, { title: '私密会议' }),
    await openRoom(stranger, { visibility: 'PUBLIC' }),
    await openRoom(owner, { title: 'never live', isLive: false }),
  ];
  const [open, closed] = rooms as [Room, Room];
  for (const person of [cast.guest, both]) for (const room of [open, closed]) await enter(person, room);
  for (const room of [open, closed]) {
    await fill(room);
    await moderate(room);
  }
  await owner.data(`mutation ($ids: [ID!]!) { deleteTranscripts(input: { ids: $ids }) { __typename } }`, {
    ids: [(await openRoom(owner, { title: 'in the bin' })).id],
  });
  // No client can send these, and whoever imports a database may bring them.
  await world.sql(`update segments set text = text || $1 where text like '%bell%'`, [
    '\u0007\b\f\r\u001b\u007f',
  ]);
  cursors = await someCursors();
}, 60_000);

const enter = (person: Client, { shareCode, viewPassword }: Room): Promise<unknown> =>
  person.data(`mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) { __typename } }`, {
    input: { shareCode, viewPassword, nickname: '小王 "W"' },
  });

async function fill(room: Room): Promise<void> {
  for (const text of texts) await say(cast.owner, room.id, text);
  const people = [cast.both, cast.guest, cast.owner];
  for (const [i, body] of texts.entries()) {
    const parentId = await comment(people[i % 3]!, room, { body });
    for (let k = 0; k < i % 4; k += 1)
      await comment(people[(i + k) % 3]!, room, { body: `${body} ${k}`, parentId });
    if (i === 3)
      await cast.owner.data(`mutation ($id: ID!) { removeComment(input: { id: $id }) { __typename } }`, {
        id: parentId,
      });
  }
}

/** What the host decides about: a comment on a passage, one that is reported, two that wait, and a ban. */
async function moderate(room: Room): Promise<void> {
  const { owner, both, guest } = cast;
  const segmentId = (await say(owner, room.id, 'a passage')).segment!.id;
  await comment(both, room, { body: 'pinned', segmentId, quote: 'a "passage"' });
  const id = await comment(guest, room, { body: 'rude' });
  const acts: readonly (readonly [string, object])[] = [
    ['setCommentMode', { transcriptId: room.id, mode: 'REVIEWED' }],
    ['setCommentWords', { transcriptId: room.id, words: ['词'] }],
    ['reportComment', { id, reason: 'OTHER', note: 'two\nlines' }],
  ];
  for (const [name, input] of acts) await act(owner, name, input);
  for (const author of [guest, both]) await comment(author, room, { body: texts[3]!, segmentId });
  await act(owner, 'banCommenter', { commentId: id });
}

const act = (client: Client, name: string, input: object): Promise<unknown> =>
  client.data(
    `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`,
    { input },
  );

async function comment(
  author: Client,
  room: Room,
  words: {
    readonly body: string;
    readonly parentId?: string;
    readonly segmentId?: string;
    readonly quote?: string;
  },
): Promise<string> {
  const id = v7();
  const input = { id, transcriptId: room.id, ...words };
  await author.data(`mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename } }`, {
    input,
  });
  return id;
}

async function someCursors(): Promise<readonly string[]> {
  const answer = await cast.owner.data(
    `query ($id: ID!) { transcript(id: $id) { segments(first: 3) { edges { cursor } } comments(first: 3) { edges { cursor } } }
      me { transcripts(first: 2) { edges { cursor } } receivedComments(first: 3) { edges { cursor } } } }`,
    { id: rooms[0]!.id },
  );
  return [...JSON.stringify(answer).matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor = '']) => cursor);
}

/** The answer as it stands on the wire. */
async function answerTo(client: Client, query: string, variables: object): Promise<string> {
  const headers = client.headers();
  const response = await fetch(`${client.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return response.text();
}

test('an answer that PostgreSQL wrote is the resolvers’ answer, byte for byte, whoever asks', async () => {
  const values = {
    id: [...rooms.map(({ id }) => id), v7(), 'no id at all'],
    after: [...cursors, 'made-up'],
    before: [...cursors, 'made-up'],
    search: ['上周', 'no', '%', ''],
  };
  const statements = jest.spyOn(pg.Client.prototype, 'query');
  let byOneStatement = 0;
  for (let seed = 1; seed <= documents; seed += 1) {
    const roll = dice(seed);
    const variables: MadeUpVariable[] = [];
    const fields = madeUpFields({ schema: world.app.schema, roll, values, variables });
    const head = headFor(variables);
    // The second finds what was written for the first, and must not be told what was theirs.
    for (const turn of [0, 1]) {
      const client = Object.values(cast)[(seed + turn) % 5] as Client;
      const given = valuesFor(variables, roll);
      statements.mockClear();
      const written = await answerTo(
        client,
        `${head} { ...Wanted } fragment Wanted on Query { ${fields} }`,
        given,
      );
      if (statements.mock.calls.length <= 3 && !written.includes('"errors"')) byOneStatement += 1;
      // A directive says that the query decides as it goes, so the resolvers answer.
      const resolved = await answerTo(client, `${head} { ... @include(if: true) { ${fields} } }`, given);
      const asked = { fields, given };
      expect({ asked, answer: inOneOrder(written) }).toEqual({ asked, answer: inOneOrder(resolved) });
    }
  }
  statements.mockRestore();
  // Without this, answers that are never written would compare equal too.
  expect(byOneStatement).toBeGreaterThan((2 * documents) / 3);
}, 120_000);

test('what was written for one value of a variable is not taken for another', async () => {
  const fields = `transcript(id: $id) { comments(first: 20) { edges { node {
    replies(first: $n) { edges { node { body } } pageInfo { hasNextPage } } } } } }`;
  const head = 'query ($id: ID!, $n: Int)';
  const answers = new Set<string>();
  for (const n of [1, 3, 2]) {
    const given = { id: rooms[0]!.id, n };
    const written = await answerTo(cast.owner, `${head} { ${fields} }`, given);
    expect(written).toBe(
      await answerTo(cast.owner, `${head} { ... @include(if: true) { ${fields} } }`, given),
    );
    answers.add(written);
  }
  expect(answers.size).toBe(3);
});

/**
 * Two faults in one query are told in the order in which they were found, which is not always the same; and where a
 * fault leaves no data at all, only the first that was found is told.
 */
function inOneOrder(answer: string): string {
  if (!answer.startsWith('{"errors"')) return answer;
  const { errors, ...rest } = JSON.parse(answer) as Refused;
  const told = rest.data === null ? errors.map(({ extensions }) => ({ extensions })) : errors;
  return JSON.stringify({ ...rest, errors: told.map((error) => JSON.stringify(error)).toSorted() });
}

interface Refused {
  readonly data?: object | null;
  readonly errors: readonly { readonly extensions: { readonly code: string } }[];
}
