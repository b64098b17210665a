import { computed, signal, type ReadonlySignal } from '@preact/signals';

import type { Activity } from '../../../api/generated/types.ts';
import type { LiveClock } from '../../../live/live-transcript.ts';

/** What somebody is doing. */
export interface Present {
  readonly activity: Activity;
  readonly segmentId: string | null;
}

interface KeptPresence {
  readonly present: ReadonlySignal<ReadonlyMap<string, Present>>;
  readonly note: (memberId: string, present: Present) => void;
  readonly stop: () => void;
}

/** As on the server: who says nothing for so long is not here. By this machine's clock alone. */
const expiresMs = 60_000;
const lookEveryMs = 10_000;

/** Who is here by what was heard of them, until it is too long ago. */
export function presenceKept(clock: LiveClock): KeptPresence {
  const heard = signal<ReadonlyMap<string, Present & { readonly atMs: number }>>(new Map());
  const next = { cancel: () => {} };
  const look = (): void => {
    const after = clock.now() - expiresMs;
    if ([...heard.peek().values()].some(({ atMs }) => atMs < after))
      heard.value = new Map([...heard.peek()].filter(([, { atMs }]) => atMs >= after));
    next.cancel = clock.after(lookEveryMs, look);
  };
  look();
  return {
    present: computed(() => new Map([...heard.value].filter(([, { activity }]) => activity !== 'AWAY'))),
    note: (memberId, { activity, segmentId }) =>
      (heard.value = new Map(heard.peek()).set(memberId, { activity, segmentId, atMs: clock.now() })),
    stop: () => next.cancel(),
  };
}

export interface PresenceSenderParts {
  readonly clock: LiveClock;
  readonly send: (present: Present) => Promise<unknown>;
}

/** What is said again and again, so that the others know that it still holds. */
const repeatMs = 20_000;
/** Changes within so short a time are said as one. */
const pauseMs = 1_000;
/** Between two lines nobody types: that is not news. */
const pauseAfterTypingMs = 15_000;

/** Says what one is doing: soon after it changes, and every 20 seconds. What is lost is said again. */
export function createPresenceSender({ clock, send }: PresenceSenderParts): {
  readonly show: (present: Present | null) => void;
  readonly stop: () => void;
} {
  const state = { now: null as Present | null, said: '', cancel: () => {}, waitsMs: null as number | null };
  const say = (): void => {
    state.waitsMs = null;
    state.cancel();
    if (state.now === null) return;
    state.said = keyOf(state.now);
    void send(state.now).catch(() => (state.said = ''));
    state.cancel = clock.after(repeatMs, say);
  };
  return {
    show: (present) => {
      state.now = present;
      if (present === null || keyOf(present) === state.said) return;
      const isBetweenLines = state.said.startsWith('TYPING') && present.activity === 'WATCHING';
      const waitsMs = isBetweenLines ? pauseAfterTypingMs : pauseMs;
      if (state.waitsMs !== null && state.waitsMs <= waitsMs) return;
      state.waitsMs = waitsMs;
      state.cancel();
      state.cancel = clock.after(waitsMs, say);
    },
    stop: () => {
      state.now = null;
      state.cancel();
    },
  };
}

const keyOf = ({ activity, segmentId }: Present): string => `${activity} ${segmentId ?? ''}`;
