// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const StaffNotificationTemplatesDocument = "query StaffNotificationTemplates{notificationChannels{channel isConfigured}notificationTemplates{id name purpose samples{locale title body}}}" as TypedDocument<T.StaffNotificationTemplatesQuery, T.StaffNotificationTemplatesQueryVariables>;

export const StaffDeliveriesDocument = "query StaffDeliveries($first:Int!$after:String$state:DeliveryState){notificationDeliveries(first:$first after:$after state:$state){totalCount edges{node{...DeliveryFields}}pageInfo{endCursor hasNextPage}}}fragment DeliveryFields on NotificationDelivery{id channel state title recipient attempts dueAt sentAt lastError createdAt member{id displayName}}" as TypedDocument<T.StaffDeliveriesQuery, T.StaffDeliveriesQueryVariables>;

export const ResendNotificationDocument = "mutation ResendNotification($input:ResendNotificationInput!){resendNotification(input:$input){delivery{...DeliveryFields}}}fragment DeliveryFields on NotificationDelivery{id channel state title recipient attempts dueAt sentAt lastError createdAt member{id displayName}}" as TypedDocument<T.ResendNotificationMutation, T.ResendNotificationMutationVariables>;
