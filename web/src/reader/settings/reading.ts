import { computed, signal, type ReadonlySignal } from '@preact/signals';

import {
  projectorStandard,
  ranges,
  readMode,
  readSettings,
  standard,
  writeSettings,
  type ReadingMode,
  type ReadingSettings,
} from './reading-settings.ts';

/** How this reader reads, on this device. */
export interface Reading {
  readonly settings: ReadonlySignal<ReadingSettings>;
  readonly mode: ReadonlySignal<ReadingMode>;
  /** Takes hold at once and is kept on this device; it wins over what the address said. */
  readonly change: (wanted: Partial<ReadingSettings>) => void;
  /** One step larger or smaller, for the buttons beside the text. */
  readonly stepSize: (step: -1 | 1) => void;
  readonly switchMode: (wanted: ReadingMode) => void;
  /** All as usual again: what is kept and what the address said no longer count. */
  readonly reset: () => void;
  /** This page's address with the settings of the moment in it. */
  readonly link: () => string;
}

interface World {
  readonly address: URL;
  /** Throws where storage is forbidden. */
  readonly store: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** The settings of one page: as usual, then what is kept here, then what the address says, then what is changed now. */
export function createReading({ address, store }: World): Reading {
  const look = (name: string): string | null => address.searchParams.get(name);
  const mode = signal(readMode(look));
  const told = signal(readSettings(look));
  const kept = signal(stored(store, mode.peek()));
  const usual = (): ReadingSettings => (mode.value === 'projector' ? projectorStandard : standard);
  const settings = computed(() => ({ ...usual(), ...kept.value, ...told.value }));
  const keep = (wanted: Partial<ReadingSettings>): void => {
    kept.value = wanted;
    try {
      const written = new URLSearchParams(
        writeSettings({ ...usual(), ...wanted }, usual()).map(([...pair]) => pair),
      );
      store().setItem(storageKey(mode.peek()), written.toString());
    } catch {
      // Storage may be forbidden: the settings then hold for this visit.
    }
  };
  const change = (wanted: Partial<ReadingSettings>): void => {
    told.value = Object.fromEntries(Object.entries(told.peek()).filter(([key]) => !(key in wanted)));
    keep({ ...kept.peek(), ...wanted });
  };
  return {
    settings,
    mode,
    change,
    stepSize: (step) => {
      const { min, max } = ranges.sizePx;
      const { sizePx } = settings.peek();
      const wanted = step * Math.max(2, Math.round(sizePx / 16) * 2) + sizePx;
      change({ sizePx: Math.min(max, Math.max(min, wanted)) });
    },
    switchMode: (wanted) => {
      mode.value = wanted;
      kept.value = stored(store, wanted);
    },
    reset: () => {
      told.value = {};
      keep({});
    },
    link: () => {
      const link = new URL(address);
      const pairs = writeSettings(settings.peek(), usual());
      link.search = new URLSearchParams(
        [...modePair(mode.peek()), ...pairs].map(([...pair]) => pair),
      ).toString();
      return link.href;
    },
  };
}

/** A wall is not a hand: what is set for one does not count for the other. */
function storageKey(mode: ReadingMode): string {
  return mode === 'projector' ? 'scribecast.projector' : 'scribecast.reading';
}

function stored(store: World['store'], mode: ReadingMode): Partial<ReadingSettings> {
  try {
    const written = new URLSearchParams(store().getItem(storageKey(mode)) ?? '');
    return readSettings((name) => written.get(name));
  } catch {
    return {};
  }
}

function modePair(mode: ReadingMode): readonly [string, string][] {
  return mode === 'text' ? [] : [['mode', mode]];
}
