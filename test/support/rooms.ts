import { v7 } from 'uuid';
import type { Client } from './client.ts';
import type { SignedInClient } from './world.ts';

/** A transcript as tests need it. */
export interface Room {
  readonly id: string;
  readonly shareCode: string;
  readonly viewPassword: string;
}

/** Makes a transcript; live unless told otherwise. */
export async function openRoom(
  owner: SignedInClient,
  options: { readonly visibility?: string; readonly isLive?: boolean; readonly title?: string } = {},
): Promise<Room> {
  const viewPassword = 'view me please';
  const input = {
    title: options.title ?? 'A meeting',
    visibility: options.visibility ?? 'PRIVATE',
    viewPassword,
  };
  const { createTranscript } = await owner.data<{
    createTranscript: { transcript: { id: string; shareCode: string } };
  }>(
    `mutation ($input: CreateTranscriptInput!) { createTranscript(input: $input) {
      ... on CreateTranscriptSuccess { transcript { id shareCode } } ... on UserError { message } } }`,
    { input },
  );
  const room = { ...createTranscript.transcript, viewPassword };
  if (options.isLive !== false) await startLive(owner, room.id);
  return room;
}

/** Goes live; returns the result's type. */
export async function startLive(owner: Client, transcriptId: string): Promise<string> {
  const { startLive } = await owner.data<{ startLive: { __typename: string } }>(
    `mutation ($input: StartLiveInput!) { startLive(input: $input) { __typename } }`,
    { input: { transcriptId } },
  );
  return startLive.__typename;
}

/** Invites somebody to work on a transcript; returns the result's type. */
export async function invite(
  owner: Client,
  transcriptId: string,
  { who, role }: { readonly who: SignedInClient; readonly role: 'WRITER' | 'ORGANISER' },
): Promise<string> {
  const { inviteToCrew } = await owner.data<{ inviteToCrew: { __typename: string } }>(
    `mutation ($input: InviteToCrewInput!) { inviteToCrew(input: $input) { __typename } }`,
    { input: { transcriptId, username: who.username, role } },
  );
  return inviteToCrew.__typename;
}

/** Ends somebody's work on a transcript. */
export async function dismiss(owner: Client, transcriptId: string, who: SignedInClient): Promise<void> {
  await owner.data(
    `mutation ($input: RemoveFromCrewInput!) { removeFromCrew(input: $input) { transcript { id } } }`,
    { input: { transcriptId, memberId: who.id } },
  );
}

/** What a commit answered. */
export interface Appended {
  readonly __typename: string;
  readonly message?: string;
  readonly segment?: {
    readonly id: string;
    readonly seq: number;
    readonly text: string;
    readonly revision: number;
  };
}

/** Commits a segment. */
// eslint-disable-next-line @typescript-eslint/max-params -- the story reads better: who says what where
export async function say(owner: Client, transcriptId: string, text: string, id = v7()): Promise<Appended> {
  const { appendSegment } = await owner.data<{ appendSegment: Appended }>(
    `mutation ($input: AppendSegmentInput!) { appendSegment(input: $input) {
      __typename ... on AppendSegmentSuccess { segment { id seq text revision } } ... on UserError { message } } }`,
    { input: { id, transcriptId, text } },
  );
  return appendSegment;
}

/** Enters as an invited viewer; the client is signed in as one from here on. */
export async function enter(visitor: Client, room: Room, nickname = 'Guest'): Promise<string> {
  const { openTranscript } = await visitor.data<{ openTranscript: { __typename: string; token?: string } }>(
    `mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) {
      __typename ... on OpenTranscriptSuccess { token } ... on UserError { message } } }`,
    { input: { shareCode: room.shareCode, viewPassword: room.viewPassword, nickname } },
  );
  if (openTranscript.token) visitor.token = openTranscript.token;
  return openTranscript.__typename;
}

/** Gives the view password at a door where one has to wait; the client waits from here on. */
export async function knock(visitor: Client, room: Room, nickname = 'Guest'): Promise<string> {
  const { openTranscript } = await visitor.data<{ openTranscript: { __typename: string; token?: string } }>(
    `mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) {
      __typename ... on WaitingForApproval { token } ... on UserError { message } } }`,
    { input: { shareCode: room.shareCode, viewPassword: room.viewPassword, nickname } },
  );
  if (openTranscript.token) visitor.token = openTranscript.token;
  return openTranscript.__typename;
}

/** The document of the whole feed. */
export const feedDocument = `subscription ($id: ID!, $after: Int) { transcriptFeed(transcriptId: $id, after: $after) {
  __typename
  ... on SegmentAppended { seq segment { id text revision } }
  ... on SegmentRevised { seq segment { id text revision } }
  ... on SegmentRemoved { seq segmentId }
  ... on CommentPosted { seq comment { id body author { displayName kind } } }
  ... on CommentRemoved { seq commentId }
  ... on TranscriptChanged { seq transcript { id title status visibility } }
  ... on DraftShown { text }
} }`;

/** One item of the feed. */
export interface FeedData {
  readonly transcriptFeed: {
    readonly __typename: string;
    readonly seq?: number;
    readonly text?: string;
    readonly segment?: { readonly id: string; readonly text: string; readonly revision: number };
    readonly segmentId?: string;
    readonly comment?: { readonly id: string; readonly body: string };
  };
}

/** The numbers that a feed has brought, in the order in which they came. */
export const seqsOf = (items: readonly FeedData[]): readonly number[] =>
  items.flatMap(({ transcriptFeed: { seq } }) => (seq === undefined ? [] : [seq]));
