import { defineText } from './text.ts';

export const adjustingText = defineText({
  'zh-CN': () => import('./adjusting.zh.ts').then((module) => module.adjustingZh),
  en: () => import('./adjusting.en.ts').then((module) => module.adjustingEn),
});
