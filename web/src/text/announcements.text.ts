import { defineText } from './text.ts';

/** The list of everything that was announced. */
export const announcementsText = defineText({
  'zh-CN': () => import('./announcements.zh.ts').then((module) => module.announcementsZh),
  en: () => import('./announcements.en.ts').then((module) => module.announcementsEn),
});
