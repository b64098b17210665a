// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const PointsPageDocument = "query PointsPage($first:Int!$after:String){me{rewardPoints{balance pending held debt lots(first:100){edges{node{...PointLotFields}}pageInfo{hasNextPage}}entries(first:$first after:$after){edges{node{...PointEntryFields}}pageInfo{endCursor hasNextPage}}}cardPoints{lots(first:100){edges{node{...PointLotFields}}pageInfo{hasNextPage}}}}}fragment PointLotFields on PointLot{id kind remaining isPending availableAt expiresAt}fragment PointEntryFields on PointEntry{id kind amount balanceAfter createdAt reason subjectId}" as TypedDocument<T.PointsPageQuery, T.PointsPageQueryVariables>;

export const AdjustPointsDocument = "mutation AdjustPoints($input:AdjustPointsInput!){adjustPoints(input:$input){__typename ...on AdjustPointsSuccess{account{id}}...on InvalidInput{field limit}...on NotEnoughPoints{available}...on UserError{message}}}" as TypedDocument<T.AdjustPointsMutation, T.AdjustPointsMutationVariables>;

export const StaffRewardsDocument = "query StaffRewards($id:ID!$first:Int!$after:String){memberAccount(id:$id){id rewardPoints{balance pending held debt entries(first:$first after:$after){edges{node{...PointEntryFields}}pageInfo{endCursor hasNextPage}}}}}fragment PointEntryFields on PointEntry{id kind amount balanceAfter createdAt reason subjectId}" as TypedDocument<T.StaffRewardsQuery, T.StaffRewardsQueryVariables>;
