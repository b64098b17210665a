/**
 * `npm run bench:log-ins`: the fan-out while nobody logs in, then while 500 log-ins are under way at once, and again
 * 500 as soon as those are answered. They are sent within a second (--within-ms), as people do, and all of them wait
 * at the same time, because hashing them takes far longer. Goal: the second p99 within twice the first.
 */
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { benchPassword } from './bench-ids.ts';
import { send } from './load.ts';
import { fanOut, told } from './peers/fan-out.ts';
import { membersCount } from './peers/house.ts';
import { inRoom } from './room-bench.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'string' },
    port: { type: 'string', default: '4220' },
    'as-built': { type: 'boolean', default: false },
    subscribers: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '15' },
    'log-ins': { type: 'string', default: '500' },
    'within-ms': { type: 'string', default: '1000' },
  },
});

const ratioMax = 2;
/** Those before take part in the fan-out; their sessions are not to be pushed out by newer ones. */
const firstMember = 11;

const logInDocument = `mutation ($input: LogInInput!) { logIn(input: $input) {
  ... on LogInSuccess { token } ... on UserError { message } } }`;

interface Wave {
  readonly atOnce: number;
  /** In how long all of them are sent. */
  readonly withinMs: number;
}

/** Logs members in, so many at once, until it is told to stop. */
class LogInStorm {
  readonly waves: { readonly logIns: number; readonly tookMs: number }[] = [];
  readonly #agent = new Agent({ keepAlive: true });
  readonly #url: string;
  readonly #wave: Wave;
  #isOver = false;
  #running: Promise<void> = Promise.resolve();
  #next = 0;

  constructor(url: string, wave: Wave) {
    this.#url = url;
    this.#wave = wave;
  }

  begin(): void {
    this.#running = this.#run();
    // Looked at in end(); until then it is nobody's unhandled rejection.
    this.#running.catch(() => undefined);
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#running;
    this.#agent.destroy();
  }

  async #run(): Promise<void> {
    while (!this.#isOver) {
      const { atOnce, withinMs } = this.#wave;
      const startedMs = performance.now();
      const sent = Array.from({ length: atOnce }, async (_, i) => {
        await wait((i * withinMs) / atOnce);
        await this.#logIn();
      });
      await Promise.all(sent);
      this.waves.push({ logIns: atOnce, tookMs: performance.now() - startedMs });
    }
  }

  async #logIn(): Promise<void> {
    const n = this.#next++;
    const member = firstMember + (n % (membersCount - firstMember));
    await send(this.#url, this.#agent, {
      path: '/graphql',
      // Behind one proxy, as by TRUSTED_PROXIES: each log-in comes from an address of its own.
      headers: { 'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` },
      body: JSON.stringify({
        query: logInDocument,
        variables: { input: { username: `member-${member}`, password: benchPassword } },
      }),
    });
  }
}

const options = { peers: values.peers ?? null, port: Number(values.port), isBuilt: values['as-built'] };
await inRoom({ ...options, env: { TRUSTED_PROXIES: '1' } }, async (peers, product) => {
  const work = {
    product,
    workload: 'S1',
    subscribers: Number(values.subscribers),
    rate: Number(values.rate),
    seconds: Number(values.seconds),
  } as const;
  const quiet = await fanOut(peers, work);
  console.log(`quiet: ${told(quiet)}`);
  const storm = new LogInStorm(product.url, {
    atOnce: Number(values['log-ins']),
    withinMs: Number(values['within-ms']),
  });
  const busy = await fanOut(peers, { ...work, onMeasuring: () => storm.begin() });
  await storm.end();
  console.log(`with ${values['log-ins']} log-ins at once: ${told(busy)}`);
  for (const { logIns, tookMs } of storm.waves)
    console.log(`  ${logIns} log-ins were answered within ${(tookMs / 1_000).toFixed(1)} s`);
  const ratio = busy.p99 / quiet.p99;
  console.log(
    `p99 × ${ratio.toFixed(2)}; goal: ≤ ${ratioMax} × the quiet figure: ${ratio <= ratioMax ? 'met' : 'NOT MET'}`,
  );
});
