import { defineText } from './text.ts';

/** Editing what stands: marks, splits, find and replace, history, undo. */
export const editingText = defineText({
  'zh-CN': () => import('./editing.zh.ts').then((module) => module.editingZh),
  en: () => import('./editing.en.ts').then((module) => module.editingEn),
});
