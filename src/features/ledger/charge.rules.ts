/** What there is to pay started minutes with. */
export interface Means {
  readonly pointsPerMinute: number;
  /** Points in the member's lots that may be drawn now. */
  readonly spendable: number;
  /** How much more the member may come to owe. */
  readonly debtRoom: number;
}

/** What one started minute costs; 0 where it is waived. */
export interface MinuteBill {
  readonly minute: number;
  readonly points: number;
}

export interface Charge {
  readonly bills: readonly MinuteBill[];
  readonly drawn: number;
  readonly owed: number;
}

/**
 * Bills minutes in order: out of the lots first, then on the member's debt up to its bound; the rest is waived,
 * because a running session is never cut off (realtime.md, "The meter").
 */
export function planCharge(minutes: readonly number[], means: Means): Charge {
  let { spendable, debtRoom } = means;
  const bills = minutes.map((minute): MinuteBill => {
    const fromLots = Math.min(means.pointsPerMinute, spendable);
    const onDebt = Math.min(means.pointsPerMinute - fromLots, Math.max(0, debtRoom));
    spendable -= fromLots;
    debtRoom -= onDebt;
    return { minute, points: fromLots + onDebt };
  });
  return { bills, drawn: means.spendable - spendable, owed: means.debtRoom - debtRoom };
}
