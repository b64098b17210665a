import cluster, { type Worker } from 'node:cluster';
import type { Logger } from 'pino';
import { memoryThrottles } from '../auth/throttles.ts';
import { Switchboard } from './switchboard.ts';
import type { FromWorker } from './worker-messages.ts';

export interface WorkersOptions {
  readonly count: number;
  /** Settings that differ from this process's own. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: Logger;
  /** Called when workers die at once again and again; nothing is started any more. */
  readonly onGivenUp: (reason: Error) => void;
}

/** A death before it served, or this soon after, speaks of a fault that another start would meet again. */
const earlyMs = 10_000;
const earlyDeathsMax = 3;
/** The wait before the next start after an early death, doubled by each further one. */
const firstWaitMs = 100;
/** How long a worker may take to say goodbye to its clients. */
const goodbyeMs = 15_000;

/** The serving processes of this machine, each replaced when it dies. They share one port. */
export class Workers {
  readonly #options: WorkersOptions;
  readonly #switchboard = new Switchboard(memoryThrottles());
  readonly #alive = new Set<Worker>();
  readonly #waits = new Set<NodeJS.Timeout>();
  #isStopping = false;

  constructor(options: WorkersOptions) {
    this.#options = options;
  }

  /** Starts them; resolves with the address once all of them serve. */
  async start(): Promise<string> {
    const { count, env } = this.#options;
    const urls = Array.from(
      { length: count },
      () => new Promise<string>((serving) => this.#keepOne({ env, serving, earlyDeaths: 0 })),
    );
    return (await Promise.all(urls))[0] as string;
  }

  /** Lets every worker finish what it answers, and waits until all are gone. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const wait of this.#waits) clearTimeout(wait);
    await Promise.all([...this.#alive].map(stopWorker));
  }

  #keepOne(place: Place): void {
    let servingSince: number | null = null;
    const worker = cluster.fork({ ...place.env });
    this.#alive.add(worker);
    this.#switchboard.connect(worker);
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'serving') {
        servingSince = performance.now();
        place.serving(message.url);
      }
      this.#switchboard.receive(worker, message);
    });
    worker.on('error', () => undefined);
    worker.once('exit', (code, signal) => {
      this.#alive.delete(worker);
      this.#switchboard.disconnect(worker);
      if (this.#isStopping) return;
      const isEarly = servingSince === null || performance.now() - servingSince < earlyMs;
      this.#replace({ ...place, earlyDeaths: isEarly ? place.earlyDeaths + 1 : 0 }, { code, signal });
    });
  }

  #replace(place: Place, death: { readonly code: number | null; readonly signal: string | null }): void {
    const { log, onGivenUp } = this.#options;
    log.error(death, 'a worker died');
    if (place.earlyDeaths >= earlyDeathsMax) {
      this.#isStopping = true;
      return onGivenUp(
        new Error(
          `A worker died ${earlyDeathsMax} times before it served or within seconds, so no other is started. ` +
            'What it said before stands above; with one process (no --workers) the fault may be plainer.',
        ),
      );
    }
    const waitMs = place.earlyDeaths === 0 ? 0 : firstWaitMs * 2 ** (place.earlyDeaths - 1);
    const wait = setTimeout(() => {
      this.#waits.delete(wait);
      this.#keepOne(place);
    }, waitMs);
    this.#waits.add(wait);
  }
}

/** One worker's place, which is filled again when its worker dies. */
interface Place {
  readonly env: Readonly<Record<string, string>>;
  readonly serving: (url: string) => void;
  readonly earlyDeaths: number;
}

async function stopWorker(worker: Worker): Promise<void> {
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  if (worker.isDead()) return;
  worker.process.kill('SIGTERM');
  const cutOff = setTimeout(() => worker.process.kill('SIGKILL'), goodbyeMs);
  await gone;
  clearTimeout(cutOff);
}
