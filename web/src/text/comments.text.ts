import { defineText } from './text.ts';

/** Comments beside a transcript, for readers and for its writer. */
export const commentsText = defineText({
  'zh-CN': () => import('./comments.zh.ts').then((module) => module.commentsZh),
  en: () => import('./comments.en.ts').then((module) => module.commentsEn),
});
