import type { Bus, BusMessages } from '../../src/platform/events/bus.ts';

/** A bus that loses what it is told to lose, and can be made to doubt itself, as one between nodes does. */
export class LossyBus {
  readonly lost = new Set<keyof BusMessages>();
  readonly #held: (() => void)[] = [];
  readonly #doubters = new Set<Parameters<Bus['onDoubt']>[0]>();

  /** Puts this between the house and its bus. */
  readonly through = (bus: Bus): Bus => ({
    publish: (topic, message) => {
      if (this.lost.has(topic.name)) this.#held.push(() => bus.publish(topic, message));
      else bus.publish(topic, message);
    },
    listen: (topic, listener) => bus.listen(topic, listener),
    onDoubt: (listener) => {
      this.#doubters.add(listener);
      return () => this.#doubters.delete(listener);
    },
  });

  /** What was lost arrives after all, in its order. */
  release(): void {
    for (const publish of this.#held.splice(0)) publish();
  }

  /** Says that messages may have been lost. */
  doubt(): void {
    for (const doubter of this.#doubters) doubter(null);
  }
}
