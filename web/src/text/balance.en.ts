import type { BalanceText } from './balance.zh.ts';
import { formatFen, formatNumber } from './format.ts';

const pointsOf = (points: number): string => `${formatNumber(points)} ${points === 1 ? 'point' : 'points'}`;

export const balanceEn: BalanceText = {
  title: 'Balance',
  now: {
    title: 'Card points left',
    unit: 'points',
    debt: (points) =>
      `You owe ${pointsOf(points)}: your session was not cut off when the balance ran out. The next top-up pays them first.`,
    buys: (perMinute) =>
      perMinute === 1
        ? 'One point buys one minute of live typing.'
        : `A minute of live typing costs ${pointsOf(perMinute)}.`,
    minutes: (minutes) =>
      `Enough for about ${formatNumber(minutes)} ${minutes === 1 ? 'minute' : 'minutes'} of live typing.`,
    forEver: 'Points that you bought never expire.',
    rewards: 'Reward points, and when points expire',
    bought: 'Times bought',
    times: (count) => count,
  },
  topUp: 'Top up',
  coupons: 'My coupons',
  card: {
    title: 'Top-up card',
    label: 'Card code',
    hint: 'Paste it as it is: spaces, dashes and letter case do not matter.',
    submit: 'Redeem',
    done: (points, balance) => `${pointsOf(points)} added. You now have ${pointsOf(balance)}.`,
    wait: (seconds) => `Please wait ${seconds} seconds before you try again.`,
  },
  plans: {
    title: 'Buy card points',
    points: pointsOf,
    unit: (fen, points) => `${formatFen(fen / points)} a point`,
    buy: 'Buy',
    buyOf: (name) => `Buy: ${name}`,
    none: 'No plan is on sale at present. Use a top-up card, or contact our staff.',
    noMethod: 'No way to pay is set up here yet. Use a top-up card, or contact our staff.',
    how: (names) => `Payment: ${names}. Your points are added once staff have seen the money arrive.`,
  },
  orders: {
    title: 'Orders',
    empty: 'No orders yet.',
    points: pointsOf,
    status: {
      AWAITING_PAYMENT: 'To be paid',
      AWAITING_CONFIRMATION: 'Being checked',
      COMPLETED: 'Completed',
      CANCELLED: 'Cancelled',
    },
    columns: { plan: 'Plan', amount: 'Amount', status: 'State', time: 'Ordered', reference: 'Reference' },
    open: 'Open',
    more: 'Show more orders',
  },
  order: {
    title: (reference) => `Order ${reference}`,
    pageTitle: 'Order',
    back: 'Back to your balance',
    amount: 'Amount to transfer',
    reference: 'Reference to quote',
    copyAmount: 'Copy amount',
    copyReference: 'Copy reference',
    instructions: 'How to pay',
    expect:
      'Staff check incoming money in working hours. This page and your balance then change by themselves.',
    paid: 'I have paid',
    cancel: 'Cancel order',
    cancelTitle: (reference) => `Cancel order ${reference}?`,
    cancelWhat: 'Only cancel what you have not paid. If the money is on its way, keep the order.',
    cancelConfirm: 'Cancel order',
    states: {
      AWAITING_PAYMENT: 'To be paid: make the transfer below, then press “I have paid”.',
      AWAITING_CONFIRMATION: 'Being checked: we know that you have paid, and are looking for the money.',
      COMPLETED: 'Completed: the points are yours.',
      CANCELLED: 'Cancelled: nothing was charged.',
    },
    completedAt: 'Completed',
    createdAt: 'Ordered',
    notFound: 'This order was not found',
    notFoundText: 'It may not be yours, or the link is mistyped.',
  },
  entries: {
    title: 'Movements',
    empty: 'Nothing has moved yet.',
    columns: { time: 'Time', reason: 'Reason', amount: 'Points', after: 'Balance after' },
    group: (title, count) =>
      `Live typing${title === undefined ? '' : ` of “${title}”`}, ${formatNumber(count)} entries`,
    after: 'Balance',
    show: 'Show',
    hide: 'Hide',
  },
};
