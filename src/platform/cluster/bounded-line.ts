import { BoundedCount } from '../events/bounded-count.ts';

/** UTF-16 units that may wait for a process that does not take them. */
const waitingMax = 8 * 1_024 * 1_024;
/** What a message costs beside its text. */
const messageOverhead = 200;

/** Sends to another process, and says when the message has left. */
type Send<Message> = (message: Message, sent: (error: Error | null) => void) => unknown;

/**
 * The line to another process. What waits in it is bounded: a process that is stuck loses what may be lost, and
 * `onLost` is called once it takes messages again.
 */
export class BoundedLine<Message> {
  readonly #send: Send<Message>;
  readonly #onLost: () => void;
  readonly #waiting = new BoundedCount(waitingMax);
  #hasLost = false;

  constructor(send: Send<Message>, onLost: () => void) {
    this.#send = send;
    this.#onLost = onLost;
  }

  /** For what must arrive; there is little of it. */
  send(message: Message): void {
    this.#send(message, () => undefined);
  }

  /** For what may be lost when too much waits. */
  trySend(message: Message): void {
    const size = messageOverhead + ((message as { readonly text?: string }).text?.length ?? 0);
    if (!this.#waiting.add(size)) return void (this.#hasLost = true);
    this.#send(message, (error) => {
      this.#waiting.remove(size);
      if (error || !this.#hasLost) return;
      this.#hasLost = false;
      this.#onLost();
    });
  }
}
