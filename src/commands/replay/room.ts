import type { GraphqlRequest } from './graphql-client.ts';
import { RequestRefused } from './graphql-client.ts';
import {
  createTranscriptDocument,
  endLiveDocument,
  logInDocument,
  registerMemberDocument,
  roomDocument,
  startLiveDocument,
  successOf,
} from './operations.ts';
import type { MutationResult } from './operations.ts';

/** A transcript that is being typed live. */
export interface LiveRoom {
  readonly id: string;
  readonly title: string;
  readonly shareCode: string;
}

/** What a session cost. */
export interface SessionBill {
  readonly minutes: number;
  readonly pointsSpent: number;
}

interface Transcript extends LiveRoom {
  readonly status: string;
}

/** Registers a member and returns the session's token. */
export async function register(
  request: GraphqlRequest,
  newcomer: { readonly username: string; readonly password: string; readonly displayName: string },
): Promise<string> {
  const { registerMember } = await request<{ readonly registerMember: MutationResult }>(
    registerMemberDocument,
    {
      input: newcomer,
    },
  );
  return successOf<{ readonly token: string }>(registerMember).token;
}

/** Logs a member in and returns the session's token. */
export async function logIn(
  request: GraphqlRequest,
  credentials: { readonly username: string; readonly password: string },
): Promise<string> {
  const { logIn: result } = await request<{ readonly logIn: MutationResult }>(logInDocument, {
    input: credentials,
  });
  return successOf<{ readonly token: string }>(result).token;
}

/** Makes a transcript and starts its live session. */
export async function createRoom(
  request: GraphqlRequest,
  input: { readonly title: string; readonly visibility: 'PUBLIC' | 'PRIVATE'; readonly viewPassword: string },
): Promise<LiveRoom> {
  const { createTranscript } = await request<{ readonly createTranscript: MutationResult }>(
    createTranscriptDocument,
    { input },
  );
  const { transcript } = successOf<{ readonly transcript: Transcript }>(createTranscript);
  return startLive(request, transcript);
}

/** Goes on with a transcript of the member's own, starting its live session unless it is running. */
export async function resumeRoom(request: GraphqlRequest, id: string): Promise<LiveRoom> {
  const { transcript } = await request<{ readonly transcript: Transcript | null }>(roomDocument, { id });
  if (transcript === null) throw new RequestRefused(`Transcript ${id}: not found.`);
  return startLive(request, transcript);
}

async function startLive(request: GraphqlRequest, transcript: Transcript): Promise<LiveRoom> {
  const { id, title, shareCode, status } = transcript;
  if (status !== 'LIVE') {
    const variables = { input: { transcriptId: id } };
    successOf(
      (await request<{ readonly startLive: MutationResult }>(startLiveDocument, variables)).startLive,
    );
  }
  return { id, title, shareCode };
}

/** Ends the live session and returns what it cost. */
export async function endLive(request: GraphqlRequest, room: LiveRoom): Promise<SessionBill> {
  const variables = { input: { transcriptId: room.id } };
  const { endLive: result } = await request<{ readonly endLive: MutationResult }>(endLiveDocument, variables);
  return successOf<SessionBill>(result);
}

/** Where the readers of a room go. */
export function readerAddress(url: string, room: LiveRoom): string {
  return new URL(`/r/${encodeURIComponent(room.shareCode)}`, url).href;
}
