// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const PaidOrdersDocument = "query PaidOrders($first:Int!$after:String){completedOrders(first:$first after:$after){edges{node{...PaidOrderFields}}pageInfo{endCursor hasNextPage}}}fragment PaidOrderFields on Order{id reference planName points amountFen refundedFen refundedPoints completedAt buyer{id displayName}}" as TypedDocument<T.PaidOrdersQuery, T.PaidOrdersQueryVariables>;

export const RefundOrderDocument = "mutation RefundOrder($input:RefundOrderInput!){refundOrder(input:$input){__typename ...on RefundOrderSuccess{order{...PaidOrderFields}}...on InvalidInput{field limit}...on UserError{message}}}fragment PaidOrderFields on Order{id reference planName points amountFen refundedFen refundedPoints completedAt buyer{id displayName}}" as TypedDocument<T.RefundOrderMutation, T.RefundOrderMutationVariables>;
