import { keysText } from '../text/keys.text.ts';
import { shellText } from '../text/shell.text.ts';
import type { Refusal } from './remap.ts';

/** Why keys were refused, in words. */
export function wordsFor({ keys, why }: { readonly keys: string; readonly why: Refusal }): string {
  const t = keysText();
  return why.kind === 'conflict' ? t.conflict(keys, shellText().keys[why.with]) : t.refused[why.kind](keys);
}
