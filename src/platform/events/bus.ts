/**
 * What live subscribers can be told, by topic name. Features add their own by declaration merging, so that a
 * topic and its message are named where they belong.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- features fill it by declaration merging
export interface BusMessages {}

/** A topic: its name, and the id of what it is about. */
export interface Topic<Name extends keyof BusMessages = keyof BusMessages> {
  readonly name: Name;
  readonly id: string;
}

export type Listener<Message> = (message: Message) => void;

/** Carries after-commit messages to whoever listens now. Losing one costs latency, never data. */
export interface Bus {
  publish<Name extends keyof BusMessages>(topic: Topic<Name>, message: BusMessages[Name]): void;
  /** Returns the function that ends the listening. */
  listen<Name extends keyof BusMessages>(
    topic: Topic<Name>,
    listener: Listener<BusMessages[Name]>,
  ): () => void;
  /**
   * Called whenever messages of other nodes may have been lost: when the line between the nodes broke, again and
   * again while it is down, and once it is back. Whoever must not miss anything looks at the database then. With a
   * topic when only that one is in doubt: somebody here has just begun to listen to it, and what was published until
   * the other nodes knew has passed by. Returns the function that ends the listening.
   */
  onDoubt(listener: (topic: Topic | null) => void): () => void;
}

/** The bus of a single process: published in order, to every listener, at once; there is nothing to doubt. */
export function memoryBus(onError: (error: unknown) => void): Bus {
  const topics = new Map<string, Set<Listener<never>>>();
  const keyOf = (topic: Topic): string => `${String(topic.name)}:${topic.id}`;
  return {
    publish(topic, message) {
      for (const listener of topics.get(keyOf(topic)) ?? []) {
        try {
          (listener as Listener<typeof message>)(message);
        } catch (error) {
          onError(error);
        }
      }
    },
    listen(topic, listener) {
      const key = keyOf(topic);
      const listeners = topics.get(key) ?? new Set();
      topics.set(key, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && topics.get(key) === listeners) topics.delete(key);
      };
    },
    onDoubt: () => () => undefined,
  };
}
