export { ordersFeature } from './orders.feature.ts';
export { Order } from './order.types.ts';
export { ordersByIds } from './orders.queries.ts';
export type {} from './order.events.ts';
