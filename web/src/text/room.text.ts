import { defineText } from './text.ts';

/** Starting, importing and the live room. */
export const roomText = defineText({
  'zh-CN': () => import('./room.zh.ts').then((module) => module.roomZh),
  en: () => import('./room.en.ts').then((module) => module.roomEn),
});
