/** Chance that comes out the same again from the same seed. */
export interface Chance {
  /** From 0 up to, not including, `below`. */
  readonly whole: (below: number) => number;
  readonly oneOf: <Thing>(things: readonly Thing[]) => Thing;
}

/** FAULTS_SEED makes another run of it, and tells a failed one again. */
export const seed = Number(process.env['FAULTS_SEED'] ?? 20261122);

/** mulberry32: small, and good enough to decide where a line is cut. */
export function createChance(from: number): Chance {
  const state = { at: from >>> 0 };
  const next = (): number => {
    state.at = (state.at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state.at ^ (state.at >>> 15), state.at | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return { whole, oneOf: (things) => things[whole(things.length)]! };
}
