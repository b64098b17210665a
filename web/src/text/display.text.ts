import { defineText } from './text.ts';

/** The panel where a reader sets how the text looks. */
export const displayText = defineText({
  'zh-CN': () => import('./display.zh.ts').then((module) => module.displayZh),
  en: () => import('./display.en.ts').then((module) => module.displayEn),
});
