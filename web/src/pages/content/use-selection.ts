import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { rangeBetween } from './range.ts';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** With Shift held, everything between the last one and this one follows it. */
  readonly toggle: (id: string, options: { readonly isRange: boolean }) => void;
  readonly selectAll: (isSelected: boolean) => void;
  readonly drop: (gone: readonly string[]) => void;
}

/** Which of the listed ids are ticked. What leaves the list leaves the selection. */
export function useSelection(listed: readonly string[]): Selection {
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const anchor = useRef<string>(undefined);
  const toggle: Selection['toggle'] = (id, { isRange }) => {
    const next = new Set(chosen.peek());
    const isSelected = !next.has(id);
    const from = isRange ? (anchor.current ?? id) : id;
    for (const each of rangeBetween(listed, { from, to: id })) {
      if (isSelected) next.add(each);
      else next.delete(each);
    }
    anchor.current = id;
    chosen.value = next;
  };
  return {
    ids: new Set(listed.filter((id) => chosen.value.has(id))),
    toggle,
    selectAll: (isSelected) => (chosen.value = new Set(isSelected ? listed : [])),
    drop: (gone) => (chosen.value = new Set([...chosen.peek()].filter((id) => !gone.includes(id)))),
  };
}
