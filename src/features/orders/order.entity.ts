import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import type { Text } from '../../platform/text/text.ts';
import type { OrderStatus } from './order.rules.ts';
import type { PriceLine } from './price.rules.ts';

/** The ways to pay that orders can name. */
export type PaymentMethod = 'BANK_TRANSFER';

/** A member's order of card points: what was sold, as it was sold. */
export const OrderEntity = defineEntity({
  name: 'Order',
  tableName: 'orders',
  properties: (p) => ({
    id: p.uuid().primary(),
    memberId: p.uuid(),
    planId: p.uuid(),
    planName: p.text(),
    points: p.integer(),
    amountFen: p.integer(),
    paymentMethod: p.text().$type<PaymentMethod>(),
    instructions: p.json().$type<Text>(),
    reference: p.text().unique(),
    status: p.text().$type<OrderStatus>(),
    createdAt: p.datetime(3),
    reportedAt: p.datetime(3).nullable(),
    completedAt: p.datetime(3).nullable(),
    cancelledAt: p.datetime(3).nullable(),
    confirmedBy: p.uuid().nullable(),
    listFen: p.integer(),
    /** The arithmetic as it was agreed to. */
    priceLines: p.json().$type<readonly PriceLine[]>(),
    couponId: p.uuid().strictNullable(),
    rewardPoints: p.integer().default(0),
    /** Until then an unpaid order keeps what it holds; null where it holds nothing. */
    payBy: p.datetime(3).strictNullable(),
    refundedFen: p.integer().default(0),
    refundedPoints: p.integer().default(0),
    earnedPoints: p.integer().default(0),
    reversedPoints: p.integer().default(0),
  }),
});

/** An order as it is read: a plain row. */
export type OrderRow = Readonly<InferEntity<typeof OrderEntity>>;
