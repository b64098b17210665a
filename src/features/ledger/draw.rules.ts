/** A dated portion of a member's points, as far as it is left. */
export interface OpenLot {
  readonly id: string;
  readonly remaining: number;
}

/** So many points taken out of one lot. */
export interface LotDraw {
  readonly lotId: string;
  readonly amount: number;
}

/**
 * Takes points out of lots, which stand in draw order: each is emptied before the next is touched. Takes all
 * there is when that is less than `amount`.
 */
export function planDraw(lots: readonly OpenLot[], amount: number): readonly LotDraw[] {
  const draws: LotDraw[] = [];
  let wanted = amount;
  for (const lot of lots) {
    if (wanted <= 0) break;
    const taken = Math.min(lot.remaining, wanted);
    if (taken > 0) draws.push({ lotId: lot.id, amount: taken });
    wanted -= taken;
  }
  return draws;
}

/** How many points the draws take together. */
export const drawnBy = (draws: readonly LotDraw[]): number =>
  draws.reduce((sum, { amount }) => sum + amount, 0);
