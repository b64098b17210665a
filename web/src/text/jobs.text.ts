import { defineText } from './text.ts';

/** What the house does by itself, as operators see it. */
export const jobsText = defineText({
  'zh-CN': () => import('./jobs.zh.ts').then((module) => module.jobsZh),
  en: () => import('./jobs.en.ts').then((module) => module.jobsEn),
});
