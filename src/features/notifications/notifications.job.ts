import type { OrderedJob } from '../../platform/jobs/ordered.ts';
import { deliver, type DeliveryOrder } from './delivery.service.ts';

/** Sends one notification through one channel. */
export const deliverNotification: OrderedJob<DeliveryOrder> = {
  name: 'notification-delivery',
  title: { zh: '发送通知', en: 'Send notifications' },
  run: (ctx, order) => deliver(ctx, order, deliverNotification),
};
