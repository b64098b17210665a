import type { BrowserContext } from 'playwright-core';
import { v7 } from 'uuid';

/** A live room with a long text behind it, and the people who keep adding to it while its writer types. */
export interface LongRoom {
  readonly id: string;
  /** Something is added by somebody else: a comment. */
  readonly comment: (n: number) => Promise<void>;
  /** Something is added by somebody else: a line of the second writer. */
  readonly lineOfTheOther: (n: number) => Promise<void>;
}

type Call = (
  document: string,
  input: object,
) => Promise<Readonly<Record<string, Readonly<Record<string, never>>>>>;

const lanes = 6;

/** Makes the room through the API; this browser is signed in as its owner from here on. */
export async function furnishRoom(
  url: string,
  { context, segments }: { readonly context: BrowserContext; readonly segments: number },
): Promise<LongRoom> {
  const writer = await register(url, 'writer');
  const guest = await register(url, 'guest');
  await context.addCookies(writer.cookies.map(([name, value]) => ({ name, value, url })));
  const made = await writer.call(documents.create, { title: 'A day-long meeting', visibility: 'PUBLIC' });
  const { id } = made['createTranscript']?.['transcript'] as unknown as { readonly id: string };
  await writer.call(documents.start, { transcriptId: id });
  const append = (text: string, speaker: string) =>
    writer.call(documents.append, { id: v7(), transcriptId: id, text, speaker });
  const next = { n: 0 };
  const lane = async (): Promise<void> => {
    for (let n = next.n++; n < segments; n = next.n++) await append(sentence(n), `Speaker ${n % 4}`);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return {
    id,
    comment: async (n) =>
      void (await guest.call(documents.comment, {
        id: v7(),
        transcriptId: id,
        body: `A question, no. ${n}?`,
      })),
    lineOfTheOther: async (n) => void (await append(sentence(n), 'The other writer')),
  };
}

const documents = {
  register: `mutation ($input: RegisterMemberInput!) { registerMember(input: $input) { ... on RegisterMemberSuccess { token } ... on UserError { message } } }`,
  create: `mutation ($input: CreateTranscriptInput!) { createTranscript(input: $input) { ... on CreateTranscriptSuccess { transcript { id } } ... on UserError { message } } }`,
  start: `mutation ($input: StartLiveInput!) { startLive(input: $input) { __typename } }`,
  append: `mutation ($input: AppendSegmentInput!) { appendSegment(input: $input) { __typename ... on UserError { message } } }`,
  comment: `mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename ... on UserError { message } } }`,
} as const;

interface Registered {
  readonly cookies: readonly (readonly [name: string, value: string])[];
  readonly call: Call;
}

async function register(url: string, name: string): Promise<Registered> {
  const bearer = { token: '' };
  const post = (document: string, input: object): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(bearer.token ? { authorization: `Bearer ${bearer.token}` } : {}),
      },
      body: JSON.stringify({ query: document, variables: { input } }),
    });
  const answer = await post(documents.register, {
    username: `${name}-${v7().slice(-12)}`,
    password: `bench ${v7()}`,
    displayName: name,
  });
  const { data } = (await answer.json()) as { data: { registerMember: { token: string } } };
  bearer.token = data.registerMember.token;
  const cookies = answer.headers.getSetCookie().map((cookie) => {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return { cookies, call: async (document, input) => good(await post(document, input)) };
}

async function good(answer: Response): Promise<Awaited<ReturnType<Call>>> {
  const text = await answer.text();
  if (text.startsWith('{"errors"') || text.includes('"message":')) throw new Error(text.slice(0, 500));
  return (JSON.parse(text) as { data: Awaited<ReturnType<Call>> }).data;
}

const sentences = [
  '主持人宣布会议开始，并介绍了今天到场的各位代表和专家。',
  '关于老街改造的方案，我们先听一听规划部门的说明，然后请大家逐条讨论。',
  'The committee heard three speakers before the break, and each of them asked for more time.',
  '这个问题比较复杂，我建议会后再单独开一次小会，把数字核对清楚。',
] as const;

function sentence(n: number): string {
  return `${n}. ${sentences[n % sentences.length] ?? ''}`;
}
