import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import type { DraftLine, DraftSender } from './draft-sender.ts';
import { createHeldLine, type HoldBack } from './hold-back.ts';
import type { LiveClock } from './live-transcript.ts';

/** The line as readers get it: its public part at once, what is held back when its time has come. */
export interface PublicLine {
  readonly change: (line: DraftLine) => void;
  /** Where what readers do not have yet begins; it follows the hold-back, and stands still while nobody answers. */
  readonly publicLength: ReadonlySignal<number>;
  /** Sends all that is held back now. */
  readonly flush: () => void;
  /** The line was committed: readers get it as a segment. */
  readonly clear: () => void;
  readonly stop: () => void;
}

interface PublicLineParts {
  readonly sender: DraftSender;
  readonly clock: LiveClock;
  readonly holdBack: ReadonlySignal<HoldBack>;
}

export function createPublicLine({ sender, clock, holdBack }: PublicLineParts): PublicLine {
  /** What may be seen; readers have it, unless nobody takes it. */
  const open = signal('');
  const state = {
    held: createHeldLine(),
    line: { text: '', speaker: null } as DraftLine,
    callOff: () => {},
  };
  const publish = (): void => {
    const hold = holdBack.peek();
    const now = clock.now();
    const length = state.held.publicLength(hold, now);
    const text = state.line.text.slice(0, length);
    sender.show({ ...state.line, text });
    open.value = text;
    state.callOff();
    const next = state.held.nextAt(hold);
    state.callOff = next === null ? () => {} : clock.after(Math.max(0, next - now), publish);
  };
  // Less is held back from now on, or more: what is public already stays so.
  const unwatch = effect(() => {
    if (holdBack.value.unit === 'none' || state.line.text !== '') publish();
  });
  return {
    publicLength: computed(() =>
      sender.trouble.value === null ? open.value.length : commonLength(sender.shown(), open.value),
    ),
    change: (line) => {
      state.line = line;
      state.held.change(line.text, clock.now());
      publish();
    },
    flush: () => {
      state.held.flush();
      publish();
    },
    clear: () => {
      state.callOff();
      state.held = createHeldLine();
      state.line = { ...state.line, text: '' };
      open.value = '';
      // Sent too, so that no late draft stays on the readers' pages.
      sender.show(state.line);
    },
    stop: () => {
      unwatch();
      state.callOff();
    },
  };
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
