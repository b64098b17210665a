import { effect } from '@preact/signals';

import type { Outbox, SaveState } from '../../live/outbox.ts';

const stuck: ReadonlySet<SaveState['kind']> = new Set(['conflict', 'halted', 'signedOut']);

/** Resolves true when nothing is unsent any more, false when that needs the writer's word first. */
export function whenSaved({ saveState }: Pick<Outbox, 'saveState'>, isOff: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const settled = { stop: () => {} };
    const settle = (isSaved: boolean): void => {
      resolve(isSaved);
      queueMicrotask(() => settled.stop());
    };
    isOff.addEventListener('abort', () => settle(false), { once: true });
    settled.stop = effect(() => {
      const { kind, unsentCount } = saveState.value;
      if (unsentCount === 0) settle(true);
      else if (stuck.has(kind)) settle(false);
    });
  });
}
