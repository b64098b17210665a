import { defineText } from './text.ts';

/** The inbox: what a member is told, and how they want to be told. */
export const inboxText = defineText({
  'zh-CN': () => import('./inbox.zh.ts').then((module) => module.inboxZh),
  en: () => import('./inbox.en.ts').then((module) => module.inboxEn),
});
