import { formatNumber } from './format.ts';

export const readerZh = {
  by: (name: string) => `主办：${name}`,
  audience: (count: number) => `${formatNumber(count)} 人在看`,
  lead: (name: string) => `主打：${name}`,
  typist: (name: string) => `正在速录：${name}`,
  status: { READY: '尚未开始', LIVE: '正在进行', ENDED: '本场已结束' },
  gate: {
    password: '查看密码',
    nickname: '你的称呼',
    nicknameHint: '评论时显示给大家看。',
    enter: '进入',
  },
  passageMark: (count: number) => `这一段有 ${formatNumber(count)} 条评论`,
  log: '速录正文',
  older: '显示更早的内容',
  toBeginning: '到开头',
  waiting: '尚未开始，开始后文字会自动出现',
  held: (count: number) => `还有 ${count} 段，校对后或稍后显示`,
  display: '显示',
  notes: '笔记',
  empty: '还没有内容。开始后会自动出现在这里，不用刷新。',
  emptyEnded: '这场速录没有留下文字。',
  revoked: '你已不能再接收更新。已显示的内容仍保留在这里。',
  enterAgain: '重新输入查看密码',
  jump: (count: number) => (count === 0 ? '回到最新' : `回到最新（${count} 条新）`),
  comments: '评论',
  newComments: (count: number) => `${count} 条新`,
  smaller: '缩小文字',
  larger: '放大文字',
  textSize: '文字大小',
  ended: '本场已结束。以下是完整文字，可以在其中查找。',
  find: {
    title: '查找',
    label: '在正文中查找',
    submit: '查找',
    clear: '清除',
    found: (count: number) => (count === 0 ? '没有找到' : `找到 ${count} 段`),
    results: '查找结果',
  },
};

export type ReaderText = typeof readerZh;
