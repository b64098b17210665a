import { systemContext } from '../../platform/context.ts';
import type { Feature } from '../../platform/feature.ts';
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
import { tellOfOrder, tellOfRisk, tellOfTier } from './news-told.service.ts';
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
    house.outbox.on('orderCompleted', (news) => tellOfOrder(systemContext(house), news));
    house.outbox.on('tierChanged', (news) => tellOfTier(systemContext(house), news));
    house.outbox.on('tierAtRisk', (news) => tellOfRisk(systemContext(house), news));
  },
  jobs: [expiryReminders, greetings],
  orderedJobs: [deliverNotification],
};
