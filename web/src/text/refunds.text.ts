import { defineText } from './text.ts';

export const refundsText = defineText({
  'zh-CN': () => import('./refunds.zh.ts').then((module) => module.refundsZh),
  en: () => import('./refunds.en.ts').then((module) => module.refundsEn),
});
