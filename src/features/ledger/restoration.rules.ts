/** What a transaction took out of one lot and has not been put back. */
export interface PastDraw {
  readonly consumptionId: number;
  readonly amount: number;
}

/** Puts points back where they came from: what was drawn last goes back first, so that the rest is drawn as if alone. */
export function planRestoration(draws: readonly PastDraw[], points: number): readonly PastDraw[] {
  const back: PastDraw[] = [];
  let wanted = points;
  for (const { consumptionId, amount } of draws.toReversed()) {
    const taken = Math.min(amount, wanted);
    if (taken > 0) back.push({ consumptionId, amount: taken });
    wanted -= taken;
  }
  if (wanted > 0) throw new Error(`${wanted} points more are to go back than were taken.`);
  return back;
}
