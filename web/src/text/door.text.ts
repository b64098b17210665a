import { defineText } from './text.ts';

/** The door of a shared transcript. */
export const doorText = defineText({
  'zh-CN': () => import('./door.zh.ts').then((module) => module.doorZh),
  en: () => import('./door.en.ts').then((module) => module.doorEn),
});
