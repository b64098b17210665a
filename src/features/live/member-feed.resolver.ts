import { Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { announcementsByIds } from '../announcements/index.ts';
import { commentsByIds } from '../comments/index.ts';
import { notificationsByIds, unreadCounts } from '../notifications/index.ts';
import { ordersByIds } from '../orders/index.ts';
import { transcriptsByIds } from '../transcripts/index.ts';
import { requireMember } from '../../platform/auth/actor.ts';
import { Access } from '../../platform/graphql/access.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { openMemberFeed, type MemberHint } from './member-feed.ts';
import * as types from './member-feed.types.ts';

/** What concerns the signed-in member, as it happens. */
@Resolver()
export class MemberFeedResolver {
  @Subscription(() => types.MemberEvent, {
    description:
      'News for your open pages: points, comments, orders, notifications, announcements. Hints only; read afresh after a reconnect.',
    subscribe: ({ context }: { readonly context: RequestContext }) => openMemberFeed(context),
  })
  @Access('member')
  async memberFeed(@Root() hint: MemberHint, @Ctx() ctx: RequestContext): Promise<object> {
    switch (hint.kind) {
      case 'BALANCE_CHANGED':
        return Object.assign(new types.BalanceChanged(), { balance: hint.balance, debt: hint.debt });
      case 'REWARDS_CHANGED': {
        const { balance, pending, held, debt } = hint;
        return Object.assign(new types.RewardsChanged(), { balance, pending, held, debt });
      }
      case 'COMMENT_RECEIVED':
        return Object.assign(new types.CommentReceived(), {
          comment: await batched(ctx, commentsByIds, hint.commentId),
        });
      case 'COMMENT_TO_REVIEW':
        return Object.assign(new types.CommentToReview(), {
          transcript: await batched(ctx, transcriptsByIds, hint.transcriptId),
        });
      case 'ORDER_CHANGED':
        return Object.assign(new types.OrderChanged(), {
          order: await batched(ctx, ordersByIds, hint.orderId),
        });
      case 'NOTIFICATION_RECEIVED':
      case 'NOTIFICATIONS_READ':
        return Object.assign(new types.NotificationsChanged(), {
          notification:
            hint.kind === 'NOTIFICATION_RECEIVED'
              ? await batched(ctx, notificationsByIds, hint.notificationId)
              : null,
          unreadCount: await batched(ctx, unreadCounts, requireMember(ctx).id),
        });
      case 'ANNOUNCEMENT_PUBLISHED':
        return Object.assign(new types.AnnouncementPublished(), {
          announcement: await batched(ctx, announcementsByIds, hint.announcementId),
        });
    }
  }
}
