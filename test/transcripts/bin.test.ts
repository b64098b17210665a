import { expect, test } from '@jest/globals';
import { emptyBins } from '../../src/features/transcripts/bin.service.ts';
import { openRoom, say } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

const world = await startWorld();

interface Batch {
  readonly done: readonly string[];
  readonly failures: readonly { readonly id: string; readonly message: string }[];
}

async function batch(
  owner: SignedInClient,
  verb: 'delete' | 'restore' | 'purge',
  ids: readonly string[],
): Promise<Batch> {
  const name = verb[0]?.toUpperCase() + verb.slice(1);
  const done = verb === 'purge' ? 'purgedIds' : `${verb}dIds`;
  const answer = await owner.data<Record<string, Batch>>(
    `mutation ($input: ${name}TranscriptsInput!) { it: ${verb}Transcripts(input: $input) { ... on ${name}TranscriptsSuccess { done: ${done} failures { id message } } } }`,
    { input: { ids } },
  );
  return answer['it'] as Batch;
}

async function titles(owner: SignedInClient, inBin: boolean): Promise<readonly string[]> {
  const { me } = await owner.data<{ me: { transcripts: { edges: { node: { title: string } }[] } } }>(
    `query ($inBin: Boolean!) { me { transcripts(inBin: $inBin) { edges { node { title } } } } }`,
    { inBin },
  );
  return me.transcripts.edges.map(({ node }) => node.title);
}

test('a batch answers for each item: one that is not yours or not there takes no other with it', async () => {
  const owner = await world.member();
  const stranger = await world.member('stranger');
  const mine = await openRoom(owner, { isLive: false, title: 'mine' });
  const theirs = await openRoom(stranger, { isLive: false, title: 'theirs' });
  const nowhere = crypto.randomUUID();
  const answer = await batch(owner, 'delete', [mine.id, theirs.id, nowhere, 'no id']);
  expect(answer.done).toEqual([mine.id]);
  expect(answer.failures.map(({ id }) => id)).toEqual([theirs.id, nowhere, 'no id']);
  expect(new Set(answer.failures.map(({ message }) => message)).size).toBe(1);
  expect(await titles(stranger, false)).toEqual(['theirs']);
});

test('what was deleted is in the bin, comes back whole, and can be deleted for ever from there alone', async () => {
  const owner = await world.member();
  const room = await openRoom(owner, { title: 'precious' });
  await say(owner, room.id, 'every word of it');
  await batch(owner, 'delete', [room.id]);
  expect(await titles(owner, false)).toEqual([]);
  expect(await titles(owner, true)).toEqual(['precious']);
  await batch(owner, 'restore', [room.id]);
  const { transcript } = await owner.data<{ transcript: unknown }>(
    `query ($id: ID!) { transcript(id: $id) { status segments { edges { node { text } } } } }`,
    { id: room.id },
  );
  expect(transcript).toEqual({
    status: 'ENDED',
    segments: { edges: [{ node: { text: 'every word of it' } }] },
  });
  expect((await batch(owner, 'purge', [room.id])).failures).toHaveLength(1);
  await batch(owner, 'delete', [room.id]);
  expect((await batch(owner, 'purge', [room.id])).done).toEqual([room.id]);
  expect(await titles(owner, true)).toEqual([]);
});

test('the bin keeps things for thirty days and no longer', async () => {
  const owner = await world.member();
  const room = await openRoom(owner, { isLive: false, title: 'old' });
  await batch(owner, 'delete', [room.id]);
  world.clock.advance(30 * 86_400_000 - 60_000);
  await emptyBins(world.system());
  expect(await world.sql('select title from transcripts where id = $1', [room.id])).toEqual([
    { title: 'old' },
  ]);
  world.clock.advance(120_000);
  await emptyBins(world.system());
  expect(await world.sql('select title from transcripts where id = $1', [room.id])).toEqual([]);
});

test('an empty batch and one of more than a hundred are refused', async () => {
  const owner = await world.member();
  for (const ids of [[], Array.from({ length: 101 }, () => crypto.randomUUID())]) {
    const { deleteTranscripts } = await owner.data<{ deleteTranscripts: unknown }>(
      `mutation ($input: DeleteTranscriptsInput!) { deleteTranscripts(input: $input) { __typename ... on InvalidInput { field limit } } }`,
      { input: { ids } },
    );
    expect(deleteTranscripts).toEqual({ __typename: 'InvalidInput', field: 'ids', limit: 100 });
  }
});
