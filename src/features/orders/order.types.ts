import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Coupon, CouponProblem, type CouponProblemCode } from '../coupons/index.ts';
import type { OrderStatus as Status } from './order.rules.ts';
import type { RefundProblem as Problem } from './refund.rules.ts';
import type { PriceLineKind as LineKind } from './price.rules.ts';

export const PaymentMethod = { BANK_TRANSFER: 'BANK_TRANSFER' } as const;
registerEnumType(PaymentMethod, {
  name: 'PaymentMethod',
  description: 'A way to pay.',
  valuesConfig: {
    BANK_TRANSFER: { description: 'A transfer between banks, confirmed by staff when it arrives.' },
  },
});

export const OrderStatus: { readonly [Each in Status]: Each } = {
  AWAITING_PAYMENT: 'AWAITING_PAYMENT',
  AWAITING_CONFIRMATION: 'AWAITING_CONFIRMATION',
  COMPLETED: 'COMPLETED',
  CANCELLED: 'CANCELLED',
};
registerEnumType(OrderStatus, {
  name: 'OrderStatus',
  description: 'Where an order stands.',
  valuesConfig: {
    AWAITING_PAYMENT: { description: 'Ordered; the money is on its way or still to be sent.' },
    AWAITING_CONFIRMATION: { description: 'The buyer says that it is paid; staff look for the money.' },
    COMPLETED: { description: 'Staff saw the money; the points were added.' },
    CANCELLED: { description: 'Given up; no points were added.' },
  },
});

export const RefundProblem: { readonly [Each in Problem]: Each } = {
  NOT_PAID: 'NOT_PAID',
  REFUNDED_ALREADY: 'REFUNDED_ALREADY',
  WINDOW_CLOSED: 'WINDOW_CLOSED',
  NOTHING_UNUSED: 'NOTHING_UNUSED',
  TOO_MANY_POINTS: 'TOO_MANY_POINTS',
};
registerEnumType(RefundProblem, {
  name: 'RefundProblem',
  description: 'Why an order cannot be refunded.',
  valuesConfig: {
    NOT_PAID: { description: 'It is not paid.' },
    REFUNDED_ALREADY: { description: 'It was refunded before; an order is refunded once.' },
    WINDOW_CLOSED: { description: 'The time for it is over.' },
    NOTHING_UNUSED: { description: 'All of its points are used.' },
    TOO_MANY_POINTS: { description: 'Fewer of its points are unused.' },
  },
});

export const PriceLineKind: { readonly [Each in LineKind]: Each } = {
  LIST: 'LIST',
  TIER: 'TIER',
  CAMPAIGN: 'CAMPAIGN',
  COUPON: 'COUPON',
  POINTS: 'POINTS',
};
registerEnumType(PriceLineKind, {
  name: 'PriceLineKind',
  description: 'A step of a price’s arithmetic, in the order in which they are taken.',
  valuesConfig: {
    LIST: { description: 'The price of the plan.' },
    TIER: { description: 'The buyer’s level’s price.' },
    CAMPAIGN: { description: 'A campaign, such as member day.' },
    COUPON: { description: 'A coupon.' },
    POINTS: { description: 'What reward points pay for.' },
  },
});

/** A step of a price. Its label comes from a resolver. */
@ObjectType({ description: 'A step of a price: what it takes off, and what is left after it.' })
export class OrderPriceLine {
  @Field(() => PriceLineKind, { description: 'Which step.' })
  kind!: LineKind;

  @Field(() => Int, {
    description: 'What it adds (the first line) or takes off, in fen; the lines sum to the price.',
  })
  amountFen!: number;

  @Field(() => Int, { description: 'What is left to pay after it, in fen.' })
  afterFen!: number;
}

/** A coupon of the buyer's beside a price. */
@ObjectType({ description: 'A coupon of yours, and what it would make of the price.' })
export class CouponOffer {
  @Field(() => Coupon, { description: 'The coupon.' })
  coupon!: object;

  @Field(() => Int, { description: 'What the order would cost with it, in fen.' })
  totalFen!: number;

  @Field(() => Int, { description: 'How much less that is than without any coupon, in fen.' })
  savedFen!: number;

  @Field(() => CouponProblem, { nullable: true, description: 'Why it cannot be used; null where it can.' })
  problem!: CouponProblemCode | null;
}

/** A price before it is ordered. */
@ObjectType({ description: 'What an order would cost you now, with its arithmetic.' })
export class OrderPrice {
  @Field(() => Int, { description: 'The price of the plan, in fen.' })
  listFen!: number;

  @Field(() => Int, { description: 'What is to be paid, in fen.' })
  totalFen!: number;

  @Field(() => [OrderPriceLine], { description: 'How it comes about, step by step.' })
  lines!: readonly object[];

  @Field(() => [CouponOffer], { description: 'Your coupons, the one that saves most first; at most 50.' })
  coupons!: readonly CouponOffer[];

  @Field(() => ID, { nullable: true, description: 'The coupon that saves most; null where none helps.' })
  bestCouponId!: string | null;
}

/** So many points for so much money. */
@ObjectType({ description: 'So many card points for so much money.' })
export class PointPlan {
  @Field(() => ID, { description: 'The plan’s id.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => Int, { description: 'The card points in it.' })
  points!: number;

  @Field(() => Int, { description: 'Its price in fen.' })
  priceFen!: number;

  @Field(() => Boolean, { description: 'Whether it can be ordered now.' })
  isOnSale!: boolean;
}

/** A way to pay that works here. */
@ObjectType({ description: 'A way to pay that works in this house.' })
export class PaymentOption {
  @Field(() => PaymentMethod, { description: 'The way to pay, for `orderPoints`.' })
  method!: 'BANK_TRANSFER';

  @Field(() => String, { description: 'Its name in the reader’s language.' })
  name!: string;

  @Field(() => String, { description: 'What to know before ordering, in the reader’s language.' })
  instructions!: string;
}

/** An order of card points. Its instructions and its buyer come from resolvers. */
@ObjectType({ description: 'An order of card points: what was sold, as it was sold.' })
export class Order {
  @Field(() => ID, { description: 'The order’s id.' })
  id!: string;

  @Field(() => OrderStatus, { description: 'Where it stands.' })
  status!: Status;

  @Field(() => String, { description: 'The plan’s name at the time.' })
  planName!: string;

  @Field(() => Int, { description: 'The card points that it brings.' })
  points!: number;

  @Field(() => Int, { description: 'What it costs, in fen.' })
  amountFen!: number;

  @Field(() => String, { description: 'What to quote with the payment, so that it is found.' })
  reference!: string;

  @Field(() => PaymentMethod, { description: 'How it is to be paid.' })
  paymentMethod!: 'BANK_TRANSFER';

  @Field(() => Date, { description: 'When it was ordered.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When staff confirmed the money; null until then.' })
  completedAt!: Date | null;

  @Field(() => Int, { description: 'The price of the plan at the time, in fen.' })
  listFen!: number;

  @Field(() => [OrderPriceLine], {
    description: 'How the amount comes about, as it was ordered; it sums to `amountFen`.',
  })
  priceLines!: readonly object[];

  @Field(() => Date, {
    nullable: true,
    description: 'Unpaid by then, it is cancelled and gives back what it holds; null where it holds nothing.',
  })
  payBy!: Date | null;

  @Field(() => Int, { description: 'The money that was given back, in fen.' })
  refundedFen!: number;

  @Field(() => Int, { description: 'The card points that were taken back for it.' })
  refundedPoints!: number;

  @Field(() => Int, { description: 'The reward points that it earned.' })
  earnedPoints!: number;
}

@InputType({ description: 'A paid order to be refunded.' })
export class RefundOrderInput {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'So many of its unused points; absent: all that are unused.',
  })
  points?: number | null;

  @Field(() => String, { description: 'Why, 1–200 characters; kept with the refund.' })
  reason!: string;

  @Field(() => String, { description: 'Made by the client, 8–200 characters: the same key refunds once.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The points are taken back; the money is staff’s to send.' })
export class RefundOrderSuccess {
  @Field(() => Order, { description: 'The order as it stands now.' })
  order!: object;
}

export const OrderConnection = connectionOf(() => Order, 'Order');

/** What to order. */
@InputType({ description: 'What to order, and how to pay for it.' })
export class OrderPointsInput {
  @Field(() => ID, {
    description: 'The plan to order; its price is the house’s, whatever a client believes.',
  })
  planId!: string;

  @Field(() => PaymentMethod, { description: 'One of `paymentOptions`.' })
  paymentMethod!: 'BANK_TRANSFER';

  @Field(() => ID, {
    nullable: true,
    description: 'A coupon of yours to use for it; it is held for the order from then on.',
  })
  couponId?: string | null;

  @Field(() => String, { description: 'Made by the client, 8–200 characters: the same key orders once.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The order stands.' })
export class OrderPointsSuccess {
  @Field(() => Order, { description: 'The order as it stands now, also when the key comes again.' })
  order!: object;
}

@InputType({ description: 'An order that was paid.' })
export class ReportPaymentInput {
  @Field(() => ID, { description: 'Your order.' })
  orderId!: string;
}

@ObjectType({ description: 'Staff will look for the money.' })
export class ReportPaymentSuccess {
  @Field(() => Order, { description: 'The order as it stands now.' })
  order!: object;
}

@InputType({ description: 'An order to be given up.' })
export class CancelOrderInput {
  @Field(() => ID, { description: 'Your order; for staff, any.' })
  orderId!: string;
}

@ObjectType({ description: 'The order is given up.' })
export class CancelOrderSuccess {
  @Field(() => Order, { description: 'The order as it stands now.' })
  order!: object;
}

@InputType({ description: 'An order whose money has arrived.' })
export class ConfirmPaymentInput {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => String, { description: 'Made by the client, 8–200 characters: the same key confirms once.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The order is complete and its points are with the buyer.' })
export class ConfirmPaymentSuccess {
  @Field(() => Order, { description: 'The order as it stands now.' })
  order!: object;
}

@InputType({ description: 'What a plan is to be.' })
export class SavePointPlanInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The plan to change; absent: a new one. Orders keep what they were sold as.',
  })
  id?: string | null;

  @Field(() => String, { description: 'Its name, 1–60 characters.' })
  name!: string;

  @Field(() => Int, { description: 'The card points in it, 1–100000.' })
  points!: number;

  @Field(() => Int, { description: 'Its price in fen, 1–500000.' })
  priceFen!: number;

  @Field(() => Boolean, { description: 'Whether it can be ordered.' })
  isOnSale!: boolean;
}

@ObjectType({ description: 'The plan was saved.' })
export class SavePointPlanSuccess {
  @Field(() => PointPlan, { description: 'The plan as it is now.' })
  plan!: PointPlan;
}
