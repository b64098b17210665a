export const announcementsZh = {
  title: '公告',
  emptyTitle: '还没有公告',
  emptyText: '本站有新消息时会在这里公布。',
};

export type AnnouncementsText = typeof announcementsZh;
