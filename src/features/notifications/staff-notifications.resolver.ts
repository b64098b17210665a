import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { inLocale, type Locale } from '../../platform/text/text.ts';
import { MemberAccount, memberAccountsByIds } from '../members/index.ts';
import { adapters } from './channels.ts';
import { deliveryPage, type DeliveryRow } from './deliveries.queries.ts';
import { channels } from './notification.rules.ts';
import { templateNames, templates, wordingOf, type TemplateName } from './notification-templates.rules.ts';
import { resend } from './resend.service.ts';
import * as types from './staff-notification.types.ts';

const locales: readonly Locale[] = ['zh-CN', 'en'];

/** What the house says, and what became of it, as its operators see it. */
@Resolver(() => types.NotificationDelivery)
export class StaffNotificationsResolver {
  @Query(() => [types.ChannelState], {
    description: 'Staff: the channels, and whether they work in this house.',
  })
  @Access('operator')
  notificationChannels(@Ctx() ctx: RequestContext): readonly types.ChannelState[] {
    return channels.map((channel) => ({
      channel,
      isConfigured: channel === 'IN_APP' || adapters[channel].isConfigured(ctx),
    }));
  }

  @Query(() => [types.NotificationTemplate], {
    description: 'Staff: every message that the house knows how to write.',
  })
  @Access('operator')
  notificationTemplates(): readonly types.NotificationTemplate[] {
    return templateNames.map((id) => ({ id, purpose: templates[id].purpose, samples: samplesOf(id) }));
  }

  @Query(() => types.NotificationDeliveryConnection, {
    description: 'Staff: the outbox, everything that goes out of the house, the newest first.',
  })
  @Access('operator')
  notificationDeliveries(
    @Args(() => types.DeliveriesArgs) args: types.DeliveriesArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<DeliveryRow>> {
    const { state = null, channel = null } = args;
    // Nothing goes out by the inbox.
    return deliveryPage(ctx, { state, channel: channel as Exclude<typeof channel, 'IN_APP'> }, args);
  }

  @Mutation(() => types.ResendNotificationSuccess, {
    description: 'Staff: has something sent that did not go out. What was sent stays as it is.',
  })
  @Access('operator')
  async resendNotification(
    @Arg('input', () => types.ResendNotificationInput) input: types.ResendNotificationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.ResendNotificationSuccess> {
    return { delivery: await resend(ctx, input.deliveryId) };
  }

  @FieldResolver(() => String, { description: 'Its title, in the reader’s language.' })
  title(@Root() { template, facts }: DeliveryRow, @Ctx() ctx: RequestContext): string {
    return inLocale(wordingOf(template, facts).title, ctx.locale);
  }

  @FieldResolver(() => MemberAccount, { nullable: true, description: 'Whom it is for.' })
  member(@Root() { memberId }: DeliveryRow, @Ctx() ctx: RequestContext): Promise<MemberAccount | null> {
    return batched(ctx, memberAccountsByIds, memberId);
  }
}

/** The name of a template. */
@Resolver(() => types.NotificationTemplate)
export class NotificationTemplateResolver {
  @FieldResolver(() => String, { description: 'What it is about, in the reader’s language.' })
  name(@Root() { id }: types.NotificationTemplate, @Ctx() ctx: RequestContext): string {
    return inLocale(templates[id as TemplateName].name, ctx.locale);
  }
}

function samplesOf(name: TemplateName): readonly types.NotificationSample[] {
  const { title, body } = wordingOf(name, templates[name].sample);
  return locales.map((locale) => ({ locale, title: inLocale(title, locale), body: inLocale(body, locale) }));
}
