import { defineText } from './text.ts';

/** A member's level, and the rules of membership. */
export const membershipText = defineText({
  'zh-CN': () => import('./membership.zh.ts').then((module) => module.membershipZh),
  en: () => import('./membership.en.ts').then((module) => module.membershipEn),
});
