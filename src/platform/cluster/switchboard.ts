import type { Throttles } from '../auth/throttles.ts';
import { BoundedLine } from './bounded-line.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** As much of a worker process as is needed here. */
export interface WorkerProcess {
  send(
    message: ToWorker,
    handle: undefined,
    options: undefined,
    sent: (error: Error | null) => void,
  ): boolean;
}

interface Place {
  readonly line: BoundedLine<ToWorker>;
  readonly wanted: Set<string>;
}

/** Connects the workers of one machine: what one publishes reaches those who want it, in order; and counts for all. */
export class Switchboard {
  readonly #places = new Map<WorkerProcess, Place>();
  readonly #wanting = new Map<string, Set<Place>>();
  readonly #throttles: Throttles;

  constructor(throttles: Throttles) {
    this.#throttles = throttles;
  }

  connect(worker: WorkerProcess): void {
    const line = new BoundedLine<ToWorker>(
      (message, sent) => worker.send(message, undefined, undefined, sent),
      () => line.send({ kind: 'doubt', channel: null }),
    );
    this.#places.set(worker, { line, wanted: new Set() });
  }

  /** A worker is gone: what it had committed and not yet published is found in the database. */
  disconnect(worker: WorkerProcess): void {
    const place = this.#places.get(worker);
    if (!place) return;
    this.#places.delete(worker);
    for (const channel of place.wanted) this.#unwant(place, channel);
    this.#doubtAll(null);
  }

  receive(worker: WorkerProcess, message: FromWorker): void {
    const place = this.#places.get(worker);
    if (!place) return;
    switch (message.kind) {
      case 'want':
        return this.#want(place, message.channel);
      case 'unwant':
        return this.#unwant(place, message.channel);
      case 'send':
        return this.#pass(place, message.channel, message.text);
      case 'lost':
        return this.#doubtAll(place);
      case 'throttle':
        return void this.#count(place, message);
      case 'serving':
        return;
    }
  }

  #want(place: Place, channel: string): void {
    place.wanted.add(channel);
    const wanting = this.#wanting.get(channel) ?? new Set();
    this.#wanting.set(channel, wanting.add(place));
    // What was published before we took note has passed it by.
    place.line.send({ kind: 'doubt', channel });
  }

  #unwant(place: Place, channel: string): void {
    place.wanted.delete(channel);
    const wanting = this.#wanting.get(channel);
    wanting?.delete(place);
    if (wanting?.size === 0) this.#wanting.delete(channel);
  }

  #pass(from: Place, channel: string, text: string): void {
    for (const place of this.#wanting.get(channel) ?? [])
      if (place !== from) place.line.trySend({ kind: 'message', channel, text });
  }

  #doubtAll(except: Place | null): void {
    for (const place of this.#places.values())
      if (place !== except) place.line.send({ kind: 'doubt', channel: null });
  }

  async #count(
    { line }: Place,
    { id, act, rule, key }: Extract<FromWorker, { kind: 'throttle' }>,
  ): Promise<void> {
    const result = await Promise.resolve(this.#throttles[act](rule, key)).then(
      (count) => count ?? 0,
      () => null,
    );
    line.send({ kind: 'throttled', id, result });
  }
}
