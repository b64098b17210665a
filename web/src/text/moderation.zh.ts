import { formatNumber } from './format.ts';

export const moderationZh = {
  title: '管理评论',
  waiting: (count: number) => `${formatNumber(count)} 条待处理`,
  queue: (count: number) => `待审核（${formatNumber(count)}）`,
  queueEmpty: '没有等待审核的评论。',
  byWords: '含词表里的词',
  approve: '通过',
  refuse: '不通过',
  approveAll: '全部通过',
  refuseAll: '全部不通过',
  reported: (count: number) => `被举报（${formatNumber(count)}）`,
  reports: (count: number) => `${formatNumber(count)} 人举报`,
  hide: '删除评论',
  dismiss: '保留，忽略举报',
  ban: '停止此人评论',
  bans: '已停止评论的人',
  unban: '恢复评论',
  mode: '谁可以评论',
  modes: {
    OPEN: { name: '开放', text: '能阅读的人都可以评论' },
    REVIEWED: { name: '先审后发', text: '每条评论经你通过后才显示' },
    CLOSED: { name: '关闭', text: '已有的评论仍可阅读；你和速录员还能写' },
  },
  words: '词表',
  wordsHint: '含这些词的评论先等你审核。一行一个，最多 200 个；不分大小写和全半角。',
  wordsSaved: (count: number) => `已保存 ${formatNumber(count)} 个词`,
};

export type ModerationText = typeof moderationZh;
