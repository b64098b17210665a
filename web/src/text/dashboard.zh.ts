import { formatNumber } from './format.ts';

export const dashboardZh = {
  title: '管理首页',
  transcribe: '进行速录',
  /** M18.5, word for word; the link stands between the brackets. */
  empty: { before: '温馨提示：您的会员卡点已不足，请及时充值【', link: '点击充值', after: '】' },
  emptyMore: '余额 0 点，暂时不能开始新的速录；正在进行的速录不会中断。',
  low: (minutes: number) =>
    `余额不多了：大约还能速录 ${formatNumber(minutes)} 分钟。正在进行的速录不会中断，请记得充值。`,
  balance: {
    title: '卡点余额',
    unit: '点',
    minutes: (minutes: number) => `约可速录 ${formatNumber(minutes)} 分钟`,
    debt: (points: number) => `欠 ${formatNumber(points)} 点，下次充值时先归还`,
    topUp: '充值',
    more: '明细',
  },
  announcements: {
    title: '公告',
    empty: '暂时没有公告。',
    strip: (count: number, newest: string) => `公告（${count}）：${newest}`,
  },
  comments: {
    title: '最新评论',
    count: (total: number, waiting: number) =>
      waiting === 0
        ? `共 ${formatNumber(total)} 条`
        : `共 ${formatNumber(total)} 条，${formatNumber(waiting)} 条待回复`,
    empty: '还没有评论',
    emptyText: '读者在你的速录下发表评论后，会自动出现在这里，可以直接回复。',
    emptyAction: '去分享速录',
    fresh: (count: number) => `${formatNumber(count)} 条新评论`,
    on: (title: string) => `《${title}》`,
    onCount: (count: number) => `这份共 ${formatNumber(count)} 条评论`,
    guest: '访客',
    answered: '已回复',
    more: '展开全文',
    less: '收起',
    reply: '回复',
    replyTo: (name: string) => `回复 ${name}`,
    send: '发送',
    sent: '已回复',
  },
  transcripts: {
    title: '最新速录',
    all: '全部内容',
    empty: '还没有速录',
    emptyText: '开一场速录，或把已有的文字稿导入进来，就会出现在这里。',
  },
};

export type DashboardText = typeof dashboardZh;
