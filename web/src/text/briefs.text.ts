import { defineText } from './text.ts';

/** Briefs, the event's terms, and the script. */
export const briefsText = defineText({
  'zh-CN': () => import('./briefs.zh.ts').then((module) => module.briefsZh),
  en: () => import('./briefs.en.ts').then((module) => module.briefsEn),
});
