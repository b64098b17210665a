import { defineText } from './text.ts';

/** What the line being typed says: where the text is, who speaks, what is held back. */
export const lineText = defineText({
  'zh-CN': () => import('./line.zh.ts').then((module) => module.lineZh),
  en: () => import('./line.en.ts').then((module) => module.lineEn),
});
