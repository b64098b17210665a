import { defineText } from './text.ts';

/** What the host decides about comments. */
export const moderationText = defineText({
  'zh-CN': () => import('./moderation.zh.ts').then((module) => module.moderationZh),
  en: () => import('./moderation.en.ts').then((module) => module.moderationEn),
});
