import type { RecurringJob } from '../../platform/jobs/recurring.ts';
import { minuteMs } from '../../platform/time/clock.ts';
import { cancelUnpaidOrders } from './orders.service.ts';

/** Every minute: what unpaid orders have held for too long is given back. */
export const unpaidOrders: RecurringJob = {
  name: 'unpaid-orders',
  title: { zh: '取消逾期未付款的订单', en: 'Cancel orders that were not paid in time' },
  everyMs: minuteMs,
  run: cancelUnpaidOrders,
};
