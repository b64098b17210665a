import type { Feature } from '../../platform/feature.ts';
import { CardBatchEntity } from './card-batch.entity.ts';
import { CardsResolver } from './cards.resolver.ts';
import { OrderEntity } from './order.entity.ts';
import { MemberOrdersResolver, OrderResolver, OrdersResolver } from './orders.resolver.ts';
import { PlansResolver } from './plans.resolver.ts';
import { PointPlanEntity } from './point-plan.entity.ts';

/** Plans, orders and top-up cards: how card points come to members. */
export const ordersFeature: Feature = {
  name: 'orders',
  entities: [PointPlanEntity, OrderEntity, CardBatchEntity],
  resolvers: [OrdersResolver, MemberOrdersResolver, OrderResolver, PlansResolver, CardsResolver],
};
