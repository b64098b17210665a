import type { Throttles, ThrottleRule } from '../auth/throttles.ts';
import { memoryThrottles } from '../auth/throttles.ts';
import { messageLengthMax, type Transport, type TransportListeners } from '../events/transport.ts';
import { BoundedLine } from './bounded-line.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** An answer that takes longer is not waited for. */
const answerMs = 2_000;

/** A worker's line to the process that started it: it carries messages to the other workers, and counts attempts. */
export interface WorkerLine {
  readonly transport: Transport;
  readonly throttles: Throttles;
}

/** Tells the process that started this one that it serves now. */
export const tellServing = (url: string): void =>
  void process.send?.({ kind: 'serving', url } satisfies FromWorker);

/** Opens the line of this process, which must be a worker. */
export function openWorkerLine(worker: NodeJS.Process = process): WorkerLine {
  const line = new BoundedLine<FromWorker>(
    (message, sent) => worker.send?.(message, undefined, undefined, sent),
    () => line.send({ kind: 'lost' }),
  );
  const tell = (message: FromWorker): void => line.send(message);
  const answers = new Map<number, (result: number | null) => void>();
  let listeners: TransportListeners | null = null;
  worker.on('message', (message: ToWorker) => {
    if (message.kind === 'message') listeners?.message(message.channel, message.text);
    else if (message.kind === 'doubt') listeners?.doubt(message.channel);
    else if (message.kind === 'throttled') answers.get(message.id)?.(message.result);
  });
  return {
    transport: {
      start: (given) => void (listeners = given),
      send: (channel, text) =>
        text.length > messageLengthMax
          ? tell({ kind: 'lost' })
          : line.trySend({ kind: 'send', channel, text }),
      want: (channel) => tell({ kind: 'want', channel }),
      unwant: (channel) => tell({ kind: 'unwant', channel }),
      close: () => Promise.resolve(void (listeners = null)),
    },
    throttles: throttlesAsked(tell, answers),
  };
}

const numberOf = (result: unknown): number => (typeof result === 'number' ? result : 0);

/** Throttles counted by the other process; by this one while that one does not answer. */
function throttlesAsked(
  tell: (message: FromWorker) => void,
  answers: Map<number, (result: number | null) => void>,
): Throttles {
  const own = memoryThrottles();
  let lastId = 0;
  const ask = async (act: keyof Throttles, rule: ThrottleRule, key: string): Promise<number> => {
    const id = (lastId += 1);
    const result = await new Promise<number | null>((resolve) => {
      const timer = setTimeout(resolve, answerMs, null);
      answers.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      tell({ kind: 'throttle', id, act, rule, key });
    });
    answers.delete(id);
    return result ?? numberOf(await own[act](rule, key));
  };
  return {
    take: (rule, key) => ask('take', rule, key),
    left: (rule, key) => ask('left', rule, key),
    giveBack: async (rule, key) => void (await ask('giveBack', rule, key)),
    clear: async (rule, key) => void (await ask('clear', rule, key)),
  };
}
