import { refundsText } from '../../text/refunds.text.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

/** Paid orders and their refunds, in a chunk of their own. */
export const PaidOrders = lazyPart<object>({
  load: () => import('./paid-orders.tsx').then((module) => module.PaidOrders),
  texts: [refundsText],
  lines: 3,
});
