/**
 * `npm run bench`: the reader page, the dashboard, adding a comment and the fan-out of one to 1,000 subscribers,
 * each beside a bare reference that is measured in the same run. About a minute; ends by itself.
 */
import { Agent } from 'node:http';
import { cpus, totalmem } from 'node:os';
import { v7 } from 'uuid';
import { exampleDocument } from './examples.ts';
import { fanOut, type FanOutFigures } from './fan-out.ts';
import { commentsPerAuthor, furnish, type House } from './house.ts';
import { run, send, type Figures, type Shot } from './load.ts';
import { startServers, type Servers } from './servers.ts';

const connections = 8;
const warmUpSeconds = 2;
const measuredSeconds = 6;
const subscribers = 1_000;
/** With those that warm up, fewer than an author may write in a minute. */
const fanOutMessages = 15;

const servers = await startServers();
try {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  );
  const house = await furnish(servers.product);
  console.log(
    `\n${connections} connections, ${measuredSeconds} s each after ${warmUpSeconds} s of warming up\n`,
  );
  await comparePages(servers, house);
  await compareComments(servers, house);
  await compareFanOut(servers, house);
} finally {
  await servers.stop();
}

async function comparePages({ product, bare }: Servers, { owner, transcriptId }: House): Promise<void> {
  const pages = [
    [
      'reader page',
      graphql('ReaderPage', { id: transcriptId }, owner.token),
      plain('/reader', { id: transcriptId }),
    ],
    ['dashboard', graphql('Dashboard', {}, owner.token), plain('/dashboard', { id: owner.id })],
  ] as const;
  for (const [name, ours, theirs] of pages) {
    tell(name, await measured(product, () => ours), await measured(bare, () => theirs));
  }
}

async function compareComments(
  { product, bare }: Servers,
  { owner, authors, transcriptId }: House,
): Promise<void> {
  const ours = (i: number): Shot =>
    graphql(
      'AddComment',
      { input: { id: v7(), transcriptId, body: `Comment ${i}.` } },
      authors[i % authors.length]!.token,
    );
  const theirs = (i: number): Shot =>
    plain('/comment', { id: v7(), transcriptId, ownerId: owner.id, body: `Comment ${i}.` });
  // An author's comments a minute are limited, so this one is bounded by number and not warmed up apart.
  const bounded = {
    connections,
    seconds: measuredSeconds,
    requestsMax: authors.length * (commentsPerAuthor - 4),
  };
  tell(
    'add comment',
    await run({ url: product, shot: ours, ...bounded }),
    await run({ url: bare, shot: theirs, ...bounded }),
  );
}

async function compareFanOut(
  { product, bare }: Servers,
  { owner, transcriptId, guestToken }: House,
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const common = { subscribers, messages: fanOutMessages };
  // From a number on nothing is missed, however long the last subscription takes to stand.
  const after = lastSeqIn(
    await send(product, agent, graphql('ReaderPage', { id: transcriptId }, owner.token)),
  );
  const ours = await fanOut({
    ...common,
    url: `${product.replace('http', 'ws')}/graphql`,
    protocol: ['graphql-transport-ws'],
    greeting: [
      { type: 'connection_init', payload: { authorization: `Bearer ${guestToken}` } },
      {
        type: 'subscribe',
        id: 'feed',
        payload: { query: exampleDocument('CommentAdded'), variables: { transcriptId, after } },
      },
      { type: 'subscribe', id: 'asked', payload: { query: '{ serviceInfo { version } }' } },
    ].map((frame) => JSON.stringify(frame)),
    publish: (i) =>
      send(
        product,
        agent,
        graphql('AddComment', { input: { id: v7(), transcriptId, body: text(i) } }, owner.token),
      ),
  });
  const theirs = await fanOut({
    ...common,
    url: bare.replace('http', 'ws'),
    protocol: [],
    greeting: [],
    publish: (i) => send(bare, agent, plain('/broadcast', { text: `${text(i)} ${'x'.repeat(200)}` })),
  });
  agent.destroy();
  tellFanOut(ours, theirs);
}

async function measured(url: string, shot: (i: number) => Shot): Promise<Figures> {
  await run({ url, shot, connections, seconds: warmUpSeconds });
  return run({ url, shot, connections, seconds: measuredSeconds });
}

function lastSeqIn(readerPage: string): number {
  const { data } = JSON.parse(readerPage) as { data: { transcript: { lastSeq: number } } };
  return data.transcript.lastSeq;
}

function text(i: number): string {
  return `Comment ${i} to everybody. 大家好。`;
}

function plain(path: string, body: object): Shot {
  return { path, headers: {}, body: JSON.stringify(body) };
}

function graphql(name: string, variables: object, token: string): Shot {
  const headers = { authorization: `Bearer ${token}` };
  return { path: '/graphql', headers, body: JSON.stringify({ query: exampleDocument(name), variables }) };
}

function tell(name: string, ours: Figures, theirs: Figures): void {
  const line = (who: string, { perSecond, medianMs, p99Ms, requests }: Figures): string =>
    `${name.padEnd(12)} ${who.padEnd(8)} ${perSecond.toFixed(0).padStart(6)} /s   median ${medianMs.toFixed(1).padStart(6)} ms   p99 ${p99Ms.toFixed(1).padStart(6)} ms   (${requests} requests)`;
  console.log(line('product', ours));
  console.log(line('bare', theirs));
  console.log(
    `${name.padEnd(12)} ratio    ${(ours.perSecond / theirs.perSecond).toFixed(2).padStart(6)} of the bare rate\n`,
  );
}

function tellFanOut(ours: FanOutFigures, theirs: FanOutFigures): void {
  const line = (who: string, { medianMs, p99Ms, deliveriesPerSecond }: FanOutFigures): string =>
    `${'fan-out'.padEnd(12)} ${who.padEnd(8)} last of ${subscribers} after: median ${medianMs.toFixed(1)} ms   p99 ${p99Ms.toFixed(1)} ms   ${deliveriesPerSecond.toFixed(0)} deliveries/s`;
  console.log(line('product', ours));
  console.log(line('bare', theirs));
  console.log(
    `${'fan-out'.padEnd(12)} ratio    ${(theirs.medianMs / ours.medianMs).toFixed(2).padStart(6)} of the bare speed`,
  );
}
