/** Counts open sockets per address and per member. */
export class SocketCounts {
  readonly #addresses = new Map<string, number>();
  readonly #members = new Map<string, number>();
  readonly #limits: { readonly socketsPerAddress: number; readonly socketsPerMember: number };

  constructor(limits: { readonly socketsPerAddress: number; readonly socketsPerMember: number }) {
    this.#limits = limits;
  }

  hasRoomFor(address: string): boolean {
    return (this.#addresses.get(address) ?? 0) < this.#limits.socketsPerAddress;
  }

  /** Counts a socket of this address; returns how to uncount it. */
  enter(address: string): () => void {
    return counted(this.#addresses, address);
  }

  /** Counts a socket of this member, or returns null when they have as many as they may. */
  enterMember(memberId: string): (() => void) | null {
    if ((this.#members.get(memberId) ?? 0) >= this.#limits.socketsPerMember) return null;
    return counted(this.#members, memberId);
  }
}

function counted(counts: Map<string, number>, key: string): () => void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
  let isIn = true;
  return () => {
    if (!isIn) return;
    isIn = false;
    const left = (counts.get(key) ?? 1) - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  };
}

/** Returns a function that says whether one more frame is within so many a minute, refilled steadily. */
export function frameCounter(framesPerMinute: number, now: () => number = Date.now): () => boolean {
  let tokens = framesPerMinute;
  let last = now();
  return () => {
    const moment = now();
    tokens = Math.min(framesPerMinute, tokens + ((moment - last) * framesPerMinute) / 60_000);
    last = moment;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
