import { defineText } from './text.ts';

export const balanceText = defineText({
  'zh-CN': () => import('./balance.zh.ts').then((module) => module.balanceZh),
  en: () => import('./balance.en.ts').then((module) => module.balanceEn),
});
