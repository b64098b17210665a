import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Product } from '../product.ts';
import { roomTranscript } from './house.ts';
import type { PeersFolder } from './peers-folder.ts';

/** What the peers' own client saw of a fan-out. */
export interface FanOutSeen {
  readonly subscribers: number;
  readonly published: number;
  readonly delivered: number;
  readonly expected: number;
  /** Sockets that missed a message or had one twice. */
  readonly badConnections: number;
  /** Sampled messages that came out of order. */
  readonly disorder: number;
  readonly pubErrors: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuUsPerMessage: number;
  readonly kibPerConnection: number;
}

export interface FanOutWork {
  readonly product: Product;
  readonly workload: 'S1' | 'S2';
  readonly subscribers: number;
  readonly rate: number;
  readonly seconds: number;
  /** Called when the measuring begins. */
  readonly onMeasuring?: () => void;
}

interface ProcFiles {
  cpuUs(pid: number): number;
  rssKiB(pid: number): number;
}

type Told =
  | { readonly phase: 'start' }
  | { readonly phase: 'subscribed' }
  | { readonly phase: 'warm' }
  | { readonly phase: 'failed'; readonly message: string }
  | (Omit<FanOutSeen, 'subscribers' | 'cpuUsPerMessage' | 'kibPerConnection'> & { readonly phase: 'done' });

/** A subscriber needs a socket on either side; the two sides are two programs. */
const filesBesideSockets = 500;

/** Node opens as many files as the system lets it; throws where those are too few. */
export function checkOpenFiles(subscribers: number): void {
  const [, , hard] = /^Max open files\s+(\d+)\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  if (hard === 'unlimited' || Number(hard) >= subscribers + filesBesideSockets) return;
  throw new Error(`${subscribers} sockets need more open files than ${hard}: raise \`ulimit -Hn\` first.`);
}

/** One fan-out with the peers' own client, in a program of its own. */
export async function fanOut(peers: PeersFolder, work: FanOutWork): Promise<FanOutSeen> {
  const { product, workload, subscribers, rate, seconds } = work;
  checkOpenFiles(subscribers);
  const measured = (await import(pathToFileURL(join(peers.path, 'proc.mjs')).href)) as ProcFiles;
  const ops = join(import.meta.dirname, workload === 'S1' ? 'ops-comments.ts' : 'ops-drafts.ts');
  const client = fork(
    join(peers.path, 'subs.mjs'),
    [
      JSON.stringify({
        opsFile: pathToFileURL(ops).href,
        opsName: 'default',
        httpUrl: `${product.url}/graphql`,
        wsUrl: product.socketUrl,
        transcript: roomTranscript,
        member: 7,
        n: subscribers,
        workload,
        rate,
        seconds,
      }),
    ],
    { execArgv: ['--disable-warning=ExperimentalWarning'] },
  );
  return new Promise((resolve, reject) => {
    const before = { rssKiB: 0, cpuUs: 0 };
    let kibPerConnection = 0;
    client.on('exit', (code) => reject(new Error(`The subscribers ended early (${code}).`)));
    client.on('message', (told: Told) => {
      if (told.phase === 'start') {
        before.rssKiB = measured.rssKiB(product.pid);
        client.send('connect');
      } else if (told.phase === 'subscribed') {
        kibPerConnection = (measured.rssKiB(product.pid) - before.rssKiB) / subscribers;
        client.send('warm');
      } else if (told.phase === 'warm') {
        before.cpuUs = measured.cpuUs(product.pid);
        work.onMeasuring?.();
        client.send('go');
      } else if (told.phase === 'failed') reject(new Error(told.message));
      else {
        const cpuUsPerMessage = (measured.cpuUs(product.pid) - before.cpuUs) / told.delivered;
        client.removeAllListeners('exit');
        client.once('exit', () => resolve({ ...told, subscribers, cpuUsPerMessage, kibPerConnection }));
      }
    });
  });
}

/** What was seen, in a line. */
export const told = (seen: FanOutSeen): string =>
  [
    `${seen.delivered} of ${seen.expected} delivered`,
    `${seen.disorder} out of order`,
    `${seen.badConnections} sockets missed or repeated one`,
    `${seen.pubErrors} refused`,
    `p50 ${seen.p50.toFixed(1)} ms, p99 ${seen.p99.toFixed(1)} ms`,
    `${seen.cpuUsPerMessage.toFixed(1)} µs of server CPU a message`,
    `${seen.kibPerConnection.toFixed(1)} KiB a connection`,
  ].join(', ');
