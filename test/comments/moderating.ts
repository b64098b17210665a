import type { Client } from '../support/client.ts';
import type { Room } from './room.ts';

/** What a mutation of these tests answered: its type and whatever that has, or the code of the top-level error. */
export type Answer = (Record<string, unknown> & { readonly __typename: string }) | string;

const selections: Record<string, string> = {
  setCommentMode: 'transcript { commentMode }',
  setCommentWords: '... on SetCommentWordsSuccess { words } ... on InvalidInput { field limit }',
  reviewComments: '... on ReviewCommentsSuccess { decidedIds } ... on InvalidInput { field limit }',
  reportComment:
    '... on ReportCommentSuccess { reportedId } ... on InvalidInput { field limit } ... on TooManyAttempts { retryAfterSeconds }',
  dismissReports: 'dismissedId',
  banCommenter:
    '... on BanCommenterSuccess { ban { id banned { displayName kind } } } ... on InvalidInput { field }',
  unbanCommenter: 'endedId',
};

/** Does one of the acts of moderation. */
export async function act(client: Client, name: string, input: object): Promise<Answer> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const { data, errors } = await client.request<Record<string, Answer>>(
    `mutation ($input: ${type}) { ${name}(input: $input) { __typename ${selections[name]} } }`,
    { input },
  );
  return data?.[name] ?? String(errors?.[0]?.extensions?.['code']);
}

/** Sets the mode of a room's comments. */
export const setMode = (client: Client, { id: transcriptId }: Room, mode: string): Promise<Answer> =>
  act(client, 'setCommentMode', { transcriptId, mode });

/** Sets the words of a room. */
export const setWords = (
  client: Client,
  { id: transcriptId }: Room,
  words: readonly string[],
): Promise<Answer> => act(client, 'setCommentWords', { transcriptId, words });

/** Approves or refuses; without ids, all that wait. */
export const review = (
  client: Client,
  { id: transcriptId }: Room,
  decision: { readonly verdict: string; readonly ids?: readonly string[] },
): Promise<Answer> => act(client, 'reviewComments', { transcriptId, ...decision });

/** A comment that waits, as these tests ask for it. */
export interface Held {
  readonly id: string;
  readonly body: string;
  readonly reason: string;
  readonly isRefused: boolean;
  readonly author: { readonly displayName: string; readonly kind: string };
}

/** Everything of a room that tells of comments, as somebody sees it. */
export interface Seen {
  readonly commentMode: string;
  readonly commentWords: readonly string[] | null;
  readonly commentCount: number;
  readonly held: readonly Held[];
  readonly heldCount: number;
  readonly reported: readonly {
    readonly id: string;
    readonly reports: readonly { readonly reason: string; readonly note: string | null }[];
  }[];
  readonly bans: readonly { readonly id: string; readonly banned: { readonly displayName: string } }[];
}

type List<Node> = { readonly totalCount: number; readonly edges: readonly { readonly node: Node }[] };

/** Looks at a room's moderation as this person. */
export async function seenBy(client: Client, { id }: Room): Promise<Seen> {
  const { transcript } = await client.data<{
    transcript: {
      commentMode: string;
      commentWords: string[] | null;
      commentCount: number;
      heldComments: List<Held>;
      reportedComments: List<{ id: string; reports: List<Seen['reported'][number]['reports'][number]> }>;
      commentBans: List<Seen['bans'][number]>;
    };
  }>(
    `query ($id: ID!) { transcript(id: $id) { commentMode commentWords commentCount
      heldComments(first: 100) { totalCount edges { node { id body reason isRefused author { displayName kind } } } }
      reportedComments { totalCount edges { node { id reports { totalCount edges { node { reason note } } } } } }
      commentBans { totalCount edges { node { id banned { displayName kind } } } } } }`,
    { id },
  );
  const nodes = <Node>(list: List<Node>): readonly Node[] => list.edges.map(({ node }) => node);
  return {
    ...transcript,
    held: nodes(transcript.heldComments),
    heldCount: transcript.heldComments.totalCount,
    reported: nodes(transcript.reportedComments).map((one) => ({ ...one, reports: nodes(one.reports) })),
    bans: nodes(transcript.commentBans),
  };
}
