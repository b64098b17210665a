import type { AnnouncementsText } from './announcements.zh.ts';

export const announcementsEn: AnnouncementsText = {
  title: 'Announcements',
  emptyTitle: 'Nothing announced yet',
  emptyText: 'News of this site will be told here.',
};
