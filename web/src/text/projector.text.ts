import { defineText } from './text.ts';

/** What stands on a projector beside the text. */
export const projectorText = defineText({
  'zh-CN': () => import('./projector.zh.ts').then((module) => module.projectorZh),
  en: () => import('./projector.en.ts').then((module) => module.projectorEn),
});
