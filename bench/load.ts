import { Agent, request } from 'node:http';

/** One request of a load, as it goes over the wire. */
export interface Shot {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Load {
  readonly url: string;
  /** The i-th request; counted from 0 over the whole load. */
  readonly shot: (i: number) => Shot;
  /** So many requests are always under way, each on a connection of its own that is kept. */
  readonly connections: number;
  readonly seconds: number;
  /** Stops after so many requests, where there cannot be more. */
  readonly requestsMax?: number;
}

/** What a load came to. */
export interface Figures {
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly requests: number;
}

/** Asks and asks again for so many seconds; throws at the first answer that is not a good one. */
export async function run(load: Load): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const timesMs: number[] = [];
  const startedMs = performance.now();
  const endMs = startedMs + load.seconds * 1_000;
  let next = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < endMs && next < (load.requestsMax ?? Infinity)) {
      const shot = load.shot(next);
      next += 1;
      const sentMs = performance.now();
      await send(load.url, agent, shot);
      timesMs.push(performance.now() - sentMs);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, lane));
  const tookMs = performance.now() - startedMs;
  agent.destroy();
  return { ...spread(timesMs), perSecond: (timesMs.length / tookMs) * 1_000, requests: timesMs.length };
}

/** The middle and the slow end of some durations. */
export function spread(timesMs: readonly number[]): { readonly medianMs: number; readonly p99Ms: number } {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { medianMs: at(0.5), p99Ms: at(0.99) };
}

/** Sends one request over the agent's kept connections; resolves with the body of a good answer. */
export function send(url: string, agent: Agent, { path, headers, body }: Shot): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}${path}`,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const isGood =
            answer.statusCode === 200 && !text.startsWith('{"errors"') && !text.includes('"message":');
          if (isGood) resolve(text);
          else reject(new Error(`${path} answered ${answer.statusCode}: ${text.slice(0, 500)}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
