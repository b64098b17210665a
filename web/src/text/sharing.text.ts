import { defineText } from './text.ts';

/** What a list of one's own transcripts says: on the dashboard and on the content pages. */
export const sharingText = defineText({
  'zh-CN': () => import('./sharing.zh.ts').then((module) => module.sharingZh),
  en: () => import('./sharing.en.ts').then((module) => module.sharingEn),
});
