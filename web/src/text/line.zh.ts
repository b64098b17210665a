import { formatNumber } from './format.ts';

const unsent = (count: number): string => `${formatNumber(count)} 字未发送`;

export const lineZh = {
  save: {
    saved: () => '已保存',
    saving: (count: number) => `保存中（${formatNumber(count)} 字）`,
    offline: (count: number) => `离线 · 已存本机（${unsent(count)}）`,
    conflict: (count: number) => `有冲突（${unsent(count)}）`,
    halted: (count: number) => `已暂停发送（${unsent(count)}）`,
    signedOut: (count: number) => `请重新登录（${unsent(count)}）`,
  },
  /** Offline, and this device does not keep it either. */
  unkept: (count: number) => `离线 · 没能存到本机（${unsent(count)}）`,
  savedNow: '已保存：提交的文字全部在服务器上，正在输入的一行存在本机。',
  fault: {
    full: '这台设备的存储空间满了，未发送的内容存不下。请不要关闭页面；腾出空间后会自动补存。',
    blocked:
      '浏览器不让本页在这台设备上存东西（例如隐私窗口）。文字照常发送，但还没发送的部分一关页面就没了。',
  },
  copyUnsent: '复制未发送的内容',
  downloadUnsent: '下载未发送的内容',
  unsentFile: '未发送的速录.txt',
  logInHere: '在此登录',
  logInElsewhere: '在新标签页登录',
  signedOut: '登录已过期。可以继续输入，文字存在本机；重新登录后自动发送。',
  somebodyElse: '现在登录的是另一个账号。请换回原来的账号，未发送的内容才能发出去。',
  hint: (keys: { commit: string; breakLine: string; correct: string; speaker: string; sheet: string }) =>
    `${keys.commit} 提交 · ${keys.breakLine} 换行 · ${keys.correct} 修改上一段 · ${keys.speaker} 换发言人 · ${keys.sheet} 全部快捷键`,
  unlocked: (keys: string) => `可在句中修改 · 按 ${keys} 回到末尾`,
  heldBack: (count: number) => `暂留 ${formatNumber(count)} 字，读者还看不到`,
  allShown: '读者已看到全部',
  takenBack: (count: number) => `已收回 ${formatNumber(count)} 字；可以撤销。`,
  guest: '不明发言人',
  tags: ['（听不清）', '（笑声）', '（掌声）', '（外语）', '（待核）'],
};

export type LineText = typeof lineZh;
