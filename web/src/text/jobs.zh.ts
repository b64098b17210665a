import { formatNumber } from './format.ts';

const each = (count: number, unit: string): string =>
  `每${count === 1 ? '' : ` ${formatNumber(count)} `}${unit}`;

function everyZh(seconds: number): string {
  if (seconds % 86_400 === 0) return each(seconds / 86_400, '天');
  if (seconds % 3_600 === 0) return each(seconds / 3_600, '小时');
  if (seconds % 60 === 0) return each(seconds / 60, '分钟');
  return each(seconds, '秒');
}

export const jobsZh = {
  title: '后台任务',
  intro: '系统自动完成的工作。失败的会自行重试；反复失败的停在这里，等你处理后重新执行。',
  standing: {
    IDLE: '空闲',
    WAITING: '等待执行',
    RUNNING: '执行中',
    RETRYING: '失败，将自动重试',
    FAILED: '失败',
  },
  rhythm: '周期',
  every: everyZh,
  onOrder: '按需执行',
  last: '上次结束',
  never: '尚未执行',
  next: '下次执行',
  nothingOrdered: '没有待办',
  since: '开始于',
  waiting: (count: number) => `${formatNumber(count)} 项等待`,
  retrying: (count: number) => `${formatNumber(count)} 项将重试`,
  failed: (count: number) => `${formatNumber(count)} 项反复失败`,
  progress: (done: number, total: number) => `已完成 ${formatNumber(done)} / ${formatNumber(total)}`,
  error: (message: string) => `失败原因：${message}`,
  run: '立即执行',
  again: '重新执行失败项',
  runLabel: (title: string) => `立即执行：${title}`,
  againLabel: (title: string) => `重新执行失败项：${title}`,
  asked: (title: string) => `已安排：${title}`,
};

export type JobsText = typeof jobsZh;
