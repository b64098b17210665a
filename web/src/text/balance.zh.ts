import { formatFen, formatNumber } from './format.ts';

export const balanceZh = {
  title: '余额查询',
  now: {
    title: '剩余卡点',
    unit: '点',
    debt: (points: number) => `欠 ${formatNumber(points)} 点：余额用完后速录没有中断，下次充值时先归还。`,
    buys: (perMinute: number) =>
      perMinute === 1 ? '1 点可以速录 1 分钟。' : `速录 1 分钟用 ${formatNumber(perMinute)} 点。`,
    minutes: (minutes: number) => `现有余额约可速录 ${formatNumber(minutes)} 分钟。`,
    forEver: '购买的卡点永不过期。',
    rewards: '我的积分与有效期',
    bought: '购买次数',
    times: (count: string) => `${count} 次`,
  },
  topUp: '充值',
  card: {
    title: '充值卡',
    label: '卡号',
    hint: '空格、短横线、大小写都不影响，可以直接粘贴。',
    submit: '充值',
    done: (points: number, balance: number) =>
      `充值成功：到账 ${formatNumber(points)} 点，现有 ${formatNumber(balance)} 点。`,
    wait: (seconds: number) => `请等 ${seconds} 秒再试。`,
  },
  plans: {
    title: '购买卡点',
    points: (points: number) => `${formatNumber(points)} 点`,
    unit: (fen: number, points: number) => `每点 ${formatFen(fen / points)}`,
    buy: '购买',
    buyOf: (name: string) => `购买：${name}`,
    none: '目前没有在售的方案，请用充值卡，或联系工作人员。',
    noMethod: '本站还没有开通付款方式，请用充值卡，或联系工作人员。',
    how: (names: string) => `付款方式：${names}。工作人员核对到账后，卡点才会入账。`,
  },
  orders: {
    title: '订单',
    empty: '还没有订单。',
    points: (points: number) => `${formatNumber(points)} 点`,
    status: {
      AWAITING_PAYMENT: '待支付',
      AWAITING_CONFIRMATION: '待确认',
      COMPLETED: '已完成',
      CANCELLED: '已取消',
    },
    columns: { plan: '方案', amount: '金额', status: '状态', time: '下单时间', reference: '订单号' },
    open: '查看',
    more: '显示更多订单',
  },
  order: {
    title: (reference: string) => `订单 ${reference}`,
    pageTitle: '订单',
    back: '返回余额查询',
    amount: '应付金额',
    reference: '付款附言（订单号）',
    copyAmount: '复制金额',
    copyReference: '复制订单号',
    instructions: '付款说明',
    expect: '工作人员在工作时间核对到账；确认后这里和余额会自动更新，不用刷新。',
    paid: '我已付款',
    cancel: '取消订单',
    cancelTitle: (reference: string) => `取消订单 ${reference}？`,
    cancelWhat: '还没有付款才可以取消。已经转账的，请不要取消。',
    cancelConfirm: '取消订单',
    states: {
      AWAITING_PAYMENT: '待支付：请按下面的说明转账，然后点“我已付款”。',
      AWAITING_CONFIRMATION: '待确认：已收到你的付款通知，正在核对到账。',
      COMPLETED: '已完成：卡点已入账。',
      CANCELLED: '已取消：没有产生任何费用。',
    },
    completedAt: '完成时间',
    createdAt: '下单时间',
    notFound: '没有找到这个订单',
    notFoundText: '它可能不属于你，或者链接写错了。',
  },
  entries: {
    title: '卡点明细',
    empty: '还没有变动。',
    columns: { time: '时间', reason: '事由', amount: '变动', after: '变动后余额' },
    group: (title: string | undefined, count: number) =>
      `速录${title === undefined ? '' : `《${title}》`}共 ${formatNumber(count)} 笔`,
    after: '余额',
    show: '展开',
    hide: '收起',
  },
};

export type BalanceText = typeof balanceZh;
