import { defineText } from './text.ts';

/** Sharing a transcript, and who comes in. */
export const deskText = defineText({
  'zh-CN': () => import('./desk.zh.ts').then((module) => module.deskZh),
  en: () => import('./desk.en.ts').then((module) => module.deskEn),
});
