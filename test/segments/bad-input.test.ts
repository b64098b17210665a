import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { roomWith, whole } from './segment-acts.ts';

const world = await startWorld();

interface Refusal {
  readonly name: string;
  /** What the client sends, given the ids of the room and of its two segments. */
  readonly input: (room: { id: string; ids: readonly string[] }) => object;
  /** How it is refused: the field at fault, or the code. */
  readonly says: object;
}

const field = (name: string): object => ({ __typename: 'InvalidInput', field: name });
const conflict = { __typename: 'SegmentConflict' };
const append =
  (more: object): Refusal['input'] =>
  ({ id }) => ({ id: v7(), transcriptId: id, text: 'words', ...more });
const revise =
  (more: object): Refusal['input'] =>
  ({ ids }) => ({ id: ids[0], baseRevision: 1, text: 'words', ...more });
const split =
  (more: object): Refusal['input'] =>
  ({ ids }) => ({ id: ids[0], baseRevision: 1, at: 2, newId: v7(), ...more });
const merge =
  (more: object): Refusal['input'] =>
  ({ ids: [firstId, secondId] }) => ({
    firstId,
    firstRevision: 1,
    secondId,
    secondRevision: 1,
    joiner: '',
    ...more,
  });
const many =
  (changes: (ids: readonly string[]) => readonly object[]): Refusal['input'] =>
  ({ id, ids }) => ({ transcriptId: id, changes: changes(ids) });
const revert =
  (more: object): Refusal['input'] =>
  ({ id }) => ({ transcriptId: id, fromSeq: 2, toSeq: 3, ...more });
const good = (id: string): object => ({ id, baseRevision: 1, text: 'fine' });

const lies: readonly (readonly [string, Refusal])[] = [
  [
    'a start before the meeting',
    { name: 'appendSegment', input: append({ startedMs: -1 }), says: field('startedMs') },
  ],
  [
    'an end before its start',
    { name: 'appendSegment', input: append({ startedMs: 9, endedMs: 8 }), says: field('endedMs') },
  ],
  [
    'a start past a day',
    { name: 'appendSegment', input: append({ startedMs: 86_400_000 }), says: field('startedMs') },
  ],
  [
    'an end past a day',
    { name: 'appendSegment', input: append({ endedMs: 2_000_000_000 }), says: field('endedMs') },
  ],
  ['an id that is none', { name: 'appendSegment', input: append({ id: '1' }), says: field('id') }],
  [
    'a segment too long',
    { name: 'appendSegment', input: append({ text: '长'.repeat(10_001) }), says: field('text') },
  ],
  [
    'a speaker too long',
    { name: 'appendSegment', input: append({ speaker: 'x'.repeat(81) }), says: field('speaker') },
  ],
  [
    'a revision from the future',
    { name: 'reviseSegment', input: revise({ baseRevision: 2 }), says: conflict },
  ],
  ['a revision of -1', { name: 'reviseSegment', input: revise({ baseRevision: -1 }), says: conflict }],
  [
    'a correction too long',
    { name: 'reviseSegment', input: revise({ text: 'x'.repeat(10_001) }), says: field('text') },
  ],
  ['a cut before the text', { name: 'splitSegment', input: split({ at: 0 }), says: field('at') }],
  ['a cut at -3', { name: 'splitSegment', input: split({ at: -3 }), says: field('at') }],
  ['a cut behind the text', { name: 'splitSegment', input: split({ at: 4 }), says: field('at') }],
  ['a half without an id', { name: 'splitSegment', input: split({ newId: 'new' }), says: field('newId') }],
  [
    'a half under an id that is taken',
    {
      name: 'splitSegment',
      input: ({ ids }) => ({ id: ids[0], baseRevision: 1, at: 2, newId: ids[1] }),
      says: field('newId'),
    },
  ],
  ['a cut of the future', { name: 'splitSegment', input: split({ baseRevision: 7 }), says: conflict }],
  [
    'a merge backwards',
    {
      name: 'mergeSegments',
      input: ({ ids: [firstId, secondId] }) => ({
        firstId: secondId,
        firstRevision: 1,
        secondId: firstId,
        secondRevision: 1,
        joiner: '',
      }),
      says: field('secondId'),
    },
  ],
  [
    'a merge with itself',
    {
      name: 'mergeSegments',
      input: ({ ids: [id] }) => ({
        firstId: id,
        firstRevision: 1,
        secondId: id,
        secondRevision: 1,
        joiner: '',
      }),
      says: field('secondId'),
    },
  ],
  ['a merge of the future', { name: 'mergeSegments', input: merge({ secondRevision: 2 }), says: conflict }],
  [
    'a joiner of nine characters',
    { name: 'mergeSegments', input: merge({ joiner: '123456789' }), says: field('joiner') },
  ],
  ['no changes', { name: 'reviseSegments', input: many(() => []), says: field('changes') }],
  [
    '501 changes',
    {
      name: 'reviseSegments',
      input: many(() => Array.from({ length: 501 }, () => good(v7()))),
      says: field('changes'),
    },
  ],
  [
    'one segment twice',
    { name: 'reviseSegments', input: many(([id]) => [good(id!), good(id!)]), says: field('changes') },
  ],
  [
    'one bad change among good ones',
    {
      name: 'reviseSegments',
      input: many(([a, b]) => [good(a!), { ...good(b!), text: ' ' }]),
      says: field('text'),
    },
  ],
  [
    'a speaker’s name too long',
    {
      name: 'renameSpeaker',
      input: ({ id }) => ({ transcriptId: id, from: 'x', to: 'x'.repeat(81) }),
      says: field('to'),
    },
  ],
  [
    'numbers that are still to come',
    { name: 'revertChanges', input: revert({ toSeq: 9 }), says: field('toSeq') },
  ],
  [
    'numbers that run backwards',
    { name: 'revertChanges', input: revert({ fromSeq: 3, toSeq: 2 }), says: field('toSeq') },
  ],
  ['the number -1', { name: 'revertChanges', input: revert({ fromSeq: -1 }), says: field('fromSeq') }],
  [
    'a text of the future',
    { name: 'restoreTranscript', input: ({ id }) => ({ transcriptId: id, seq: 9 }), says: field('seq') },
  ],
  [
    'a text of before the beginning',
    { name: 'restoreTranscript', input: ({ id }) => ({ transcriptId: id, seq: -1 }), says: field('seq') },
  ],
];

async function send(client: SignedInClient, name: string, input: object): Promise<unknown> {
  const type = name[0]!.toUpperCase() + name.slice(1);
  const answer = await client.request<Record<string, object>>(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename
      ... on UserError { message ... on InvalidInput { field limit } } } }`,
    { input },
  );
  return answer.errors ?? answer.data?.[name];
}

describe('a client that lies is refused with a clear error, and nothing is half done', () => {
  test.each(lies)('%s', async (_lie, { name, input, says }) => {
    const owner = await world.member();
    const room = await roomWith(owner, ['word', 'more']);
    const before = await whole(world, room.id);
    const answer = await send(owner, name, input(room));
    expect(answer).toMatchObject(says);
    expect((answer as { message: string }).message).not.toBe('');
    expect(await whole(world, room.id)).toEqual(before);
  });

  test('ids of nobody are not there', async () => {
    const owner = await world.member();
    const room = await roomWith(owner, ['word', 'more']);
    const before = await whole(world, room.id);
    const notThere = [{ extensions: { code: 'NOT_FOUND' } }];
    expect(await send(owner, 'reviseSegment', { id: v7(), baseRevision: 1, text: 'x' })).toMatchObject(
      notThere,
    );
    expect(await send(owner, 'reviseSegment', { id: 'x', baseRevision: 1, text: 'x' })).toMatchObject(
      notThere,
    );
    expect(await send(owner, 'restoreSegment', { id: v7() })).toMatchObject(notThere);
    expect(await send(owner, 'revertChanges', { transcriptId: v7(), fromSeq: 1, toSeq: 1 })).toMatchObject(
      notThere,
    );
    expect(await whole(world, room.id)).toEqual(before);
  });
});
