const whole = 10_000n;

/** What a paid order's reward points are made of. */
export interface Earning {
  /** What was paid, net of every discount. */
  readonly amountFen: number;
  readonly pointsPerYuan: number;
  /** What the buyer's level multiplies them by, in basis points. */
  readonly tierBasisPoints: number;
  /** Other multipliers that hold at the time of the order, such as member day's. */
  readonly others: readonly number[];
  /** Whether of those the highest counts alone, or all of them are multiplied. */
  readonly combine: 'HIGHEST' | 'PRODUCT';
}

/** The reward points of a paid order (M3.1, C1): base × level × the others, half up once, at the very end. */
export function earnedPoints({
  amountFen,
  pointsPerYuan,
  tierBasisPoints,
  others,
  combine,
}: Earning): number {
  const counted = combine === 'PRODUCT' ? others : others.length === 0 ? [] : [Math.max(...others)];
  const factors = [tierBasisPoints, ...counted].map(BigInt);
  const scale = factors.reduce((product) => product * whole, fenPerYuan);
  const amount = factors.reduce(
    (product, factor) => product * factor,
    BigInt(amountFen) * BigInt(pointsPerYuan),
  );
  return Number((amount * 2n + scale) / (scale * 2n));
}

const fenPerYuan = 100n;
