import { setTimeout as pause } from 'node:timers/promises';

/** On a machine that does much else, E2E_PATIENCE=5 waits five times as long before it calls something missing. */
export const patience = Number(process.env['E2E_PATIENCE'] ?? 1);

/** Looks until what is read is as wanted, and returns it; else says what was read last. */
export async function until<Seen>(
  read: () => Promise<Seen>,
  isWanted: (seen: Seen) => boolean,
  withinMs = 15_000 * patience,
): Promise<Seen> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const seen = await read();
    if (isWanted(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`It did not come about. Last seen: ${JSON.stringify(seen)}`);
    await pause(40);
  }
}
