import { formatNumber } from './format.ts';

export const commentsZh = {
  title: '评论',
  list: '评论列表',
  empty: '还没有评论。',
  older: '显示更早的评论',
  fresh: (count: number) => `显示 ${formatNumber(count)} 条新评论`,
  kinds: { OWNER: '主办', MEMBER: '会员', GUEST: '访客' },
  edited: '已编辑',
  removed: '这条评论已删除。',
  write: '写评论',
  writeAs: (name: string) => `以“${name}”的名义发表，所有读者都能看到。`,
  post: '发表',
  reply: '回复',
  replyTo: (name: string) => `回复 ${name}`,
  sendReply: '发送回复',
  edit: '编辑',
  editLabel: '编辑评论',
  remove: '删除',
  removeTitle: (name: string) => `删除 ${name} 的这条评论？`,
  removeText: '文字会被删掉，不能恢复；原处留下“已删除”的标记。',
  sending: '发送中…',
  failed: '没有发出',
  discard: '放弃',
  moreReplies: '还有更多回复没有显示在这里。',
  cannotComment: '你可以阅读，但不能在这里评论。',
};

export type CommentsText = typeof commentsZh;
