import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { requireMember } from '../../platform/auth/actor.ts';
import { Access } from '../../platform/graphql/access.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { inLocale } from '../../platform/text/text.ts';
import { Member } from '../members/index.ts';
import { inboxOf, unreadCounts, type NotificationRow } from './inbox.queries.ts';
import { markRead, setConsent } from './inbox.service.ts';
import * as types from './notification.types.ts';
import { wordingOf } from './notification-templates.rules.ts';
import { settingsOf, type ChannelSettings } from './channel-settings.ts';

/** A member's own inbox. */
@Resolver(() => Member)
export class MemberNotificationsResolver {
  @FieldResolver(() => types.NotificationConnection, { description: 'Your inbox, the newest first.' })
  notifications(
    @Root() member: Member,
    @Args(() => types.InboxArgs) args: types.InboxArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<NotificationRow>> {
    return inboxOf(ctx, { memberId: member.id, isUnreadOnly: args.unreadOnly }, args);
  }

  @FieldResolver(() => Int, { description: 'How many notifications you have not read.' })
  unreadNotificationCount(@Root() member: Member, @Ctx() ctx: RequestContext): Promise<number> {
    return batched(ctx, unreadCounts, member.id);
  }

  @FieldResolver(() => [types.NotificationChannelSettings], {
    description: 'By which channels you can be told, and what you agree to.',
  })
  notificationSettings(
    @Root() member: Member,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly ChannelSettings[]> {
    return settingsOf(ctx, member.id);
  }
}

/** What a notification says, and what its member does with it. */
@Resolver(() => types.Notification)
export class NotificationsResolver {
  @FieldResolver(() => String, { description: 'Its title, in the reader’s language.' })
  title(@Root() { template, facts }: NotificationRow, @Ctx() ctx: RequestContext): string {
    return inLocale(wordingOf(template, facts).title, ctx.locale);
  }

  @FieldResolver(() => String, { description: 'Its text, in the reader’s language; plain text.' })
  body(@Root() { template, facts }: NotificationRow, @Ctx() ctx: RequestContext): string {
    return inLocale(wordingOf(template, facts).body, ctx.locale);
  }

  @FieldResolver(() => String, { nullable: true, description: 'A path of the house that it leads to.' })
  path(@Root() { template, facts }: NotificationRow): string | null {
    return wordingOf(template, facts).path;
  }

  @Mutation(() => types.MarkNotificationsReadResult, { description: 'Notes what you have read.' })
  @Access('member')
  async markNotificationsRead(
    @Arg('input', () => types.MarkNotificationsReadInput) input: types.MarkNotificationsReadInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.MarkNotificationsReadSuccess> {
    return { unreadCount: await markRead(ctx, input) };
  }

  @Mutation(() => types.SetNotificationConsentResult, {
    description: 'Says whether you agree to be told such things in such a way.',
  })
  @Access('member')
  async setNotificationConsent(
    @Arg('input', () => types.SetNotificationConsentInput) input: types.SetNotificationConsentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.SetNotificationConsentSuccess> {
    await setConsent(ctx, input);
    return { settings: await settingsOf(ctx, requireMember(ctx).id) };
  }
}
