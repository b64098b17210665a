import { defineText } from './text.ts';

/** The staff area: overview, orders, top-up cards, plans, announcements, members. */
export const staffText = defineText({
  'zh-CN': () => import('./staff.zh.ts').then((module) => module.staffZh),
  en: () => import('./staff.en.ts').then((module) => module.staffEn),
});
