import type { Agent } from 'node:http';
import { v7 } from 'uuid';
import WebSocket from 'ws';
import { benchId, benchToken } from '../bench-ids.ts';
import { exampleDocument } from '../examples.ts';
import { send } from '../load.ts';
import type { Product } from '../product.ts';
import {
  longEvery,
  longSegments,
  searchedWord,
  segmentsPerTranscript,
  transcriptsPerMember,
} from './load.ts';

/** Whom and what the bench asks for, spread evenly over a house of some size. */
export interface Sample {
  readonly members: readonly number[];
  /** The i-th member's k-th transcript. */
  readonly transcriptOf: (member: number, k: number) => number;
  readonly longs: readonly number[];
}

const sampled = 64;
const longsSampled = 8;
/** Every so many-th page and replay is of a long transcript. */
const longShare = 8;
/** Which of a member's transcripts is typed into, and which is commented on. */
export const liveOne = 5;
const commentedOne = 6;

export function sampleOf(size: number): Sample {
  const members = size / transcriptsPerMember;
  const longs = size / longEvery;
  return {
    members: Array.from({ length: sampled }, (_, i) => 2 + Math.floor((i * (members - 2)) / sampled)),
    transcriptOf: (member, k) => member - 1 + k * members,
    longs: Array.from(
      { length: Math.min(longsSampled, longs) },
      (_, i) => longEvery * (1 + Math.floor((i * longs) / longsSampled)),
    ),
  };
}

/** Something that a house does all day. */
export interface Operation {
  readonly name: string;
  /** Does it for the i-th time. */
  run(i: number): Promise<unknown>;
}

/** The seven that a house lives by, against one product. */
export function operationsOn(product: Product, sample: Sample, agent: Agent): readonly Operation[] {
  const memberOf = (i: number): number => sample.members[i % sample.members.length] ?? 0;
  const ask = (name: string, member: number, variables: object): Promise<string> =>
    send(product.url, agent, {
      path: '/graphql',
      headers: { authorization: `Bearer ${benchToken(member)}` },
      body: JSON.stringify({ query: exampleDocument(name), variables }),
    });
  const read = (i: number): number =>
    i % longShare === 0
      ? (sample.longs[(i / longShare) % sample.longs.length] ?? 0)
      : sample.transcriptOf(memberOf(i), 2);
  const idOf = (n: number): string => benchId('transcript', n);
  return [
    { name: 'reader page', run: (i) => ask('ReaderPage', memberOf(i), { id: idOf(read(i)) }) },
    { name: 'dashboard', run: (i) => ask('Dashboard', memberOf(i), {}) },
    { name: 'public list', run: (i) => ask('PublicTranscripts', memberOf(i), { first: 20 }) },
    {
      name: 'search in one’s own',
      run: (i) =>
        send(product.url, agent, {
          path: '/graphql',
          headers: { authorization: `Bearer ${benchToken(memberOf(i))}` },
          body: JSON.stringify({ query: searchDocument, variables: { search: searchedWord } }),
        }).then(checkFound),
    },
    {
      name: 'append segment',
      run: (i) =>
        ask('AppendSegment', memberOf(i), {
          input: {
            id: v7(),
            transcriptId: idOf(sample.transcriptOf(memberOf(i), liveOne)),
            text: `我们先看一下上周的进度，第 ${i} 句。`,
          },
        }),
    },
    {
      name: 'add comment',
      run: (i) =>
        ask('AddComment', memberOf(i), {
          input: {
            id: v7(),
            transcriptId: idOf(sample.transcriptOf(memberOf(i), commentedOne)),
            body: `请问第 ${i} 点？`,
          },
        }),
    },
    {
      name: 'replay of the log',
      run: (i) =>
        i % longShare === 0
          ? replay(product, memberOf(i), {
              transcript: read(i),
              after: longSegments - replayed,
              events: replayed,
            })
          : replay(product, memberOf(i), { transcript: read(i), after: 0, events: segmentsPerTranscript }),
    },
  ];
}

const searchDocument = `query ($search: String!) { me { transcripts(first: 20, search: $search) {
  edges { node { id title createdAt } } } } }`;

/** One transcript of each member contains the word: a search that finds another number searches something else. */
function checkFound(answer: string): void {
  const found = answer.split('"node":').length - 1;
  if (found !== 1) throw new Error(`The search found ${found} transcripts instead of one.`);
}

const replayed = 400;

interface Replay {
  readonly transcript: number;
  readonly after: number;
  readonly events: number;
}

/** Opens a feed from a number on, on a socket of its own, until so many events have come. */
function replay(product: Product, member: number, { transcript, after, events }: Replay): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(product.socketUrl, 'graphql-transport-ws', { perMessageDeflate: false });
    let left = events;
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('A feed was closed.')));
    socket.on('open', () =>
      socket.send(
        JSON.stringify({
          type: 'connection_init',
          payload: { authorization: `Bearer ${benchToken(member)}` },
        }),
      ),
    );
    socket.on('message', (frame: Buffer) => {
      const { type } = JSON.parse(frame.toString('utf8')) as { type: string };
      if (type === 'connection_ack')
        socket.send(JSON.stringify({ id: 'feed', type: 'subscribe', payload: feed({ transcript, after }) }));
      else if (type !== 'next') reject(new Error(`A feed was answered ${frame.toString('utf8')}`));
      else {
        left -= 1;
        if (left > 0) return;
        resolve();
        socket.removeAllListeners('close');
        socket.close();
      }
    });
  });
}

const feed = ({ transcript, after }: Pick<Replay, 'transcript' | 'after'>): object => ({
  query: exampleDocument('TranscriptFeed'),
  variables: { transcriptId: benchId('transcript', transcript), after },
});
