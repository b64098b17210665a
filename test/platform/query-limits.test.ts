import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  aliasesMax,
  depthMax,
  directivesMax,
  documentCharactersMax,
  documentTokensMax,
} from '../../src/platform/graphql/query-limits.ts';
import { startWorld } from '../support/world.ts';
import { post, WireSocket, type WireError } from './wire.ts';

const world = await startWorld();
let socket: WireSocket;
let operations = 0;

beforeAll(async () => {
  socket = await new WireSocket(world.url).greeted();
});
afterAll(() => socket.close());

interface Operation {
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
}

const overHttp = async (operation: Operation): Promise<readonly WireError[] | null> =>
  (await post(world.url, operation)).errors;

async function overSocket(operation: Operation): Promise<readonly WireError[] | null> {
  const id = String((operations += 1));
  socket.send({ type: 'subscribe', id, payload: operation });
  return socket.errorsOf(id);
}

const times = (count: number, part: (i: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, i) => part(i)).join(between);

/** me > transcripts > edges > node > comments > edges > node > replies > edges > node > id */
const depthEleven =
  '{ me { transcripts(first: 1) { edges { node { comments(first: 1) { edges { node { replies(first: 1) { edges { node { id } } } } } } } } } } }';
/** The same chain, one field shorter. */
const depthTen =
  '{ me { transcripts(first: 1) { edges { node { comments(first: 1) { edges { node { replies(first: 1) { edges { cursor } } } } } } } } } }';

const chain = (length: number): string =>
  `{ me { ...F0 } } ${times(length, (i) => `fragment F${i} on Member { ${i + 1 < length ? `...F${i + 1}` : 'id'} }`)}`;

const refused: Readonly<Record<string, Operation>> = {
  'one field too deep': { query: depthEleven },
  'one field too deep by way of fragments': {
    query: `{ me { ...T } } fragment T on Member { transcripts(first: 1) { edges { node { ...C } } } }
      fragment C on Transcript { comments(first: 1) { edges { node { ...R } } } }
      fragment R on Comment { replies(first: 1) { edges { node { id } } } }`,
  },
  'a fragment that spreads itself': { query: '{ me { ...A } } fragment A on Member { id ...A }' },
  'fragments that spread one another in a ring': {
    query: '{ me { ...A } } fragment A on Member { id ...B } fragment B on Member { id ...A }',
  },
  'one alias too many': { query: `{ ${times(aliasesMax + 1, (i) => `a${i}: serviceInfo { version }`)} }` },
  'one alias of __typename too many': { query: `{ ${times(aliasesMax + 1, (i) => `a${i}: __typename`)} }` },
  'aliases that fragments multiply': {
    query: `{ ${times(4, (i) => `a${i}: serviceInfo { ...F }`)} } fragment F on ServiceInfo { ${times(4, (i) => `v${i}: version`)} }`,
  },
  'one directive too many': {
    query: `{ serviceInfo { ${times(directivesMax + 1, () => 'version @include(if: true)')} } }`,
  },
  'ten unknown directives': { query: `{ serviceInfo { version ${times(10, (i) => `@unknown${i}`)} } }` },
  'one token too many': { query: `{ serviceInfo { ${times(documentTokensMax - 4, () => 'version')} } }` },
  'one character too many': {
    query: `{ serviceInfo { version } } #${'x'.repeat(documentCharactersMax - '{ serviceInfo { version } } #'.length + 1)}`,
  },
  'a million items': {
    query: '{ pointPlans { id } announcements(first: 1000000) { edges { node { id } } } }',
  },
  'a million items by a variable': {
    query: 'query ($n: Int) { announcements(first: $n) { edges { node { id } } } }',
    variables: { n: 1_000_000 },
  },
  'lists within lists within lists': {
    query: `{ me { transcripts(first: 50) { edges { node { comments(first: 50) { edges { node { id body } } } } } } } }`,
  },
  'lists within lists that are as long as they like to be': {
    query: `{ me { transcripts(first: 100) { edges { node { comments { edges { node { replies { edges { cursor } } } } } } } } } }`,
  },
  introspection: { query: '{ __schema { types { name } } }' },
  'introspection of one type': { query: '{ __type(name: "Member") { name } }' },
  'no GraphQL': { query: '{ me {' },
  'an empty document': { query: '' },
  'an operation that is not in the document': {
    query: 'query A { serviceInfo { version } }',
    operationName: 'B',
  },
  'two operations, and none of them named': {
    query: 'query A { serviceInfo { version } } query B { serviceInfo { version } }',
  },
  'two unknown fields': { query: '{ serviceInfo { nothing nowhere } }' },
  'a variable of another type': {
    query: 'query ($n: Int!) { announcements(first: $n) { edges { cursor } } }',
    variables: { n: 'many' },
  },
  'a variable a thousand levels deep': {
    query: 'query ($n: Int!) { announcements(first: $n) { edges { cursor } } }',
    variables: { n: JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) as unknown },
  },
  'an input field that is not in the contract': {
    query: 'mutation ($i: UpdateProfileInput!) { updateProfile(input: $i) { __typename } }',
    variables: { i: { displayName: 'x', role: 'OPERATOR' } },
  },
};

const granted: Readonly<Record<string, Operation>> = {
  'as deep as may be': { query: depthTen },
  'as many aliases as may be': { query: `{ ${times(aliasesMax, (i) => `a${i}: __typename`)} }` },
  'as many directives as may be': {
    query: `{ serviceInfo { ${times(directivesMax, () => 'version @include(if: true)')} } }`,
  },
  'as many characters as may be': {
    query: `{ serviceInfo { version } } #${'x'.repeat(documentCharactersMax - '{ serviceInfo { version } } #'.length)}`,
  },
  'a chain of fragments that is not deep': { query: chain(12) },
  'one field five hundred times': { query: `{ serviceInfo { ${times(500, () => 'version')} } }` },
};

describe.each([
  ['HTTP', overHttp],
  ['the socket', overSocket],
] as const)('over %s', (_way, ask) => {
  test.each(Object.keys(refused))('%s is refused with one error', async (name) => {
    const errors = await ask(refused[name]!);
    expect(errors).toHaveLength(1);
    expect(errors![0]!.extensions).toEqual({ code: /million|lists/.test(name) ? 'TOO_COSTLY' : 'BAD_INPUT' });
    expect(errors![0]!.message).not.toMatch(/did you mean/i);
  });

  test.each(Object.keys(granted))('%s is answered', async (name) => {
    expect(await ask(granted[name]!)).toBeNull();
  });

  test('a slip of the pen is told without a suggestion', async () => {
    const [error] = (await ask({ query: '{ serviceInf { versio } }' }))!;
    expect(error!.message).toBe('Cannot query field "serviceInf" on type "Query".');
  });
});

test('the depth is the one that is named', () => {
  expect(depthMax).toBe(10);
});
