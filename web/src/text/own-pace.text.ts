import { defineText } from './text.ts';

/** Reading line by line, at one's own pace. */
export const ownPaceText = defineText({
  'zh-CN': () => import('./own-pace.zh.ts').then((module) => module.ownPaceZh),
  en: () => import('./own-pace.en.ts').then((module) => module.ownPaceEn),
});
