import { systemContext, type House } from '../../platform/context.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import type { DomainEvents } from '../../platform/events/outbox.ts';
import type { Feature } from '../../platform/feature.ts';
import { programmeConfig, rankOf, tierName } from '../programme/index.ts';
import { expiryReminders } from './expiry-reminders.job.ts';
import { greetings } from './greetings.job.ts';
import {
  NotificationConsentEntity,
  NotificationDeliveryEntity,
  NotificationEntity,
  NotificationInboxEntity,
} from './notification.entity.ts';
import { deliverNotification } from './notifications.job.ts';
import { MemberNotificationsResolver, NotificationsResolver } from './notifications.resolver.ts';
import type { TemplateName } from './notification-templates.ts';
import { notify, type Notice } from './notify.service.ts';
import { NotificationTemplateResolver, StaffNotificationsResolver } from './staff-notifications.resolver.ts';

/** What members are told: an inbox that is live, mail and adapters for more, by their consent. */
export const notificationsFeature: Feature = {
  name: 'notifications',
  entities: [
    NotificationEntity,
    NotificationInboxEntity,
    NotificationDeliveryEntity,
    NotificationConsentEntity,
  ],
  resolvers: [
    MemberNotificationsResolver,
    NotificationsResolver,
    StaffNotificationsResolver,
    NotificationTemplateResolver,
  ],
  listen: (house) => {
    house.outbox.on('orderCompleted', ({ orderId, memberId, points }) =>
      tell(house, {
        memberId,
        template: 'ORDER_COMPLETED',
        values: { orderId, points },
        dedupeKey: `order:${orderId}`,
      }),
    );
    house.outbox.on('tierChanged', (news) => tellOfTier(house, news));
    house.outbox.on('tierAtRisk', (news) => tellOfRisk(house, news));
  },
  jobs: [expiryReminders, greetings],
  orderedJobs: [deliverNotification],
};

async function tell<Name extends TemplateName>(house: House, notice: Notice<Name>): Promise<void> {
  await unitOfWork(systemContext(house), (unit) => notify(unit, notice));
}

async function tellOfTier(
  house: House,
  { memberId, decisionId, before, after }: DomainEvents['tierChanged'],
): Promise<void> {
  const { rules } = await programmeConfig(systemContext(house));
  await tell(house, {
    memberId,
    template: 'TIER_CHANGED',
    values: {
      before: tierName(rules, before),
      after: tierName(rules, after),
      isUp: rankOf(after) > rankOf(before),
    },
    dedupeKey: `tier:${decisionId}`,
  });
}

async function tellOfRisk(
  house: House,
  { memberId, decisionId, tier, until }: DomainEvents['tierAtRisk'],
): Promise<void> {
  const { rules } = await programmeConfig(systemContext(house));
  await tell(house, {
    memberId,
    template: 'TIER_AT_RISK',
    values: { tier: tierName(rules, tier), until },
    dedupeKey: `tier-at-risk:${decisionId}`,
  });
}
