import { defineText } from './text.ts';

/** What the components of ui/ say, for both entries. */
export const commonText = defineText({
  'zh-CN': () => import('./common.zh.ts').then((module) => module.commonZh),
  en: () => import('./common.en.ts').then((module) => module.commonEn),
});
