/** A lot as far as it may be taken back. */
export interface GivenLot {
  readonly id: string;
  readonly initial: number;
  readonly remaining: number;
  /** What of it has expired already. */
  readonly expired: number;
  readonly isPending: boolean;
}

/** What is taken back of a lot: out of the lot itself, and what was spent of it already. */
export interface TakenLot {
  readonly lot: GivenLot;
  readonly drawn: number;
  readonly spent: number;
}

/** Takes back up to so many points: what is left in the lots first, then what was spent. What expired is gone. */
export function planReversal(lots: readonly GivenLot[], pointsMax: number): readonly TakenLot[] {
  let wanted = pointsMax;
  const take = (amount: number): number => {
    const taken = Math.min(amount, wanted);
    wanted -= taken;
    return taken;
  };
  const drawn = lots.map((lot) => ({ lot, drawn: take(lot.remaining) }));
  return drawn.map((part) => ({
    ...part,
    spent: take(part.lot.initial - part.lot.remaining - part.lot.expired),
  }));
}
