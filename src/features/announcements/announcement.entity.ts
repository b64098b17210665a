import { defineEntity } from '@mikro-orm/postgresql';

/** An announcement as it is kept. A withdrawn one is hidden, never deleted. */
export const AnnouncementEntity = defineEntity({
  name: 'Announcement',
  tableName: 'announcements',
  properties: (p) => ({
    id: p.uuid().primary(),
    title: p.text(),
    body: p.text(),
    authorId: p.uuid(),
    publishedAt: p.datetime(3),
    withdrawnAt: p.datetime(3).nullable(),
  }),
});
