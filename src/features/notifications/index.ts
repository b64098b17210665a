export { notificationsFeature } from './notifications.feature.ts';
export { notify, type Notice } from './notify.service.ts';
export type { TemplateName, TemplateValues } from './notification-templates.rules.ts';
export { notificationsByIds, unreadCounts } from './inbox.queries.ts';
export { Notification } from './notification.types.ts';
export type {} from './notification.events.ts';
