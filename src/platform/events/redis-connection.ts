import { Redis } from 'ioredis';

/** A command that is not answered by then has failed: nobody waits for a server that hangs. */
const commandMs = 2_000;

/**
 * Connects, and goes on trying for as long as it lives. While the server is away commands fail at once instead of
 * waiting in memory; nothing is sent again by itself, since its sender may have gone another way by then.
 */
export function connectRedis(url: string, purpose: string): Redis {
  const redis = new Redis(url, {
    connectionName: `scribecast-${purpose}`,
    disableClientInfo: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    connectTimeout: commandMs,
    commandTimeout: commandMs,
    keepAlive: 10_000,
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 5), 1_000),
    // After a fail-over the address may still lead to the old primary, which only reads now.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  });
  // Told by the line that uses it, once per change; without a listener the client writes every retry to the console.
  redis.on('error', () => undefined);
  return redis;
}

/** Says goodbye after what is on its way, or at once when nobody answers. */
export async function disconnectRedis(redis: Redis): Promise<void> {
  await redis.quit().catch(() => undefined);
  redis.disconnect();
}
