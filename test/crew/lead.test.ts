import { describe, expect, test } from '@jest/globals';
import { dismiss } from '../support/rooms.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { crewScene, followCrew } from './crew-room.ts';

const world = await startWorld();

const act = async (
  who: SignedInClient,
  mutation: 'takeLead' | 'handOver',
  input: object,
): Promise<string> => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
  const { data, errors } = await who.request<Record<string, { __typename: string }>>(
    `mutation ($input: ${type}) { ${mutation}(input: $input) { __typename } }`,
    { input },
  );
  const code = errors?.[0]?.extensions?.['code'] as string | undefined;
  return code ?? data?.[mutation]?.__typename ?? 'nothing';
};

const leadSeenBy = async (who: SignedInClient, id: string): Promise<unknown> =>
  (
    await who.data<{ transcript: { leadWriter: unknown } }>(
      `query ($id: ID!) { transcript(id: $id) { leadWriter { displayName kind } } }`,
      { id },
    )
  ).transcript.leadWriter;

const leadDocument = `subscription ($id: ID!, $after: Int) { transcriptFeed(transcriptId: $id, after: $after) {
  ... on TranscriptChanged { seq transcript { leadWriter { displayName } } } } }`;

interface LeadData {
  readonly transcriptFeed: {
    readonly transcript?: { readonly leadWriter: { readonly displayName: string } };
  };
}

describe('the lead', () => {
  test('is the owner’s at first, and whose takes it from then on; readers and crew are told', async () => {
    const { id, owner, writer, stranger } = await crewScene(world);
    expect(await leadSeenBy(stranger, id)).toEqual({ displayName: 'owner', kind: 'OWNER' });
    const [readers, crew] = [
      stranger.subscribe<LeadData>(leadDocument, { id, after: 0 }),
      followCrew(owner, id, 0),
    ];
    await Promise.all([readers.first(1), crew.connected()]);
    expect(await act(writer, 'takeLead', { transcriptId: id })).toBe('TakeLeadSuccess');
    await readers.until(
      ({ items }) => items.at(-1)?.transcriptFeed.transcript?.leadWriter.displayName === 'writer',
    );
    await crew.until(({ items }) => items.some(({ crewFeed }) => crewFeed.__typename === 'CrewChanged'));
    expect(await leadSeenBy(stranger, id)).toEqual({ displayName: 'writer', kind: 'MEMBER' });
    expect(await act(owner, 'takeLead', { transcriptId: id })).toBe('TakeLeadSuccess');
    expect(await leadSeenBy(stranger, id)).toEqual({ displayName: 'owner', kind: 'OWNER' });
    await Promise.all([readers.close(), crew.close()]);
  });

  test('is given by the lead and by the owner, to those who write', async () => {
    const { id, owner, writer, organiser, stranger } = await crewScene(world);
    expect(await act(owner, 'handOver', { transcriptId: id, toMemberId: writer.id })).toBe('HandOverSuccess');
    expect(await act(writer, 'handOver', { transcriptId: id, toMemberId: owner.id })).toBe('HandOverSuccess');
    expect(await leadSeenBy(owner, id)).toMatchObject({ displayName: 'owner' });
    // Second now: to take it is theirs, to give it is not.
    expect(await act(writer, 'handOver', { transcriptId: id, toMemberId: writer.id })).toBe('NOT_FOUND');
    for (const toMemberId of [organiser.id, stranger.id, 'nobody'])
      expect(await act(owner, 'handOver', { transcriptId: id, toMemberId })).toBe('InvalidInput');
    for (const who of [organiser, stranger])
      expect(await act(who, 'takeLead', { transcriptId: id })).toBe('NOT_FOUND');
  });

  test('goes back to the owner with whoever had it, and readers are told of that, too', async () => {
    const { id, owner, writer, stranger } = await crewScene(world);
    await act(writer, 'takeLead', { transcriptId: id });
    const readers = stranger.subscribe<LeadData>(leadDocument, { id });
    await readers.connected();
    await dismiss(owner, id, writer);
    expect(await leadSeenBy(stranger, id)).toEqual({ displayName: 'owner', kind: 'OWNER' });
    await readers.close();
    const replay = stranger.subscribe<LeadData>(leadDocument, { id, after: 0 });
    await replay.first(3);
    await replay.close();
  });

  test('is one however many take it at once', async () => {
    const { id, owner, writer } = await crewScene(world);
    const answers = await Promise.all(
      [owner, writer, owner, writer, owner, writer].map((who) => act(who, 'takeLead', { transcriptId: id })),
    );
    expect(new Set(answers)).toEqual(new Set(['TakeLeadSuccess']));
    const { transcript } = await owner.data<{ transcript: { crew: { isLead: boolean }[] } }>(
      `query ($id: ID!) { transcript(id: $id) { crew { isLead } } }`,
      { id },
    );
    expect(transcript.crew.filter(({ isLead }) => isLead)).toHaveLength(1);
  });
});
