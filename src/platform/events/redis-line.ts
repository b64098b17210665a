import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

export interface RedisLineParts {
  readonly commands: Redis;
  readonly hearing: Redis;
  /** A channel that nobody else uses: what is published there and comes back proves the whole way. */
  readonly ownChannel: string;
  readonly log: Logger;
  readonly onMessage: (channel: string, text: string) => void;
  readonly onDoubt: (channel: string | null) => void;
  /** The line is proven; called at every beat. */
  readonly onSound: () => void;
}

const beatMs = 1_000;
/** A line on which nothing came back for this long is down, whatever the connections say. */
const silenceMs = 3_000;
/** Names in one SUBSCRIBE. */
const subscribeMax = 1_000;

/**
 * The way to the server and back. It counts as sound only while our own heartbeat comes round: a connection that
 * hangs looks open for minutes. While it is not, it is in doubt every second, and once more when it is sound again.
 */
export class RedisLine {
  readonly #parts: RedisLineParts;
  readonly #wanted = new Set<string>();
  readonly #subscribing = new Set<string>();
  /** Counts the connections of `hearing`; a heartbeat proves the one during which it was sent. */
  #connection = 0;
  #isSubscribed = false;
  #isSound = false;
  #isDownTold = false;
  #heardAt = performance.now();
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: RedisLineParts) {
    this.#parts = parts;
  }

  start(): void {
    const { commands, hearing, ownChannel, onMessage } = this.#parts;
    hearing.on('message', (channel: string, text: string) => {
      if (channel === ownChannel) this.#heardBeat(text);
      else onMessage(channel, text);
    });
    hearing.on('ready', () => void this.#subscribeAll());
    hearing.on('close', () => this.#broke('no connection'));
    commands.on('ready', () => this.#beat());
    commands.on('close', () => this.#broke('no connection'));
    if (hearing.status === 'ready') void this.#subscribeAll();
    this.#timer = setInterval(() => this.#look(), beatMs);
  }

  want(channel: string): void {
    this.#wanted.add(channel);
    if (!this.#isSubscribed) return;
    // Those of one turn go in one command.
    if (this.#subscribing.size === 0) setImmediate(() => void this.#subscribeLate());
    this.#subscribing.add(channel);
  }

  unwant(channel: string): void {
    this.#wanted.delete(channel);
    if (this.#subscribing.delete(channel) || !this.#isSubscribed) return;
    this.#parts.hearing.unsubscribe(channel).catch(() => undefined);
  }

  close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#parts.hearing.disconnect();
    return Promise.resolve();
  }

  async #subscribeAll(): Promise<void> {
    const { hearing, ownChannel } = this.#parts;
    const connection = (this.#connection += 1);
    // Set before the list is read: what is wanted from here on subscribes for itself.
    this.#isSubscribed = true;
    const channels = [...this.#wanted];
    try {
      for (let from = 0; from <= channels.length; from += subscribeMax)
        await hearing.subscribe(
          ownChannel,
          // What is unwanted by now must not be taken up again.
          ...channels.slice(from, from + subscribeMax).filter((channel) => this.#wanted.has(channel)),
        );
    } catch {
      if (connection === this.#connection) hearing.disconnect(true);
      return;
    }
    if (connection === this.#connection) this.#beat();
  }

  async #subscribeLate(): Promise<void> {
    const channels = [...this.#subscribing];
    this.#subscribing.clear();
    if (channels.length === 0 || !this.#isSubscribed) return;
    try {
      await this.#parts.hearing.subscribe(...channels);
    } catch {
      // The line broke, and all that is wanted is subscribed when it is back.
      return;
    }
    // What was published before the server took note has passed us by.
    for (const channel of channels) this.#parts.onDoubt(channel);
  }

  #beat(): void {
    const { commands, ownChannel } = this.#parts;
    if (commands.status === 'ready' && this.#isSubscribed)
      commands.publish(ownChannel, String(this.#connection)).catch(() => undefined);
  }

  #heardBeat(text: string): void {
    if (Number(text) !== this.#connection) return;
    const { log, onDoubt, onSound } = this.#parts;
    this.#heardAt = performance.now();
    if (!this.#isSound) {
      this.#isSound = true;
      this.#isDownTold = false;
      log.info({ events: 'up' }, 'messages between the nodes flow');
      onDoubt(null);
    }
    onSound();
  }

  #look(): void {
    const { commands, hearing, onDoubt } = this.#parts;
    if (performance.now() - this.#heardAt > silenceMs) {
      this.#broke('nothing comes back');
      this.#heardAt = performance.now();
      // Only those that seem well: the others are connecting anew already.
      for (const redis of [commands, hearing]) if (redis.status === 'ready') redis.disconnect(true);
    }
    if (!this.#isSound) onDoubt(null);
    this.#beat();
  }

  #broke(reason: string): void {
    if (!this.#timer) return;
    const { hearing, log, onDoubt } = this.#parts;
    if (hearing.status !== 'ready') this.#isSubscribed = false;
    if (!this.#isDownTold) {
      this.#isDownTold = true;
      log.warn(
        { events: 'down', reason },
        'messages between the nodes are down; the database is looked at instead',
      );
    }
    const wasSound = this.#isSound;
    this.#isSound = false;
    if (wasSound) onDoubt(null);
  }
}
