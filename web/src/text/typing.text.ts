import { defineText } from './text.ts';

/** What the typing settings beside the text say. */
export const typingText = defineText({
  'zh-CN': () => import('./typing.zh.ts').then((module) => module.typingZh),
  en: () => import('./typing.en.ts').then((module) => module.typingEn),
});
