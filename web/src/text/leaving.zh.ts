import { formatNumber } from './format.ts';

export const leavingZh = {
  title: '退出这台设备？',
  action: '退出',
  cleared: '这台设备上的词典副本、脚本、阅读位置会清除；词典在服务器上，下次登录会重新取回。',
  notes: (count: number) =>
    `${formatNumber(count)} 篇速录的阅读笔记只在这台设备上，也会清除。要留着，请先在阅读页导出。`,
  unsent: '还没有发送的内容不会丢：它们留在这台设备上，等你回来登录后再发送；别人登录看不到。',
};

export type LeavingText = typeof leavingZh;
