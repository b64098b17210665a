import { defineText } from './text.ts';

/** The reader's page, in both entries. */
export const readerText = defineText({
  'zh-CN': () => import('./reader.zh.ts').then((module) => module.readerZh),
  en: () => import('./reader.en.ts').then((module) => module.readerEn),
});
