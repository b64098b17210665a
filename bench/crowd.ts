/**
 * `npm run bench:crowd`: 10,000 subscribers of one room on one node, two comments a second. Goal: all of it
 * delivered in order, p99 within 500 ms.
 */
import { parseArgs } from 'node:util';
import { fanOut, told } from './peers/fan-out.ts';
import { inRoom } from './room-bench.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'string' },
    port: { type: 'string', default: '4210' },
    'as-built': { type: 'boolean', default: false },
    subscribers: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '15' },
  },
});

const p99MsMax = 500;

await inRoom(
  { peers: values.peers ?? null, port: Number(values.port), isBuilt: values['as-built'] },
  async (peers, product) => {
    const subscribers = Number(values.subscribers);
    const work = { subscribers, rate: Number(values.rate), seconds: Number(values.seconds) };
    const seen = await fanOut(peers, { product, workload: 'S1', ...work });
    const isWhole =
      seen.delivered === seen.expected && seen.badConnections + seen.disorder + seen.pubErrors === 0;
    console.log(
      `${subscribers} subscribers, ${work.rate} comments a second, ${work.seconds} s: ${told(seen)}`,
    );
    console.log(
      `goal: everything in order, p99 ≤ ${p99MsMax} ms: ${isWhole && seen.p99 <= p99MsMax ? 'met' : 'NOT MET'}`,
    );
  },
);
