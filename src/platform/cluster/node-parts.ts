import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { redisThrottles } from '../auth/redis-throttles.ts';
import { memoryThrottles, type Throttles } from '../auth/throttles.ts';
import type { Config } from '../config/config.ts';
import { memoryBus, type Bus } from '../events/bus.ts';
import { nodeBus } from '../events/node-bus.ts';
import { connectRedis, disconnectRedis } from '../events/redis-connection.ts';
import { redisTransport } from '../events/redis-transport.ts';
import { openWorkerLine } from './worker-line.ts';

/** What the processes of one house share beside its database. */
export interface NodeParts {
  readonly bus: Bus;
  readonly throttles: Throttles;
  close(): Promise<void>;
}

/** Joins the other nodes by the server of EVENTS_URL, else the other workers of this machine, else nobody. */
export function joinNodes(config: Config, log: Logger): NodeParts {
  const onError = (error: unknown): void => log.error({ err: error }, 'a live listener failed');
  if (config.events.url !== null) return joinByRedis(config.events.url, { config, log, onError });
  if (!config.isWorker)
    return { bus: memoryBus(onError), throttles: memoryThrottles(), close: () => Promise.resolve() };
  const { transport, throttles } = openWorkerLine();
  return { bus: nodeBus(transport, onError), throttles, close: () => transport.close() };
}

interface Joining {
  readonly config: Config;
  readonly log: Logger;
  readonly onError: (error: unknown) => void;
}

function joinByRedis(url: string, { config, log, onError }: Joining): NodeParts {
  const { prefix } = config.events;
  const commands = connectRedis(url, 'commands');
  const hearing = connectRedis(url, 'hearing');
  const transport = redisTransport({ commands, hearing, prefix, nodeId: randomUUID(), log });
  return {
    bus: nodeBus(transport, onError),
    throttles: redisThrottles(commands, prefix),
    close: async () => {
      await transport.close();
      await disconnectRedis(commands);
    },
  };
}
