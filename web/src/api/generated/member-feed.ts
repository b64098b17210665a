// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const MemberFeedDocument = "subscription MemberFeed{memberFeed{__typename ...on BalanceChanged{balance debt}...on RewardsChanged{balance pending}...on CommentReceived{comment{...CommentFields transcript{id title}}}...on AnnouncementPublished{announcement{id title publishedAt}}...on NotificationsChanged{unreadCount}...on OrderChanged{order{id status}}}}fragment CommentFields on Comment{...FeedCommentFields viewerIsAuthor viewerCanEdit}fragment FeedCommentFields on Comment{id seq body createdAt editedAt isRemoved parentId segmentId quote author{displayName kind}isAnswered}" as TypedDocument<T.MemberFeedSubscription, T.MemberFeedSubscriptionVariables>;
