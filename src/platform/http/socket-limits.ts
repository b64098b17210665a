/** Counts open sockets by address. */
export class SocketCounts {
  readonly #addresses = new Map<string, number>();
  readonly #socketsMax: number;

  constructor(limits: { readonly socketsPerAddress: number }) {
    this.#socketsMax = limits.socketsPerAddress;
  }

  hasRoomFor(address: string): boolean {
    return (this.#addresses.get(address) ?? 0) < this.#socketsMax;
  }

  enter(address: string): void {
    this.#addresses.set(address, (this.#addresses.get(address) ?? 0) + 1);
  }

  leave(address: string): void {
    const left = (this.#addresses.get(address) ?? 1) - 1;
    if (left > 0) this.#addresses.set(address, left);
    else this.#addresses.delete(address);
  }
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
