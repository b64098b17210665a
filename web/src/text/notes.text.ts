import { defineText } from './text.ts';

/** A reader's own marks and notes. */
export const notesText = defineText({
  'zh-CN': () => import('./notes.zh.ts').then((module) => module.notesZh),
  en: () => import('./notes.en.ts').then((module) => module.notesEn),
});
