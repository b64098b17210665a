import { defineText } from './text.ts';

/** Those who work on a transcript together. */
export const crewText = defineText({
  'zh-CN': () => import('./crew.zh.ts').then((module) => module.crewZh),
  en: () => import('./crew.en.ts').then((module) => module.crewEn),
});
