/** What a transaction took out of one lot and has not been put back. */
export interface PastDraw {
  readonly consumptionId: number;
  readonly amount: number;
  /** Whether its lot is past its expiry. */
  readonly isOver: boolean;
}

/**
 * Of what comes back, how much pays the debt without going into its lot again: what would expire there at once. The
 * rest of the debt is paid out of the lots afterwards, as ever.
 */
export function debtPaidBy(back: readonly PastDraw[], debt: number): ReturnedPoints {
  let paid = 0;
  const restorations = back.map((draw) => {
    const pays = draw.isOver ? Math.min(draw.amount, debt - paid) : 0;
    paid += pays;
    return { ...draw, amount: draw.amount - pays };
  });
  return { paid, restorations: restorations.filter(({ amount }) => amount > 0) };
}

/** What comes back: what of it pays the debt, and what goes into which lots. */
export interface ReturnedPoints {
  readonly paid: number;
  readonly restorations: readonly PastDraw[];
}

/** Puts points back where they came from: what was drawn last goes back first, so that the rest is drawn as if alone. */
export function planRestoration(draws: readonly PastDraw[], points: number): readonly PastDraw[] {
  const back: PastDraw[] = [];
  let wanted = points;
  for (const draw of draws.toReversed()) {
    const taken = Math.min(draw.amount, wanted);
    if (taken > 0) back.push({ ...draw, amount: taken });
    wanted -= taken;
  }
  if (wanted > 0) throw new Error(`${wanted} points more are to go back than were taken.`);
  return back;
}
