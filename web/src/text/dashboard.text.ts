import { defineText } from './text.ts';

export const dashboardText = defineText({
  'zh-CN': () => import('./dashboard.zh.ts').then((module) => module.dashboardZh),
  en: () => import('./dashboard.en.ts').then((module) => module.dashboardEn),
});
