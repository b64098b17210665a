import type { Feature } from '../../platform/feature.ts';
import { AnnouncementEntity } from './announcement.entity.ts';
import { AnnouncementsResolver } from './announcements.resolver.ts';

/** What the house tells everybody. */
export const announcementsFeature: Feature = {
  name: 'announcements',
  entities: [AnnouncementEntity],
  resolvers: [AnnouncementsResolver],
};
