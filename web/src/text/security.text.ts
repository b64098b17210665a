import { defineText } from './text.ts';

export const securityText = defineText({
  'zh-CN': () => import('./security.zh.ts').then((module) => module.securityZh),
  en: () => import('./security.en.ts').then((module) => module.securityEn),
});
