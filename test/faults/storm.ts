import type { Chance } from './chance.ts';
import type { Device } from './device.ts';
import { when } from './whole.ts';

/** Whose line, or page, is cut. */
export interface Victim {
  readonly device: Device;
  /** How far it has come: the number of the last event that it has. */
  readonly progress: () => number;
  readonly reload: () => void;
}

export interface Storm {
  readonly chance: Chance;
  readonly victims: readonly Victim[];
  readonly cuts: number;
  readonly cutsPerKill: number;
  /** Something happens in the room between two cuts, and while a line is blocked. */
  readonly act: () => void;
  readonly killServer: () => Promise<void>;
}

const faults = ['cut', 'cut', 'tear', 'tear', 'offline', 'block', 'reload'] as const;

/** Cuts lines, reloads pages and kills the server at random, each only once it works again: no cut hits a dead line. */
export async function rage({ chance, victims, cuts, cutsPerKill, act, killServer }: Storm): Promise<void> {
  const cutAt = new Map<Victim, number>();
  for (let cut = 1; cut <= cuts; cut += 1) {
    act();
    if (cut % cutsPerKill === 0) {
      await killServer();
      for (const { device } of victims) device.findNetwork();
      continue;
    }
    const victim = chance.oneOf(victims);
    await when(() => isAlive(victim, cutAt.get(victim) ?? -1), `a line that works again before cut ${cut}`);
    cutAt.set(victim, victim.progress());
    strike(victim, { chance, act });
    // Most systems say so when the network is back; the client has to get along without.
    if (chance.whole(8) > 0) victim.device.findNetwork();
  }
}

function isAlive({ device, progress }: Victim, cutAt: number): boolean {
  return device.socket.state.value.phase === 'open' && progress() > cutAt;
}

function strike({ device, reload }: Victim, { chance, act }: Pick<Storm, 'chance' | 'act'>): void {
  switch (chance.oneOf(faults)) {
    case 'cut':
      return device.line.cut();
    case 'tear':
      return device.line.tearAfter(chance.whole(300));
    case 'offline':
      return device.loseNetwork();
    case 'reload':
      return reload();
    case 'block':
      device.line.block();
      act();
      return device.line.mend();
  }
}
