import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openRoom, say, type Room } from '../support/rooms.ts';
import type { SignedInClient, World } from '../support/world.ts';
import { passGate } from './acts.ts';
import type { Person, Stage } from './scene.ts';

/** A live room, its owner, and a reader who is in it. */
export interface Meeting {
  readonly owner: SignedInClient;
  readonly room: Room;
  readonly reader: Person;
  readonly page: Page;
}

/** What is said in a meeting, and the settings in its reader's address. */
interface Opening {
  readonly lines: readonly string[];
  readonly search?: string;
}

/** Opens a live room with so many lines, and lets a reader in by its door. */
export async function meetIn(stage: Stage, world: World, { lines, search = '' }: Opening): Promise<Meeting> {
  const owner = await world.member('writer');
  const room = await openRoom(owner);
  for (const line of lines) await say(owner, room.id, line);
  const reader = await stage.enter({ url: world.url, name: 'reader' });
  await passGate(reader, room);
  if (search !== '') await reader.goto(`/r/${room.shareCode}${search}`);
  return { owner, room, reader, page: reader.page };
}

export interface SegmentSeen {
  readonly id: string;
  readonly revision: number;
}

/** The room's first hundred segments, in order. */
export async function segmentsOf(owner: SignedInClient, room: Room): Promise<readonly SegmentSeen[]> {
  const { transcript } = await owner.data<{
    transcript: { segments: { edges: readonly { node: SegmentSeen }[] } };
  }>(`query ($id: ID!) { transcript(id: $id) { segments(first: 100) { edges { node { id revision } } } } }`, {
    id: room.id,
  });
  return transcript.segments.edges.map(({ node }) => node);
}

/** Corrects a segment on the revision that was seen, and marks it as checked where asked. */
export async function revise(
  owner: SignedInClient,
  { id, revision }: SegmentSeen,
  correction: { readonly text: string; readonly isChecked?: boolean },
): Promise<void> {
  const { reviseSegment } = await owner.data<{ reviseSegment: { __typename: string } }>(
    `mutation ($input: ReviseSegmentInput!) { reviseSegment(input: $input) { __typename } }`,
    { input: { id, baseRevision: revision, ...correction } },
  );
  expect(reviseSegment.__typename).toBe('ReviseSegmentSuccess');
}
