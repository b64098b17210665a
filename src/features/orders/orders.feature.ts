import { systemContext } from '../../platform/context.ts';
import type { Feature } from '../../platform/feature.ts';
import { giveSpendCoupons } from '../coupons/index.ts';
import { CardBatchEntity } from './card-batch.entity.ts';
import { CardsResolver } from './cards.resolver.ts';
import { OrderEntity } from './order.entity.ts';
import { unpaidOrders } from './orders.job.ts';
import {
  CouponOfferResolver,
  MemberOrdersResolver,
  OrderPriceLineResolver,
  OrderPricesResolver,
  OrderResolver,
  OrdersResolver,
  RefundsResolver,
} from './orders.resolver.ts';
import { PlansResolver } from './plans.resolver.ts';
import { PointPlanEntity } from './point-plan.entity.ts';

/** Plans, orders and top-up cards: how card points come to members. */
export const ordersFeature: Feature = {
  name: 'orders',
  entities: [PointPlanEntity, OrderEntity, CardBatchEntity],
  resolvers: [
    OrdersResolver,
    RefundsResolver,
    OrderPricesResolver,
    OrderPriceLineResolver,
    CouponOfferResolver,
    MemberOrdersResolver,
    OrderResolver,
    PlansResolver,
    CardsResolver,
  ],
  listen: (house) =>
    house.outbox.on('orderCompleted', (order) => giveSpendCoupons(systemContext(house), order)),
  jobs: [unpaidOrders],
};
