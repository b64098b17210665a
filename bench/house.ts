import { Agent } from 'node:http';
import { v7 } from 'uuid';
import { send } from './load.ts';

/** What the benchmark asks for: an owner with a full house, authors to comment, and a guest's key. */
export interface House {
  readonly owner: Person;
  readonly authors: readonly Person[];
  readonly transcriptId: string;
  readonly shareCode: string;
  /** The bearer token of an invited viewer. */
  readonly guestToken: string;
}

export interface Person {
  readonly id: string;
  readonly token: string;
}

const segments = 200;
const threads = 40;
const transcripts = 60;
/** An author may post twenty comments a minute. */
export const commentsPerAuthor = 18;
const authorsCount = 60;

type Data = Readonly<Record<string, Readonly<Record<string, never>>>>;

/** Fills the product through its own API. */
export async function furnish(url: string): Promise<House> {
  const agent = new Agent({ keepAlive: true });
  const call = async (document: string, input: object, token?: string): Promise<Data> => {
    const body = JSON.stringify({ query: document, variables: { input } });
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    return (JSON.parse(await send(url, agent, { path: '/graphql', headers, body })) as { data: Data }).data;
  };
  const register = async (name: string): Promise<Person> => {
    const input = { username: `${name}-${v7().slice(-12)}`, password: `bench ${v7()}`, displayName: name };
    const { registerMember } = await call(documents.register, input);
    return {
      token: String(registerMember?.['token']),
      id: (registerMember?.['member'] as unknown as Person).id,
    };
  };
  const owner = await register('owner');
  const authors = await Promise.all(Array.from({ length: authorsCount }, (_, i) => register(`author${i}`)));
  const made = await call(
    documents.create,
    { title: 'The bench', visibility: 'PUBLIC', viewPassword: 'bench password' },
    owner.token,
  );
  const { id: transcriptId, shareCode } = made['createTranscript']?.['transcript'] as unknown as {
    id: string;
    shareCode: string;
  };
  for (let i = 1; i < transcripts; i += 1)
    await call(documents.create, { title: `Meeting ${i}`, visibility: 'PRIVATE' }, owner.token);
  await call(documents.start, { transcriptId }, owner.token);
  for (let i = 0; i < segments; i += 1)
    await call(
      documents.append,
      { id: v7(), transcriptId, text: sentence(i), speaker: `Speaker ${i % 3}` },
      owner.token,
    );
  for (let i = 0; i < threads; i += 1) {
    const [asking, answering] = [authors[i % authors.length], authors[(i + 1) % authors.length]];
    const parentId = v7();
    await call(documents.comment, { id: parentId, transcriptId, body: `Question ${i}?` }, asking?.token);
    await call(
      documents.comment,
      { id: v7(), transcriptId, parentId, body: `Answer ${i}.` },
      answering?.token,
    );
  }
  const door = { shareCode, viewPassword: 'bench password', nickname: 'Reader' };
  const opened = await call(documents.open, door);
  agent.destroy();
  return { owner, authors, transcriptId, shareCode, guestToken: String(opened['openTranscript']?.['token']) };
}

const sentence = (i: number): string =>
  `Sentence ${i}: the meeting goes on, and somebody says about as much as people say in one breath. 大家继续发言。`;

const documents = {
  register: `mutation ($input: RegisterMemberInput!) { registerMember(input: $input) {
    ... on RegisterMemberSuccess { token member { id } } ... on UserError { message } } }`,
  create: `mutation ($input: CreateTranscriptInput!) { createTranscript(input: $input) {
    ... on CreateTranscriptSuccess { transcript { id shareCode } } ... on UserError { message } } }`,
  start: `mutation ($input: StartLiveInput!) { startLive(input: $input) { __typename ... on UserError { message } } }`,
  append: `mutation ($input: AppendSegmentInput!) { appendSegment(input: $input) { __typename ... on UserError { message } } }`,
  comment: `mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename ... on UserError { message } } }`,
  open: `mutation ($input: OpenTranscriptInput!) { openTranscript(input: $input) {
    ... on OpenTranscriptSuccess { token } ... on UserError { message } } }`,
} as const;
