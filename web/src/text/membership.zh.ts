import { formatFen, formatNumber } from './format.ts';

export const membershipZh = {
  title: '会员等级',
  mine: '我的等级',
  since: (date: string) => `${date} 起`,
  granted: (day: string, held: string) => `临时等级，到 ${day} 为止；之后为${held}。`,
  grace: (day: string, held: string) =>
    `年度评定没有达到${held}的标准。${day} 之前补足，等级就会保留；否则到期后降一级。`,
  review: (day: string) => `下一次年度评定：${day}。在那之前不会降级。`,
  window: (months: number, fen: number, orders: number) =>
    `最近 ${months} 个月：消费 ${formatFen(fen)}，付款 ${formatNumber(orders)} 单`,
  frequency: { NONE: '未消费', LOW: '低频', MIDDLE: '中频', HIGH: '高频' },
  frequencyOf: (band: string) => `购买频次：${band}`,
  brings: '享有的权益',
  pay: (percent: number) =>
    percent === 100 ? '按标价付款' : `按标价的 ${percent}% 付款（${percent / 10} 折）`,
  times: (times: number) => (times === 1 ? '消费积分按 1 倍计' : `消费积分 × ${times}`),
  next: (name: string) => `距离${name}`,
  anyOne: '达到其中任意一项即可，系统自动升级，不用申请。',
  top: '你已经是最高等级。',
  done: (have: string, need: string) => `${have} / ${need}`,
  kinds: {
    SPEND: '消费',
    ORDERS: '付款订单',
    POINTS: '获得积分',
    LOGIN_DAYS: '登录天数',
    CAMPAIGNS: '参加活动',
    INVITATIONS: '邀请会员',
  },
  why: '为什么是这个等级',
  whyNone: '注册即得，还没有发生过变化。',
  more: '更早的记录',
  levels: '全部等级',
  yours: '你的等级',
  toRules: '查看全部会员规则',
  rulesTitle: '会员规则',
  rulesIntro: '这里写的就是系统正在执行的规则，数字随规则自动更新。',
  version: (version: number, date: string) => `第 ${version} 版，${date} 起生效`,
  versionOne: '第 1 版：最初的规则',
  toMine: '查看我的等级',
};

export type MembershipText = typeof membershipZh;
