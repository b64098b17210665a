import { defineText } from './text.ts';

/** The operators' editor of the programme's rules. */
export const programmeText = defineText({
  'zh-CN': () => import('./programme.zh.ts').then((module) => module.programmeZh),
  en: () => import('./programme.en.ts').then((module) => module.programmeEn),
});
