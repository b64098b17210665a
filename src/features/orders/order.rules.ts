import { checkInteger, checkText } from '../../platform/text/text.rules.ts';
import type { Text } from '../../platform/text/text.ts';

/** The states of an order, in the order of its life. The last two are final. */
export type OrderStatus = 'AWAITING_PAYMENT' | 'AWAITING_CONFIRMATION' | 'COMPLETED' | 'CANCELLED';

/** Whether money may still come for the order. */
export const isOpen = (status: OrderStatus): boolean =>
  status === 'AWAITING_PAYMENT' || status === 'AWAITING_CONFIRMATION';

/** A member who leaves this many orders unpaid pays or cancels one before the next. */
export const openOrdersMax = 20;
export const plansMax = 100;
/** An unpaid order keeps the coupon and the points that it holds for so long; then it is cancelled. */
export const reservationHours = 24;
/** In fen; the cap of a single order (C22). */
export const priceFenMax = 500_000;
export const pointsMax = 100_000;
export const planNameMax = 60;

/** What a plan is to be; throws InvalidInput outside of its limits. */
export function checkPlan<
  Plan extends { readonly name: string; readonly points: number; readonly priceFen: number },
>(plan: Plan): Plan {
  checkText('name', plan.name, {
    name: { zh: '方案名称', en: 'The name of the plan' },
    min: 1,
    max: planNameMax,
  });
  checkInteger('points', plan.points, {
    name: { zh: '卡点数', en: 'The number of points' },
    min: 1,
    max: pointsMax,
  });
  checkInteger('priceFen', plan.priceFen, {
    name: { zh: '价格（分）', en: 'The price in fen' },
    min: 1,
    max: priceFenMax,
  });
  return plan;
}

/** Why an order is not open any more, or not for this. */
export function notOpenText(status: OrderStatus): Text {
  switch (status) {
    case 'COMPLETED':
      return { zh: '该订单已完成，卡点已入账。', en: 'This order is complete; its points have been added.' };
    case 'CANCELLED':
      return { zh: '该订单已取消。', en: 'This order has been cancelled.' };
    case 'AWAITING_CONFIRMATION':
      return {
        zh: '你已报告付款，订单正在等待确认；如需取消，请联系工作人员。',
        en: 'You have reported the payment, and staff are checking it. To cancel, please contact them.',
      };
    case 'AWAITING_PAYMENT':
      return { zh: '该订单尚未付款。', en: 'This order has not been paid yet.' };
  }
}
