// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const StaffOverviewDocument = "query StaffOverview{ordersAwaitingConfirmation(first:1){totalCount}pointPlans{id}cardBatches(first:1){totalCount}announcements(first:1){totalCount}memberAccounts(first:1){totalCount}}" as TypedDocument<T.StaffOverviewQuery, T.StaffOverviewQueryVariables>;

export const StaffOrdersDocument = "query StaffOrders($first:Int!$after:String){ordersAwaitingConfirmation(first:$first after:$after){totalCount edges{node{...StaffOrderFields}}pageInfo{endCursor hasNextPage}}}fragment StaffOrderFields on Order{id status planName points amountFen reference createdAt buyer{id displayName username}}" as TypedDocument<T.StaffOrdersQuery, T.StaffOrdersQueryVariables>;

export const ConfirmPaymentDocument = "mutation ConfirmPayment($input:ConfirmPaymentInput!){confirmPayment(input:$input){__typename ...on ConfirmPaymentSuccess{order{id status}}...on UserError{message}}}" as TypedDocument<T.ConfirmPaymentMutation, T.ConfirmPaymentMutationVariables>;

export const StaffCancelOrderDocument = "mutation StaffCancelOrder($input:CancelOrderInput!){cancelOrder(input:$input){__typename ...on CancelOrderSuccess{order{id status}}...on UserError{message}}}" as TypedDocument<T.StaffCancelOrderMutation, T.StaffCancelOrderMutationVariables>;

export const StaffPlansDocument = "query StaffPlans{pointPlans(includeRetired:true){...StaffPlanFields}}fragment StaffPlanFields on PointPlan{id name points priceFen isOnSale}" as TypedDocument<T.StaffPlansQuery, T.StaffPlansQueryVariables>;

export const SavePointPlanDocument = "mutation SavePointPlan($input:SavePointPlanInput!){savePointPlan(input:$input){__typename ...on SavePointPlanSuccess{plan{...StaffPlanFields}}...on UserError{message}...on InvalidInput{field limit}}}fragment StaffPlanFields on PointPlan{id name points priceFen isOnSale}" as TypedDocument<T.SavePointPlanMutation, T.SavePointPlanMutationVariables>;

export const StaffBatchesDocument = "query StaffBatches($first:Int!$after:String){cardBatches(first:$first after:$after){edges{node{...StaffBatchFields}}pageInfo{endCursor hasNextPage}}}fragment StaffBatchFields on CardBatch{id count points note redeemedCount createdAt voidedAt}" as TypedDocument<T.StaffBatchesQuery, T.StaffBatchesQueryVariables>;

export const CreateCardBatchDocument = "mutation CreateCardBatch($input:CreateCardBatchInput!){createCardBatch(input:$input){__typename ...on CreateCardBatchSuccess{codes batch{...StaffBatchFields}}...on UserError{message}...on InvalidInput{field limit}}}fragment StaffBatchFields on CardBatch{id count points note redeemedCount createdAt voidedAt}" as TypedDocument<T.CreateCardBatchMutation, T.CreateCardBatchMutationVariables>;

export const VoidCardBatchDocument = "mutation VoidCardBatch($input:VoidCardBatchInput!){voidCardBatch(input:$input){voidedCount batch{...StaffBatchFields}}}fragment StaffBatchFields on CardBatch{id count points note redeemedCount createdAt voidedAt}" as TypedDocument<T.VoidCardBatchMutation, T.VoidCardBatchMutationVariables>;

export const StaffAnnouncementsDocument = "query StaffAnnouncements($first:Int!$after:String){announcements(first:$first after:$after){edges{node{...StaffAnnouncementFields}}pageInfo{endCursor hasNextPage}}}fragment StaffAnnouncementFields on Announcement{id title body bodyHtml publishedAt}" as TypedDocument<T.StaffAnnouncementsQuery, T.StaffAnnouncementsQueryVariables>;

export const StaffMemberCountDocument = "query StaffMemberCount{memberAccounts(first:1){totalCount}}" as TypedDocument<T.StaffMemberCountQuery, T.StaffMemberCountQueryVariables>;

export const PublishAnnouncementDocument = "mutation PublishAnnouncement($input:PublishAnnouncementInput!){publishAnnouncement(input:$input){__typename ...on PublishAnnouncementSuccess{announcement{...StaffAnnouncementFields}}...on UserError{message}...on InvalidInput{field limit}}}fragment StaffAnnouncementFields on Announcement{id title body bodyHtml publishedAt}" as TypedDocument<T.PublishAnnouncementMutation, T.PublishAnnouncementMutationVariables>;

export const EditAnnouncementDocument = "mutation EditAnnouncement($input:EditAnnouncementInput!){editAnnouncement(input:$input){__typename ...on EditAnnouncementSuccess{announcement{...StaffAnnouncementFields}}...on UserError{message}...on InvalidInput{field limit}}}fragment StaffAnnouncementFields on Announcement{id title body bodyHtml publishedAt}" as TypedDocument<T.EditAnnouncementMutation, T.EditAnnouncementMutationVariables>;

export const WithdrawAnnouncementDocument = "mutation WithdrawAnnouncement($input:WithdrawAnnouncementInput!){withdrawAnnouncement(input:$input){withdrawnId}}" as TypedDocument<T.WithdrawAnnouncementMutation, T.WithdrawAnnouncementMutationVariables>;

export const StaffMembersDocument = "query StaffMembers($first:Int!$after:String$search:String){memberAccounts(first:$first after:$after search:$search){totalCount edges{node{id username displayName role createdAt cardPoints{balance debt}}}pageInfo{endCursor hasNextPage}}}" as TypedDocument<T.StaffMembersQuery, T.StaffMembersQueryVariables>;

export const StaffMemberDocument = "query StaffMember($id:ID!$first:Int!$after:String){memberAccount(id:$id){id username displayName role createdAt cardPoints{balance debt entries(first:$first after:$after){edges{node{id kind reason amount balanceAfter createdAt}}pageInfo{endCursor hasNextPage}}}}}" as TypedDocument<T.StaffMemberQuery, T.StaffMemberQueryVariables>;
