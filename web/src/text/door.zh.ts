import { formatDateTime } from './format.ts';

export const doorZh = {
  notBegun: '会议尚未开始。现在就可以输入密码，会议开始后自动进入，不用刷新。',
  until: (iso: string) => `可查看至 ${formatDateTime(iso)}。`,
  notFound: {
    title: '没有找到这份速录',
    text: '查看码可能写错了，或者主办方已经收回。请向主办方核对。',
    home: '回到首页',
  },
  waiting: {
    title: '密码正确，正在等主持人同意',
    text: '请留在这个页面，主持人同意后会自动进入，不用刷新。',
    hostIsHere: '主持人在线，已经看到你的请求。',
    hostIsAway: '主持人现在不在线，回来后会看到你的请求。',
  },
  refused: {
    title: '主持人没有让你进入',
    text: '如果你认为有误，请联系主持人，再重新输入密码。',
    again: '重新输入密码',
  },
  expired: {
    title: '查看期限已过',
    text: (iso: string | null) =>
      iso === null
        ? '这份速录的查看期限已过。如需继续查看，请联系主持人。'
        : `这份速录只开放到 ${formatDateTime(iso)}。如需继续查看，请联系主持人。`,
  },
};

export type DoorText = typeof doorZh;
