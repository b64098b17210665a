import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import type { Appended } from '../support/rooms.ts';
import { openRoom, say, type Room } from '../support/rooms.ts';
import type { SignedInClient, World } from '../support/world.ts';

/** A segment as these tests look at it. */
export interface SegmentSeen {
  readonly id: string;
  readonly seq: number;
  readonly position: string;
  readonly speaker: string | null;
  readonly text: string;
  readonly startedMs: number;
  readonly endedMs: number | null;
  readonly revision: number;
  readonly checkedAt: string | null;
}

/** What a test asks of a segment. */
export const segmentFields = 'id seq position speaker text startedMs endedMs revision checkedAt';

/** The transcript's segments in their order, and its counters. */
export async function standing(
  client: Client,
  transcriptId: string,
): Promise<{
  readonly lastSeq: number;
  readonly segmentCount: number;
  readonly characterCount: number;
  readonly segments: readonly SegmentSeen[];
}> {
  const { transcript } = await client.data<{
    transcript: {
      lastSeq: number;
      segmentCount: number;
      characterCount: number;
      segments: { edges: readonly { node: SegmentSeen }[] };
    };
  }>(
    `query ($id: ID!) { transcript(id: $id) { lastSeq segmentCount characterCount
      segments(first: 100) { edges { node { ${segmentFields} } } } } }`,
    { id: transcriptId },
  );
  const { segments, ...counters } = transcript;
  return { ...counters, segments: segments.edges.map(({ node }) => node) };
}

/** A live room in which these texts were said. */
export async function roomWith(
  owner: SignedInClient,
  texts: readonly string[],
): Promise<Room & { readonly ids: readonly string[] }> {
  const room = await openRoom(owner);
  const ids = texts.map(() => v7());
  for (const [place, text] of texts.entries()) await said(owner, room.id, { text, id: ids[place]! });
  return { ...room, ids };
}

const said = (owner: Client, roomId: string, { text, id }: { text: string; id: string }): Promise<Appended> =>
  say(owner, roomId, text, id);

/** A mutation's answer: its type, and whatever was asked of it. */
export type Answer = { readonly __typename: string } & Readonly<Record<string, unknown>>;

/** Does one of the acts on segments; `asked` is what to ask of its success. */
export async function act(
  client: Client,
  { name, input, asked }: { readonly name: string; readonly input: object; readonly asked: string },
): Promise<Answer> {
  const type = name[0]!.toUpperCase() + name.slice(1);
  const answer = await client.data<Record<string, Answer>>(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename
      ... on ${type}Success { ${asked} }
      ... on UserError { message ... on SegmentConflict { current { ${segmentFields} } } } } }`,
    { input },
  );
  return answer[name]!;
}

/** Everything that a refused act must leave as it was: numbers, events and news of a transcript. */
export async function whole(world: World, transcriptId: string): Promise<unknown> {
  return world.sql(
    `select t.last_seq, t.segment_count, t.character_count,
       (select count(*)::int from transcript_events e where e.transcript_id = t.id) as events,
       (select jsonb_agg(s order by s.position) from segments s where s.transcript_id = t.id) as segments,
       (select count(*)::int from outbox_messages m where m.payload::text like '%' || t.id || '%') as news
     from transcripts t where t.id = $1`,
    [transcriptId],
  );
}

/** Takes a segment away; returns the number that it took. */
export async function removeOne(client: Client, id: string): Promise<number> {
  const { removeSegment } = await client.data<{ removeSegment: { seq: number } }>(
    `mutation ($input: RemoveSegmentInput!) { removeSegment(input: $input) { seq } }`,
    { input: { id } },
  );
  return removeSegment.seq;
}

/** Corrects a segment; returns the number that it took. */
export async function reviseOne(client: Client, input: object): Promise<number> {
  return Number((await act(client, { name: 'reviseSegment', input, asked: 'seq' }))['seq']);
}

/** The words of a transcript in their order. */
export const wordsOf = async (client: Client, transcriptId: string): Promise<readonly string[]> =>
  (await standing(client, transcriptId)).segments.map(({ text }) => text);
