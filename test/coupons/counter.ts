import { randomUUID } from 'node:crypto';
import { newKey, starterPlanId } from '../orders/shop.ts';
import type { Client } from '../support/client.ts';
import type { SignedInClient, World } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';

const failures = `... on UserError { message } ... on InvalidInput { field limit }`;
const couponFields = `id standing source validFrom validUntil orderId type { id name benefit terms }`;

/** ¥5.00 off any order, one for each member, for thirty days. */
export const fiveOff = {
  name: '五元券',
  kind: 'NO_THRESHOLD',
  amountFen: 500,
  daysValid: 30,
} as const;

/** Asks for a type of coupon, and gets what the house says. */
export const askForType = async (operator: Client, input: object): Promise<Wire> =>
  (
    await operator.data<Wire>(
      `mutation ($input: CreateCouponTypeInput!) { createCouponType(input: $input) { __typename
        ... on CreateCouponTypeSuccess { type { id kind name benefit terms issueRules claimCode isActive } } ${failures} } }`,
      { input },
    )
  )['createCouponType'];

/** A type of coupon that stands. */
export async function newType(operator: Client, over: object = {}): Promise<Wire> {
  const made = await askForType(operator, { ...fiveOff, ...over });
  if (made.__typename !== 'CreateCouponTypeSuccess') throw new Error(JSON.stringify(made));
  return made.type;
}

const call =
  (name: string, selection: string) =>
  async (client: Client, input: object): Promise<Wire> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${selection} ${failures} } }`;
    return (await client.data<Wire>(document, { input: { idempotencyKey: newKey(), ...input } }))[name];
  };

export const claimCoupon = call(
  'claimCoupon',
  `... on ClaimCouponSuccess { coupons { ${couponFields} } } ... on CouponNotClaimable { problem }`,
);
export const claimCouponByCode = call(
  'claimCouponByCode',
  `... on ClaimCouponByCodeSuccess { coupons { ${couponFields} } } ... on CouponNotClaimable { problem }
   ... on TooManyAttempts { retryAfterSeconds }`,
);
export const issueCoupons = call(
  'issueCoupons',
  `... on IssueCouponsSuccess { issuedCount failures { id message } }`,
);
export const orderWith = (client: Client, input: object): Promise<Wire> =>
  call(
    'orderPoints',
    `... on OrderPointsSuccess { order { id status listFen amountFen payBy coupon { id standing } priceLines { kind label amountFen afterFen } } }
     ... on CouponNotUsable { problem }`,
  )(client, { planId: starterPlanId, paymentMethod: 'BANK_TRANSFER', ...input });

/** A coupon of this type in the hands of a member. */
export async function couponFor(operator: Client, member: SignedInClient, typeId: string): Promise<string> {
  const given = await issueCoupons(operator, { typeId, usernames: [member.username] });
  if (given.issuedCount !== 1) throw new Error(JSON.stringify(given));
  const [coupon] = await couponsOf(member);
  return coupon.id;
}

/** A member's coupons of one sort, the newest first. */
export const couponsOf = async (client: Client, filter = 'USABLE'): Promise<Wire> =>
  (
    await client.data<Wire>(
      `query ($filter: CouponFilter!) { me { coupons(filter: $filter, first: 100) { edges { node { ${couponFields} } } } } }`,
      { filter },
    )
  )['me'].coupons.edges.map(({ node }: Wire) => node);

/** Where the coupons of a type are. */
export const figuresOf = async (operator: Client, typeId: string): Promise<Wire> =>
  (
    await operator.data<Wire>(
      `{ couponTypes(first: 100) { edges { node { id figures { issued reserved redeemed void } } } } }`,
    )
  )['couponTypes'].edges.find(({ node }: Wire) => node.id === typeId).node.figures;

export const newCode = (): string => randomUUID().slice(0, 8).toUpperCase();

/** Moves the time on; whoever is logged in stays so. */
export async function wait(world: World, ms: number): Promise<void> {
  await world.sql(
    `update sessions set idle_ms = 400000000000, expires_at = expires_at + interval '10 years'`,
  );
  world.clock.advance(ms);
}
