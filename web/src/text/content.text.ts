import { defineText } from './text.ts';

export const contentText = defineText({
  'zh-CN': () => import('./content.zh.ts').then((module) => module.contentZh),
  en: () => import('./content.en.ts').then((module) => module.contentEn),
});
