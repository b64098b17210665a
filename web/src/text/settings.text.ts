import { defineText } from './text.ts';

export const settingsText = defineText({
  'zh-CN': () => import('./settings.zh.ts').then((module) => module.settingsZh),
  en: () => import('./settings.en.ts').then((module) => module.settingsEn),
});
