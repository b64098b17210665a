export { announcementsFeature } from './announcements.feature.ts';
export type { AnnouncementRow } from './announcement.rules.ts';
export { Announcement } from './announcement.types.ts';
export { announcementsByIds } from './announcements.queries.ts';
export type {} from './announcement.events.ts';
