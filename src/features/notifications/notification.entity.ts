import { defineEntity } from '@mikro-orm/postgresql';
import type {
  DeliveryState,
  NotificationChannel,
  NotificationPurpose,
  OutwardChannel,
} from './notification.rules.ts';
import type { TemplateName, TemplateValues } from './notification-templates.rules.ts';

/** One thing that a member is told. */
export const NotificationEntity = defineEntity({
  name: 'Notification',
  tableName: 'notifications',
  properties: (p) => ({
    id: p.uuid().primary(),
    memberId: p.uuid(),
    /** Its number in the member's inbox, without gaps; null where the member wants such things not to be there. */
    seq: p.bigint().strictNullable().$type<number>(),
    template: p.text().$type<TemplateName>(),
    facts: p.json<TemplateValues[TemplateName]>(),
    purpose: p.text().$type<NotificationPurpose>(),
    dedupeKey: p.text(),
    createdAt: p.datetime(3),
    readAt: p.datetime(3).strictNullable(),
  }),
});

/** A member's inbox: the row whose lock gives the numbers. */
export const NotificationInboxEntity = defineEntity({
  name: 'NotificationInbox',
  tableName: 'notification_inboxes',
  properties: (p) => ({
    memberId: p.uuid().primary(),
    lastSeq: p.bigint().$type<number>(),
  }),
});

/** A notification on its way through one channel. */
export const NotificationDeliveryEntity = defineEntity({
  name: 'NotificationDelivery',
  tableName: 'notification_deliveries',
  properties: (p) => ({
    id: p.uuid().primary(),
    notificationId: p.uuid(),
    memberId: p.uuid(),
    channel: p.text().$type<OutwardChannel>(),
    state: p.text().$type<DeliveryState>(),
    attempts: p.integer(),
    /** Not before: what quiet hours or the daily limit put off. */
    dueAt: p.datetime(3).strictNullable(),
    claimedAt: p.datetime(3).strictNullable(),
    sentAt: p.datetime(3).strictNullable(),
    recipient: p.text().strictNullable(),
    lastError: p.text().strictNullable(),
    createdAt: p.datetime(3),
  }),
});

/** What a member has said about a channel and a purpose; what they have not said is the default. */
export const NotificationConsentEntity = defineEntity({
  name: 'NotificationConsent',
  tableName: 'notification_consents',
  properties: (p) => ({
    memberId: p.uuid().primary(),
    channel: p.text().$type<NotificationChannel>().primary(),
    purpose: p.text().$type<NotificationPurpose>().primary(),
    isOn: p.boolean(),
    changedAt: p.datetime(3),
  }),
});
