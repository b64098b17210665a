import { v7 } from 'uuid';
import { successOf, type MutationResult } from '../replay/operations.ts';
import type { Cast, Person } from './cast.ts';
import type { DemoMeeting } from './meetings.ts';

const countDocument = /* GraphQL */ `
  query {
    me {
      transcripts(first: 1) {
        totalCount
      }
    }
  }
`;

const importDocument = /* GraphQL */ `
  mutation ($input: ImportTranscriptInput!) {
    importTranscript(input: $input) {
      __typename
      ... on ImportTranscriptSuccess {
        transcript {
          id
        }
      }
      ... on UserError {
        message
      }
    }
  }
`;

const commentDocument = /* GraphQL */ `
  mutation ($input: AddCommentInput!) {
    addComment(input: $input) {
      __typename
      ... on UserError {
        message
      }
    }
  }
`;

const announceDocument = /* GraphQL */ `
  mutation ($input: PublishAnnouncementInput!) {
    publishAnnouncement(input: $input) {
      __typename
      ... on UserError {
        message
      }
    }
  }
`;

/** A question and its answer, in the language of most rooms and in the other. */
const exchanges = [
  { asked: '记录得真及时，中间提到的日期能再确认一下吗？', answered: '已经核对过，以文字为准。' },
  {
    asked: 'Very easy to follow. Could you mark where the vote took place?',
    answered: 'Done: see the line with the count.',
  },
  { asked: '我晚到了十分钟，一翻就全看到了，谢谢。', answered: null },
] as const;

/** Fills an empty demo with transcripts, comments and an announcement, all through the public API. */
export async function seed(
  { host, listener, operator }: Cast,
  meetings: readonly DemoMeeting[],
): Promise<void> {
  const { me } = await host.request<{ me: { transcripts: { totalCount: number } } }>(countDocument, {});
  if (me.transcripts.totalCount > 0) return;
  for (const [index, { source, meeting }] of meetings.entries()) {
    const input = { source, title: meeting.title, visibility: 'PUBLIC' };
    const { importTranscript } = await host.request<{ importTranscript: MutationResult }>(importDocument, {
      input,
    });
    const { transcript } = successOf<{ transcript: { id: string } }>(importTranscript);
    const exchange = exchanges[index % exchanges.length];
    if (exchange) await converse({ host, listener }, transcript.id, exchange);
  }
  const body =
    '这是演示环境：打开下面正在进行的速录，就能看到文字逐字出现。\n\n' +
    'This is a demo. Open the room that is live now and watch the words appear.';
  await send(operator, announceDocument, { title: '欢迎体验速录 · Welcome', body });
}

async function converse(
  people: Pick<Cast, 'host' | 'listener'>,
  transcriptId: string,
  exchange: (typeof exchanges)[number],
): Promise<void> {
  const asked = v7();
  await send(people.listener, commentDocument, { id: asked, transcriptId, body: exchange.asked });
  if (exchange.answered === null) return;
  await send(people.host, commentDocument, {
    id: v7(),
    transcriptId,
    parentId: asked,
    body: exchange.answered,
  });
}

async function send(person: Person, document: string, input: object): Promise<void> {
  const answer = await person.request<Readonly<Record<string, MutationResult>>>(document, { input });
  for (const result of Object.values(answer)) successOf(result);
}
