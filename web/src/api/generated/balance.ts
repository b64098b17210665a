// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const BalancePageDocument = "query BalancePage{me{cardPoints{balance debt entries(first:50){edges{node{...PointEntryFields}}pageInfo{endCursor hasNextPage}}}orders(first:100){edges{node{...OrderFields}}pageInfo{endCursor hasNextPage}}}pointPlans{id name points priceFen}paymentOptions{method name instructions}}fragment PointEntryFields on PointEntry{id kind amount balanceAfter createdAt reason subjectId}fragment OrderFields on Order{id planName points amountFen status reference instructions createdAt completedAt listFen payBy priceLines{...PriceLineFields}}fragment PriceLineFields on OrderPriceLine{kind label amountFen afterFen}" as TypedDocument<T.BalancePageQuery, T.BalancePageQueryVariables>;

export const MoreEntriesDocument = "query MoreEntries($first:Int!$after:String){me{cardPoints{entries(first:$first after:$after){edges{node{...PointEntryFields}}pageInfo{endCursor hasNextPage}}}}}fragment PointEntryFields on PointEntry{id kind amount balanceAfter createdAt reason subjectId}" as TypedDocument<T.MoreEntriesQuery, T.MoreEntriesQueryVariables>;

export const OrderPageDocument = "query OrderPage($after:String){me{orders(first:100 after:$after){edges{node{...OrderFields}}pageInfo{endCursor hasNextPage}}}}fragment OrderFields on Order{id planName points amountFen status reference instructions createdAt completedAt listFen payBy priceLines{...PriceLineFields}}fragment PriceLineFields on OrderPriceLine{kind label amountFen afterFen}" as TypedDocument<T.OrderPageQuery, T.OrderPageQueryVariables>;

export const ReportPaymentDocument = "mutation ReportPayment($input:ReportPaymentInput!){reportPayment(input:$input){__typename ...on ReportPaymentSuccess{order{...OrderFields}}...on OrderNotOpen{status}...on UserError{message}}}fragment OrderFields on Order{id planName points amountFen status reference instructions createdAt completedAt listFen payBy priceLines{...PriceLineFields}}fragment PriceLineFields on OrderPriceLine{kind label amountFen afterFen}" as TypedDocument<T.ReportPaymentMutation, T.ReportPaymentMutationVariables>;

export const CancelOrderDocument = "mutation CancelOrder($input:CancelOrderInput!){cancelOrder(input:$input){__typename ...on CancelOrderSuccess{order{...OrderFields}}...on OrderNotOpen{status}...on UserError{message}}}fragment OrderFields on Order{id planName points amountFen status reference instructions createdAt completedAt listFen payBy priceLines{...PriceLineFields}}fragment PriceLineFields on OrderPriceLine{kind label amountFen afterFen}" as TypedDocument<T.CancelOrderMutation, T.CancelOrderMutationVariables>;

export const RedeemCardDocument = "mutation RedeemCard($input:RedeemCardInput!){redeemCard(input:$input){__typename ...on RedeemCardSuccess{points balance}...on CardNotRedeemable{problem}...on InvalidInput{field limit}...on TooManyAttempts{retryAfterSeconds}...on UserError{message}}}" as TypedDocument<T.RedeemCardMutation, T.RedeemCardMutationVariables>;
