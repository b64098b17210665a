import { defineText } from './text.ts';

/** What the frame of the member app says: menu, guards, keys, not found. */
export const shellText = defineText({
  'zh-CN': () => import('./shell.zh.ts').then((module) => module.shellZh),
  en: () => import('./shell.en.ts').then((module) => module.shellEn),
});
