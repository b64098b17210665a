import { defineText } from './text.ts';

export const couponsText = defineText({
  'zh-CN': () => import('./coupons.zh.ts').then((module) => module.couponsZh),
  en: () => import('./coupons.en.ts').then((module) => module.couponsEn),
});
