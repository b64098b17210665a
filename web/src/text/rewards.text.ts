import { defineText } from './text.ts';

export const rewardsText = defineText({
  'zh-CN': () => import('./rewards.zh.ts').then((module) => module.rewardsZh),
  en: () => import('./rewards.en.ts').then((module) => module.rewardsEn),
});
