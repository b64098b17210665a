import { defineText } from './text.ts';

/** What the sheet of keys says when the writer changes them. */
export const keysText = defineText({
  'zh-CN': () => import('./keys.zh.ts').then((module) => module.keysZh),
  en: () => import('./keys.en.ts').then((module) => module.keysEn),
});
