/**
 * How the peers' run asks the product for the operations of one request each. It asks for what the peers are asked
 * for and turns the answer into the canonical one. Read by the peers' run.mjs, not by ours.
 */
import { forgetComments, withClient } from '../bench-database.ts';
import { benchId, benchToken, numberIn } from '../bench-ids.ts';

export interface Variables {
  readonly transcript: number;
  readonly member: number;
  readonly body: string;
  readonly speaker: string;
}

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
}
interface Author {
  readonly displayName: string;
}
export interface Comment {
  readonly id: string;
  readonly body: string;
  readonly createdAt: string;
  readonly author: Author;
}

const gql = (document: string): string => document.replace(/\s+/g, ' ').trim();
const nodes = <Node>({ edges }: Connection<Node>): Node[] => edges.map(({ node }) => node);
const nameOf = ({ displayName }: Author): object => ({ name: displayName });

/** A comment in the canonical form. */
export const canonicalComment = ({ id, body, createdAt, author }: Comment): object => ({
  id: numberIn(id),
  body,
  createdAt,
  author: nameOf(author),
});

export const signedIn = {
  headers: (member: number) => ({ authorization: `Bearer ${benchToken(member)}` }),
  connectionParams: (member: number) => ({ authorization: `Bearer ${benchToken(member)}` }),
};

interface ReaderPage {
  readonly transcript: {
    readonly title: string;
    readonly owner: Author;
    readonly segments: Connection<object>;
    readonly comments: Connection<Comment & { readonly replies: Connection<Comment> }>;
  };
}

const readerPage = {
  query: gql(`query ReaderPage($id: ID!) { transcript(id: $id) { title owner { displayName }
    segments(first: 50) { edges { node { seq speaker text startedMs endedMs } } }
    comments(first: 20) { edges { node { id body createdAt author { displayName }
      replies(first: 3) { edges { node { id body createdAt author { displayName } } } } } } } } }`),
  variables: (v: Variables) => ({ id: benchId('transcript', v.transcript) }),
  pick: ({ transcript: { title, owner, segments, comments } }: ReaderPage): object => ({
    title,
    owner: nameOf(owner),
    segments: nodes(segments),
    comments: nodes(comments).map((comment) => ({
      ...canonicalComment(comment),
      replies: nodes(comment.replies).map(canonicalComment),
    })),
  }),
};

interface Dashboard {
  readonly me: {
    readonly transcripts: Connection<object>;
    readonly receivedComments: Connection<Comment & { readonly transcript: object }>;
    readonly cardPoints: { readonly balance: number; readonly debt: number };
  };
}

// The peers' list counts what the owner wrote too.
const dashboard = {
  query: gql(`query Dashboard { me { transcripts(first: 5) { edges { node { title createdAt commentCount } } }
    receivedComments(first: 10, includeOwn: true) { edges { node { body createdAt transcript { title } author { displayName } } } }
    cardPoints { balance debt } } }`),
  variables: () => ({}),
  pick: ({ me: { transcripts, receivedComments, cardPoints } }: Dashboard): object => ({
    transcripts: nodes(transcripts),
    latestComments: nodes(receivedComments).map(({ body, createdAt, transcript, author }) => ({
      body,
      createdAt,
      transcript,
      author: nameOf(author),
    })),
    balance: cardPoints.balance - cardPoints.debt,
  }),
};

/**
 * Every request is a new comment: the server makes the id, for one that the client made and sent again would be a
 * retry, which writes nothing. A refusal is called `errors`, which the run looks for in every body.
 */
export const addComment = {
  query: gql(`mutation AddComment($input: AddCommentInput!) { addComment(input: $input) {
    ... on AddCommentSuccess { comment { id body author { displayName } createdAt } }
    ... on UserError { errors: message } } }`),
  variables: (v: Variables) => ({
    input: { transcriptId: benchId('transcript', v.transcript), body: v.body },
  }),
  pick: ({ addComment: { comment } }: { readonly addComment: { readonly comment: Comment } }): object =>
    canonicalComment(comment),
};

const databaseUrl = process.env['SCRIBECAST_BENCH_DATABASE'];

export default {
  ...signedIn,
  Q1: readerPage,
  Q2: dashboard,
  M1: addComment,
  cleanup: async (): Promise<void> => {
    if (databaseUrl) await withClient(databaseUrl, forgetComments);
  },
};
