import { v7 } from 'uuid';
import type { Client, Live } from '../support/client.ts';
import { invite, openRoom } from '../support/rooms.ts';
import type { SignedInClient, World } from '../support/world.ts';

/** An owner, a writer, an organiser and a stranger, and the owner's live public room. */
export interface CrewScene {
  readonly id: string;
  readonly owner: SignedInClient;
  readonly writer: SignedInClient;
  readonly organiser: SignedInClient;
  readonly stranger: SignedInClient;
}

export async function crewScene(world: World): Promise<CrewScene> {
  const [owner, writer, organiser, stranger] = [
    await world.member('owner'),
    await world.member('writer'),
    await world.member('organiser'),
    await world.member('stranger'),
  ];
  const { id } = await openRoom(owner, { visibility: 'PUBLIC' });
  await invite(owner, id, { who: writer, role: 'WRITER' });
  await invite(owner, id, { who: organiser, role: 'ORGANISER' });
  return { id, owner, writer, organiser, stranger };
}

export interface CrewFeedData {
  readonly crewFeed: {
    readonly __typename: 'CrewMessagePosted' | 'WriterPresent' | 'CrewChanged';
    readonly seq?: number;
    readonly message?: { readonly id: string; readonly body: string };
    readonly displayName?: string;
    readonly presence?: { readonly activity: string; readonly segmentId: string | null };
  };
}

/** Follows the crew from a number on. */
export const followCrew = (who: Client, id: string, after: number | null = null): Live<CrewFeedData> =>
  who.subscribe<CrewFeedData>(
    `subscription ($id: ID!, $after: Int) { crewFeed(transcriptId: $id, after: $after) {
      __typename
      ... on CrewMessagePosted { seq message { id body author { displayName kind } } }
      ... on WriterPresent { memberId displayName presence { activity segmentId seenAt } }
      ... on CrewChanged { transcriptId }
    } }`,
    { id, after },
  );

/** Posts to the crew; returns the result, or the code of the refusal. */
export async function tell(
  who: Client,
  transcriptId: string,
  { body, id = v7() }: { readonly body: string; readonly id?: string },
): Promise<{ readonly type: string; readonly seq?: number; readonly body?: string }> {
  const { data, errors } = await who.request<{
    postCrewMessage: { __typename: string; posted?: { seq: number; body: string } };
  }>(
    `mutation ($input: PostCrewMessageInput!) { postCrewMessage(input: $input) {
      __typename ... on PostCrewMessageSuccess { posted { seq body } } } }`,
    { input: { id, transcriptId, body } },
  );
  const code = errors?.[0]?.extensions?.['code'] as string | undefined;
  const result = data?.postCrewMessage;
  return { type: code ?? result?.__typename ?? 'nothing', ...result?.posted };
}

/** Says what somebody does; returns `shown`, or the code of the refusal. */
export async function show(who: Client, input: object): Promise<string> {
  const { errors } = await who.request(
    `mutation ($input: ShowPresenceInput!) { showPresence(input: $input) { shown } }`,
    { input },
  );
  return (errors?.[0]?.extensions?.['code'] as string | undefined) ?? 'shown';
}
