import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { BoundedCount } from './bounded-count.ts';
import { RedisLine } from './redis-line.ts';
import { messageLengthMax, type Transport, type TransportListeners } from './transport.ts';

export interface RedisTransportParts {
  /** A connection for commands; its owner closes it. */
  readonly commands: Redis;
  /** A connection for hearing, ours alone. */
  readonly hearing: Redis;
  /** Stands before the names of our channels, since a server's channels are shared by all who use it. */
  readonly prefix: string;
  readonly nodeId: string;
  readonly log: Logger;
}

/** UTF-16 units that may be on their way to a server that does not take them. */
const waitingMax = 8 * 1_024 * 1_024;
/** In the place of a message: it was lost or too long, so look at the database. */
const lookYourselves = '';

/**
 * Messages between nodes by a Redis-compatible server's publish and subscribe. The server stores nothing: what is
 * published while a line is down is lost, which `doubt` tells here, and a word to all tells the others afterwards.
 */
export function redisTransport({ commands, hearing, prefix, nodeId, log }: RedisTransportParts): Transport {
  const everybody = `${prefix}:all`;
  const waiting = new BoundedCount(waitingMax);
  let listeners: TransportListeners = { message: () => undefined, doubt: () => undefined };
  let hasLost = false;

  const publish = (channel: string, text: string): void => {
    const isRoom = commands.status === 'ready' && waiting.add(text.length);
    if (!isRoom) return void (hasLost = true);
    commands
      .publish(channel, `${nodeId}\n${text}`)
      .catch(() => (hasLost = true))
      .finally(() => waiting.remove(text.length));
  };
  const hear = (channel: string, text: string): void => {
    const end = text.indexOf('\n');
    if (end < 0 || text.slice(0, end) === nodeId) return;
    const body = text.slice(end + 1);
    if (body === lookYourselves) listeners.doubt(null);
    else listeners.message(channel.slice(prefix.length + 1), body);
  };
  const line = new RedisLine({
    commands,
    hearing,
    ownChannel: `${prefix}:node:${nodeId}`,
    log,
    onMessage: hear,
    onDoubt: (whole) => listeners.doubt(whole?.slice(prefix.length + 1) ?? null),
    onSound: () => {
      if (!hasLost) return;
      hasLost = false;
      publish(everybody, lookYourselves);
    },
  });
  return {
    start(given) {
      listeners = given;
      line.want(everybody);
      line.start();
    },
    send: (channel, text) =>
      publish(`${prefix}:${channel}`, text.length > messageLengthMax ? lookYourselves : text),
    want: (channel) => line.want(`${prefix}:${channel}`),
    unwant: (channel) => line.unwant(`${prefix}:${channel}`),
    close: () => line.close(),
  };
}
