import { defineText } from './text.ts';

/** What becomes of what a device keeps, for whoever logs out. */
export const leavingText = defineText({
  'zh-CN': () => import('./leaving.zh.ts').then((module) => module.leavingZh),
  en: () => import('./leaving.en.ts').then((module) => module.leavingEn),
});
