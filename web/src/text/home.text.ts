import { defineText } from './text.ts';

export const homeText = defineText({
  'zh-CN': () => import('./home.zh.ts').then((module) => module.homeZh),
  en: () => import('./home.en.ts').then((module) => module.homeEn),
});
