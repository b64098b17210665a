import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.ts';
import type { Wire } from '../support/wire.ts';

const orderFields = `id status planName points amountFen reference paymentMethod instructions createdAt completedAt buyer { id }`;
const failures = `... on UserError { message } ... on InvalidInput { field limit }`;

/** A key that was never used. */
export const newKey = (): string => `key-${randomUUID()}`;

const call =
  (name: string, selection: string) =>
  async (client: Client, input: object): Promise<Wire> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${selection} } }`;
    return (await client.data<Wire>(document, { input }))[name];
  };

export const orderPoints = call(
  'orderPoints',
  `... on OrderPointsSuccess { order { ${orderFields} } } ${failures}`,
);
export const reportPayment = call(
  'reportPayment',
  `... on ReportPaymentSuccess { order { ${orderFields} } } ... on OrderNotOpen { status message }`,
);
export const cancelOrder = call(
  'cancelOrder',
  `... on CancelOrderSuccess { order { ${orderFields} } } ... on OrderNotOpen { status message }`,
);
export const confirmPayment = call(
  'confirmPayment',
  `... on ConfirmPaymentSuccess { order { ${orderFields} } } ... on OrderNotOpen { status } ${failures}`,
);
export const redeemCard = call(
  'redeemCard',
  `... on RedeemCardSuccess { points balance } ... on CardNotRedeemable { problem } ... on TooManyAttempts { retryAfterSeconds } ${failures}`,
);
export const createCardBatch = call(
  'createCardBatch',
  `... on CreateCardBatchSuccess { codes batch { id count points note redeemedCount voidedAt } }
   ... on CardBatchAlreadyCreated { batch { id count } } ${failures}`,
);
export const voidCardBatch = call('voidCardBatch', `voidedCount batch { id voidedAt redeemedCount }`);
export const savePointPlan = call(
  'savePointPlan',
  `... on SavePointPlanSuccess { plan { id name points priceFen isOnSale } } ${failures}`,
);

/** The codes of new cards. */
export const newCards = async (
  operator: Client,
  { count = 1, points = 50 } = {},
): Promise<readonly string[]> =>
  (await createCardBatch(operator, { count, points, idempotencyKey: newKey() })).codes;

/** The plan of 60 points for ¥30.00 that a new house sells. */
export const starterPlanId = '019d0000-0000-7000-8000-000000000001';

/** An order of that plan. */
export const newOrder = async (buyer: Client): Promise<Wire> =>
  (
    await orderPoints(buyer, {
      planId: starterPlanId,
      paymentMethod: 'BANK_TRANSFER',
      idempotencyKey: newKey(),
    })
  ).order;

export const balanceOf = async (client: Client): Promise<number> =>
  (await client.data<Wire>(`{ me { cardPoints { balance } } }`)).me.cardPoints.balance;
