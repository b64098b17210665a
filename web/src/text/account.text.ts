import { defineText } from './text.ts';

/** Logging in, registering, setting up and getting back in. */
export const accountText = defineText({
  'zh-CN': () => import('./account.zh.ts').then((module) => module.accountZh),
  en: () => import('./account.en.ts').then((module) => module.accountEn),
});
