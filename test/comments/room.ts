import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import type { World } from '../support/world.ts';

/** A transcript as its owner knows it. */
export interface Room {
  readonly id: string;
  readonly shareCode: string;
  readonly viewPassword: string;
}

/** A comment as these tests ask for it. */
export interface ToldComment {
  readonly id: string;
  readonly seq: number;
  readonly body: string;
  readonly parentId: string | null;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly isRemoved: boolean;
  readonly isAnswered: boolean;
  readonly viewerCanEdit: boolean;
  readonly viewerCanRemove: boolean;
  readonly author: { readonly displayName: string; readonly kind: string };
}

export const commentFields = `id seq body parentId createdAt editedAt isRemoved isAnswered viewerCanEdit viewerCanRemove
  author { displayName kind }`;

/** What a mutation answered: its type, and whatever that type has. */
export interface Told {
  readonly __typename: string;
  readonly comment: ToldComment;
  readonly message?: string;
  readonly field?: string;
  readonly limit?: number | null;
  readonly retryAfterSeconds?: number;
  readonly removedId?: string;
}

const failures = `... on UserError { message } ... on InvalidInput { field limit }`;

/** The owner makes a transcript with a view password. */
export async function makeRoom(owner: Client, visibility: 'PRIVATE' | 'PUBLIC' = 'PRIVATE'): Promise<Room> {
  const viewPassword = 'open sesame';
  const { createTranscript } = await owner.data<{ createTranscript: { transcript: Room } }>(
    `mutation ($input: CreateTranscriptInput!) { createTranscript(input: $input) {
      ... on CreateTranscriptSuccess { transcript { id shareCode } } ... on UserError { message } } }`,
    { input: { title: '周会 Weekly', visibility, viewPassword } },
  );
  return { ...createTranscript.transcript, viewPassword };
}

/** Somebody without an account comes in by the share code and the view password. */
export async function enter(world: World, room: Room, nickname: string): Promise<Client> {
  const guest = world.visitor();
  const { openTranscript } = await guest.data<{ openTranscript: { __typename: string } }>(
    `mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) { __typename } }`,
    { input: { shareCode: room.shareCode, viewPassword: room.viewPassword, nickname } },
  );
  if (openTranscript.__typename !== 'OpenTranscriptSuccess') throw new Error(openTranscript.__typename);
  return guest;
}

const addDocument = `mutation ($input: AddCommentInput!) { addComment(input: $input) {
  __typename ... on AddCommentSuccess { comment { ${commentFields} } } ${failures}
  ... on TooManyAttempts { retryAfterSeconds } } }`;

/** A comment to be posted; without an id it gets a new one. */
export interface NewComment {
  readonly room: Room;
  readonly body: string;
  readonly id?: string;
  readonly parentId?: string;
}

/** Posts a comment; returns what the union answered, or the code of the top-level error. */
export async function tryAdd(
  author: Client,
  { room, body, id = v7(), parentId }: NewComment,
): Promise<Told | string> {
  const input = { id, transcriptId: room.id, body, ...(parentId ? { parentId } : {}) };
  const { data, errors } = await author.request<{ addComment: Told }>(addDocument, { input });
  return data?.addComment ?? String(errors?.[0]?.extensions?.['code']);
}

/** Posts a comment that must succeed. */
export async function add(author: Client, comment: NewComment): Promise<ToldComment> {
  const told = await tryAdd(author, comment);
  if (typeof told === 'string' || told.__typename !== 'AddCommentSuccess')
    throw new Error(JSON.stringify(told));
  return told.comment;
}

/** Changes a comment; returns what the union answered, or the code of the top-level error. */
export async function tryEdit(author: Client, id: string, body: string): Promise<Told | string> {
  const { data, errors } = await author.request<{ editComment: Told }>(
    `mutation ($input: EditCommentInput!) { editComment(input: $input) {
      __typename ... on EditCommentSuccess { comment { ${commentFields} } } ${failures} } }`,
    { input: { id, body } },
  );
  return data?.editComment ?? String(errors?.[0]?.extensions?.['code']);
}

/** Removes a comment; returns the removed id, or the code of the top-level error. */
export async function tryRemove(actor: Client, id: string): Promise<string> {
  const { data, errors } = await actor.request<{ removeComment: { removedId: string } }>(
    `mutation ($input: RemoveCommentInput!) { removeComment(input: $input) { removedId } }`,
    { input: { id } },
  );
  return data?.removeComment.removedId ?? String(errors?.[0]?.extensions?.['code']);
}

/** The comments of a room as somebody sees them: top level with replies. */
export async function threads(
  reader: Client,
  room: Room,
): Promise<readonly (ToldComment & { replies: readonly ToldComment[] })[]> {
  interface Thread extends ToldComment {
    readonly replies: { readonly edges: readonly { readonly node: ToldComment }[] };
  }
  const { transcript } = await reader.data<{
    transcript: { comments: { edges: { node: Thread }[] } } | null;
  }>(
    `query ($id: ID!) { transcript(id: $id) { comments(first: 20) { edges { node { ${commentFields}
      replies(first: 20) { edges { node { ${commentFields} } } } } } } } }`,
    { id: room.id },
  );
  if (!transcript) throw new Error('The transcript is not this reader’s to read.');
  return transcript.comments.edges.map(({ node }) => ({
    ...node,
    replies: node.replies.edges.map((edge) => edge.node),
  }));
}

/** Changes who may read. */
export async function setVisibility(
  owner: Client,
  room: Room,
  visibility: 'PRIVATE' | 'PUBLIC',
): Promise<void> {
  await owner.data(
    `mutation ($input: SetVisibilityInput!) { setVisibility(input: $input) { ... on SetVisibilitySuccess { transcript { id } } } }`,
    { input: { transcriptId: room.id, visibility } },
  );
}

/** A member takes another display name; any text but a line break may be in it. */
export async function rename(member: Client, displayName: string): Promise<void> {
  const { updateProfile } = await member.data<{ updateProfile: { __typename: string } }>(
    `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }`,
    { input: { displayName } },
  );
  if (updateProfile.__typename !== 'UpdateProfileSuccess') throw new Error(updateProfile.__typename);
}
