import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { rootFields } from '../../src/platform/graphql/guard-schema.ts';
import type { Client } from '../support/client.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { ask, type Call } from './ask.ts';
import { cases, type Calling, type Case } from './cases.ts';
import { gather, nothing, thingsOf, type Cast, type Things } from './things.ts';

/** UPDATE_ACCESS_MATRIX=1 writes the file anew; its diff is what a reviewer looks at. */
const file = path.resolve('test/access/access-matrix.md');
const actors = ['anonymous', 'guest', 'stranger', 'organiser', 'writer', 'owner', 'operator'] as const;
type ActorName = (typeof actors)[number];
/** Whoever waits at the door is no column of the matrix: they are nobody, and have to get what nobody gets. */
const played = [...actors, 'waiting'] as const;
type PlayedName = (typeof played)[number];

interface Cell {
  readonly row: Case;
  readonly actor: PlayedName;
  readonly verdict: string;
  readonly text: string;
  /** The answer to the same call for what never was; null where the call names nothing, or was let in. */
  readonly forNothing: string | null;
}

const world = await startWorld();
let cast: Cast;
const cells: Cell[] = [];

beforeAll(async () => {
  cast = await gather(world);
  const things = thingsOf(world, cast);
  await Promise.all([things.comment(), things.publicComment(), things.announcement()]);
  const faults: string[] = [];
  for (const row of cases) {
    const ofThisRow = { ...things, comment: once(things.comment), publicComment: once(things.publicComment) };
    for (const actor of inOrder.filter((name) => name !== 'waiting' || isOfTranscripts(row)))
      await play(row, actor, ofThisRow).then(
        (cell) => cells.push(cell),
        (error: unknown) => faults.push(`${row.field} (${row.about}) as ${actor}: ${String(error)}`),
      );
  }
  // Neither let in nor refused: the call itself is wrong, and proves nothing.
  expect(faults).toEqual([]);
}, 180_000);

/** Rows that are about transcripts: elsewhere nobody can be waiting at a door. */
const isOfTranscripts = ({ about }: Case): boolean => /transcript|share code|comment/.test(about);

/** Those who should be refused come before the owner, whose call may change the thing. */
const inOrder = played.toSorted((a, b) => Number(a === 'owner') - Number(b === 'owner'));

/** An author comments at most so often, so a row has one comment for all its callers. */
function once(make: () => Promise<string>): () => Promise<string> {
  let made: Promise<string> | null = null;
  return () => (made ??= make());
}

/** The actor without the cookies that earlier calls brought. */
function asActor(actor: PlayedName): Client {
  const client = world.visitor();
  client.token = cast[actor].token;
  return client;
}

async function play(row: Case, actor: PlayedName, things: Things): Promise<Cell> {
  const account = accountOf(cast[actor]);
  const call = { ...(await callFor(row, { things, account })), ...stirring(row, { things, actor }) };
  const { verdict, text } = await ask(asActor(actor), world.app.schema, call);
  if (!row.namesAThing || verdict === 'allow') return { row, actor, verdict, text, forNothing: null };
  const unknown = await callFor(row, { things: nothing, account });
  const answer = await ask(asActor(actor), world.app.schema, unknown);
  return { row, actor, verdict, text: idless(text, call), forNothing: idless(answer.text, unknown) };
}

const callFor = async (row: Case, calling: Calling): Promise<Call> => ({
  ...row,
  variables: await row.variables(calling),
});

/** What makes a feed tell something that has nothing to replay. */
function stirring(
  { field, variables }: Case,
  { things, actor }: { readonly things: Things; readonly actor: PlayedName },
): Pick<Call, 'stir'> {
  const account = accountOf(cast[actor]);
  if (field === 'Subscription.memberFeed') return { stir: () => things.announcement() };
  if (field !== 'Subscription.briefsChanged') return {};
  const document = `mutation ($input: SaveBriefsInput!) { saveBriefs(input: $input) { __typename } }`;
  const put = (): object[] => [{ code: 'news', text: v7() }];
  return {
    stir: async () =>
      asActor(actor).request(document, { input: { ...(await variables({ things, account })), put: put() } }),
  };
}

const accountOf = (client: Client | SignedInClient): Calling['account'] =>
  'username' in client ? client : cast.stranger;

/** A batch repeats the ids that it was given. */
const idless = (text: string, { variables }: Call): string =>
  [...JSON.stringify(variables).matchAll(/[0-9a-f-]{36}/g)].reduce(
    (left, [id]) => left.replaceAll(id, '#'),
    text,
  );

function matrix(): string {
  const declared = new Map(
    rootFields(world.app.schema).map(({ type, field, access }) => [`${type}.${field.name}`, access]),
  );
  const verdictOf = (row: Case, actor: ActorName): string =>
    cells.find((cell) => cell.row === row && cell.actor === actor)?.verdict ?? 'not played';
  const lines = cases.map(
    (row) =>
      `| ${row.field} | ${row.about} | ${declared.get(row.field)} | ${actors.map((actor) => verdictOf(row, actor)).join(' | ')} |`,
  );
  return `${[heading, ...lines.toSorted()].join('\n')}\n`;
}

const heading = `# Who may do what

Written by test/access/access-matrix.test.ts from real calls: every root field, with the owner’s things where it is about things. The guest has entered the owner’s private transcript by its view password; the writer and the organiser work on all of the owner’s transcripts. To write it anew: \`UPDATE_ACCESS_MATRIX=1 npm test -- test/access\`.

| Field | About | Declared | ${actors.join(' | ')} |
|---|---|---|${'---|'.repeat(actors.length)}`;

describe('the access matrix', () => {
  test('has a row for every field of Query, Mutation and Subscription, and each of them declares its access', () => {
    const fields = rootFields(world.app.schema);
    expect(fields.filter(({ access }) => access === null)).toEqual([]);
    expect(fields.map(({ type, field }) => `${type}.${field.name}`).toSorted()).toEqual(
      [...new Set(cases.map(({ field }) => field))].toSorted(),
    );
  });

  test('is as it was reviewed', () => {
    if (process.env['UPDATE_ACCESS_MATRIX']) writeFileSync(file, matrix());
    expect(matrix()).toBe(readFileSync(file, 'utf8'));
  });

  test('gives whoever waits at a door what it gives to nobody', () => {
    const verdicts = (actor: PlayedName): readonly string[] =>
      cells
        .filter((cell) => cell.actor === actor && isOfTranscripts(cell.row))
        .map(({ row, verdict }) => `${row.field} (${row.about}): ${verdict}`);
    expect(verdicts('waiting')).toEqual(verdicts('anonymous'));
  });

  test('tells nobody apart what is not theirs from what never was, to the byte', () => {
    const compared = cells.filter(({ forNothing }) => forNothing !== null);
    expect(compared.length).toBeGreaterThan(80);
    expect(compared.filter(({ text, forNothing }) => text !== forNothing)).toEqual([]);
  });
});
