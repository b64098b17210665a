import type { Text } from '../../platform/text/text.ts';

/** Shares are in basis points: 10000 is the whole, 8500 is 8.5折. */
export const whole = 10_000;

/** What a coupon does to a price. */
export interface CouponTerms {
  readonly name: string;
  readonly amountFen: number | null;
  readonly payBasisPoints: number | null;
  /** The most that a percentage takes off. */
  readonly maxOffFen: number | null;
  /** What has to be left to pay before the coupon. */
  readonly minSpendFen: number;
  readonly stacksWithTier: boolean;
  readonly stacksWithCampaign: boolean;
  readonly stacksWithPoints: boolean;
}

/** A discount of the day, such as member day's or a birthday's. */
export interface CampaignTerms {
  readonly name: Text;
  readonly payBasisPoints: number;
  /** An exclusive one stands alone: instead of the tier's price and of a coupon. */
  readonly stacking: 'EXCLUSIVE' | 'STACKABLE';
}

/** Reward points as money. */
export interface PointsTerms {
  /** How many the buyer wants to spend and has. */
  readonly wanted: number;
  /** How many are worth one yuan. */
  readonly perYuan: number;
  /** The most of what is left that they may pay for. */
  readonly shareMaxBasisPoints: number;
}

/** Everything that a price is made of; integers all, money in fen. */
export interface PriceParts {
  readonly listFen: number;
  readonly tier: { readonly name: Text; readonly payBasisPoints: number } | null;
  readonly campaigns: readonly CampaignTerms[];
  readonly coupon: CouponTerms | null;
  readonly points: PointsTerms | null;
  /** Nothing is ever given away: an order costs this at least, one fen or more (C20). */
  readonly floorFen: number;
}

interface PriceFacts {
  readonly LIST: Readonly<Record<string, never>>;
  readonly TIER: { readonly name: Text; readonly payBasisPoints: number };
  readonly CAMPAIGN: { readonly name: Text; readonly payBasisPoints: number };
  readonly COUPON: { readonly name: string };
  readonly POINTS: { readonly points: number };
}

export type PriceLineKind = keyof PriceFacts;

/** One step of the arithmetic: what it adds or takes off, and what is left to pay after it. */
export type PriceLine = {
  [Kind in PriceLineKind]: {
    readonly kind: Kind;
    readonly facts: PriceFacts[Kind];
    readonly amountFen: number;
    readonly afterFen: number;
  };
}[PriceLineKind];

/** Why a coupon does not change this price. */
export type CouponMisfit = 'BELOW_MINIMUM' | 'CAMPAIGN_EXCLUSIVE' | 'NOT_CHEAPER';

/** A price with its arithmetic; the lines sum to the total. */
export interface Price {
  readonly totalFen: number;
  readonly lines: readonly PriceLine[];
  readonly pointsUsed: number;
  readonly couponMisfit: CouponMisfit | null;
}

/**
 * The one arithmetic of every price (C20): tier price, the campaigns of the day, at most one coupon, reward points for
 * at most a share of what is left, and never below the floor. Whatever is rounded is rounded half up, once, on its line.
 * What may not be combined is left out, and a coupon is not used up where the buyer pays no less with it.
 */
export function priceOf(parts: PriceParts): Price {
  checkParts(parts);
  const usual = usualWay(parts);
  const isCouponUsed = parts.coupon !== null && usual.misfit === null;
  const alone = bestAlone(parts);
  // Where the coupon changes nothing it is kept, so the campaign wins a tie against it.
  const isAloneBetter =
    alone !== null &&
    (leftIn(alone) < leftIn(usual.lines) || (isCouponUsed && leftIn(alone) === leftIn(usual.lines)));
  if (!isAloneBetter) return paidWithPoints(parts, usual);
  return paidWithPoints(parts, { lines: alone, misfit: parts.coupon ? 'CAMPAIGN_EXCLUSIVE' : null });
}

interface Way {
  readonly lines: readonly PriceLine[];
  readonly misfit: CouponMisfit | null;
}

function usualWay(parts: PriceParts): Way {
  const { coupon, floorFen } = parts;
  const plain = run(discounts(parts, null));
  if (!coupon) return { lines: plain, misfit: null };
  const before = run(discounts(parts, coupon));
  if (leftIn(before) < coupon.minSpendFen) return { lines: plain, misfit: 'BELOW_MINIMUM' };
  const withCoupon = run([...discounts(parts, coupon), couponStep(coupon, floorFen)]);
  if (leftIn(withCoupon) >= leftIn(plain)) return { lines: plain, misfit: 'NOT_CHEAPER' };
  return { lines: withCoupon, misfit: null };
}

/** What the best of the exclusive campaigns makes of the list price. */
function bestAlone(parts: PriceParts): readonly PriceLine[] | null {
  const ways = parts.campaigns
    .filter(({ stacking }) => stacking === 'EXCLUSIVE')
    .map((campaign) => run([...listed(parts), campaignStep(campaign, parts.floorFen)]));
  return ways.toSorted((a, b) => leftIn(a) - leftIn(b))[0] ?? null;
}

/** A step says what it takes off what is left. */
interface Step {
  readonly line: (left: number) => PriceLine | null;
}

const listed = ({ listFen }: PriceParts): readonly Step[] => [
  { line: () => ({ kind: 'LIST', facts: {}, amountFen: listFen, afterFen: listFen }) },
];

/** The list price and the discounts that go with the coupon, or with none. */
function discounts(parts: PriceParts, coupon: CouponTerms | null): readonly Step[] {
  const { tier, campaigns, floorFen } = parts;
  const tierSteps = tier && (coupon?.stacksWithTier ?? true) ? [tierStep(tier, floorFen)] : [];
  const stackable = campaigns.filter(
    ({ stacking }) => stacking === 'STACKABLE' && (coupon?.stacksWithCampaign ?? true),
  );
  return [...listed(parts), ...tierSteps, ...stackable.map((campaign) => campaignStep(campaign, floorFen))];
}

const tierStep = (tier: PriceFacts['TIER'], floorFen: number): Step => ({
  line: (left) => {
    const off = shareOff(left, { ...tier, floorFen });
    if (off === 0) return null;
    const facts = { name: tier.name, payBasisPoints: tier.payBasisPoints };
    return { kind: 'TIER', facts, amountFen: -off, afterFen: left - off };
  },
});

const campaignStep = ({ name, payBasisPoints }: CampaignTerms, floorFen: number): Step => ({
  line: (left) => {
    const off = shareOff(left, { payBasisPoints, floorFen });
    if (off === 0) return null;
    return { kind: 'CAMPAIGN', facts: { name, payBasisPoints }, amountFen: -off, afterFen: left - off };
  },
});

const couponStep = (coupon: CouponTerms, floorFen: number): Step => ({
  line: (left) => {
    const { name, payBasisPoints, amountFen, maxOffFen } = coupon;
    const share = payBasisPoints === null ? 0 : shareOff(left, { payBasisPoints, floorFen });
    const wanted = amountFen ?? Math.min(share, maxOffFen ?? share);
    const off = Math.min(wanted, Math.max(0, left - floorFen));
    return off === 0 ? null : { kind: 'COUPON', facts: { name }, amountFen: -off, afterFen: left - off };
  },
});

function paidWithPoints(parts: PriceParts, { lines, misfit }: Way): Price {
  const { points, coupon, floorFen } = parts;
  const left = leftIn(lines);
  const mayStack = coupon === null || misfit !== null || coupon.stacksWithPoints;
  const { used, off } = points && mayStack ? pointsFor(points, left, floorFen) : { used: 0, off: 0 };
  if (off === 0) return { totalFen: left, lines, pointsUsed: 0, couponMisfit: misfit };
  const line: PriceLine = {
    kind: 'POINTS',
    facts: { points: used },
    amountFen: -off,
    afterFen: left - off,
  };
  return { totalFen: left - off, lines: [...lines, line], pointsUsed: used, couponMisfit: misfit };
}

/** How many of the points this amount takes and what they pay: no more than they are worth, and none for nothing. */
function pointsFor(
  { wanted, perYuan, shareMaxBasisPoints }: PointsTerms,
  left: number,
  floorFen: number,
): { readonly used: number; readonly off: number } {
  const share = Math.floor((left * shareMaxBasisPoints) / whole);
  const bound = Math.max(0, Math.min(share, left - floorFen));
  const most = Math.min(wanted, Math.floor((bound * perYuan) / fenPerYuan));
  const off = Math.floor((most * fenPerYuan) / perYuan);
  return { used: Math.ceil((off * perYuan) / fenPerYuan), off };
}

const fenPerYuan = 100;

/** What is taken off where so much is still to be paid, half up, and never below the floor. */
function shareOff(
  left: number,
  { payBasisPoints, floorFen }: { readonly payBasisPoints: number; readonly floorFen: number },
): number {
  const off = Math.floor((left * (whole - payBasisPoints) + whole / 2) / whole);
  return Math.min(off, Math.max(0, left - floorFen));
}

function run(steps: readonly Step[]): readonly PriceLine[] {
  return steps.reduce<readonly PriceLine[]>((lines, step) => {
    const line = step.line(leftIn(lines));
    return line ? [...lines, line] : lines;
  }, []);
}

const leftIn = (lines: readonly PriceLine[]): number => lines.at(-1)?.afterFen ?? 0;

/** What is handed in comes from checked rows; anything else is our own mistake, and is not made up for. */
function checkParts({ listFen, tier, campaigns, coupon, points, floorFen }: PriceParts): void {
  const money = [coupon?.amountFen, coupon?.maxOffFen, coupon?.minSpendFen];
  const shares = [tier, coupon, ...campaigns].map((each) => each?.payBasisPoints);
  const isSound =
    isWithin(listFen, 1, fenMax) &&
    isWithin(floorFen, 1, fenMax) &&
    shares.every((share) => isWithin(share, 1, whole)) &&
    money.every((fen) => isWithin(fen, 0, fenMax)) &&
    isWithin(points?.wanted, 0, 2_147_483_647) &&
    isWithin(points?.perYuan, 1, 1_000_000) &&
    isWithin(points?.shareMaxBasisPoints, 0, whole);
  if (!isSound) throw new RangeError('A price is made of whole numbers within their bounds.');
}

const fenMax = 1_000_000_000;
const isWithin = (value: number | null | undefined, min: number, max: number): boolean =>
  value == null || (Number.isSafeInteger(value) && value >= min && value <= max);
