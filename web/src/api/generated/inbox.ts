// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const UnreadNotificationsDocument = "query UnreadNotifications{me{id unreadNotificationCount}}" as TypedDocument<T.UnreadNotificationsQuery, T.UnreadNotificationsQueryVariables>;

export const InboxDocument = "query Inbox($first:Int!$after:String$unreadOnly:Boolean!){me{id unreadNotificationCount notifications(first:$first after:$after unreadOnly:$unreadOnly){edges{node{...NotificationFields}}pageInfo{endCursor hasNextPage}}}}fragment NotificationFields on Notification{id seq purpose title body path createdAt readAt}" as TypedDocument<T.InboxQuery, T.InboxQueryVariables>;

export const MarkNotificationsReadDocument = "mutation MarkNotificationsRead($input:MarkNotificationsReadInput!){markNotificationsRead(input:$input){__typename ...on MarkNotificationsReadSuccess{unreadCount}...on UserError{message}}}" as TypedDocument<T.MarkNotificationsReadMutation, T.MarkNotificationsReadMutationVariables>;

export const NotificationSettingsDocument = "query NotificationSettings{me{id notificationSettings{...ChannelSettingsFields}}}fragment ChannelSettingsFields on NotificationChannelSettings{channel isConfigured hasAddress consents{purpose isOn isOptional}}" as TypedDocument<T.NotificationSettingsQuery, T.NotificationSettingsQueryVariables>;

export const SetNotificationConsentDocument = "mutation SetNotificationConsent($input:SetNotificationConsentInput!){setNotificationConsent(input:$input){__typename ...on SetNotificationConsentSuccess{settings{...ChannelSettingsFields}}...on UserError{message}}}fragment ChannelSettingsFields on NotificationChannelSettings{channel isConfigured hasAddress consents{purpose isOn isOptional}}" as TypedDocument<T.SetNotificationConsentMutation, T.SetNotificationConsentMutationVariables>;
