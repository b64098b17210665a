import { computed, signal, type ReadonlySignal } from '@preact/signals';

import { noHoldBack, type HoldBack } from '../../../live/hold-back.ts';

/** How a writer types: kept for each member on this device. */
export interface TypingSettings {
  readonly holdBack: HoldBack;
  /** What the writer has set it to, when it is switched on. */
  readonly isAtEnd: boolean;
  /** Sounds and doubts by key, in the order of the digits; null: those of the language. */
  readonly tags: readonly string[] | null;
}

export const tagsMax = 9;
const wordsMax = 40;
const countMax = 120;

export const firstSettings: TypingSettings = { holdBack: noHoldBack, isAtEnd: true, tags: null };

export interface Typing {
  readonly settings: ReadonlySignal<TypingSettings>;
  readonly holdBack: ReadonlySignal<HoldBack>;
  readonly change: (part: Partial<TypingSettings>) => void;
}

/** The typing settings of a member. */
export function createTyping(memberId: string): Typing {
  const key = `scribecast.typing/${memberId}`;
  const settings = signal(readSettings(stored(key)));
  const holdBack = computed(() => settings.value.holdBack);
  return {
    settings,
    holdBack,
    change: (part) => {
      settings.value = { ...settings.peek(), ...part };
      try {
        localStorage.setItem(key, JSON.stringify(settings.peek()));
      } catch {
        // Storage may be forbidden: the settings then hold for this visit.
      }
    },
  };
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** What a stored text says, part by part; what makes no sense is the default. */
export function readSettings(text: string | null): TypingSettings {
  try {
    const read = JSON.parse(text ?? '{}') as Partial<Record<keyof TypingSettings, unknown>> | null;
    const tags = read?.tags;
    return {
      holdBack: readHoldBack(read?.holdBack),
      isAtEnd: read?.isAtEnd !== false,
      tags: Array.isArray(tags) ? readTags(tags.filter((tag) => typeof tag === 'string')) : null,
    };
  } catch {
    return firstSettings;
  }
}

function readHoldBack(value: unknown): HoldBack {
  const { unit, count } = (value ?? {}) as Partial<Record<keyof HoldBack, unknown>>;
  const isKnown = unit === 'characters' || unit === 'words' || unit === 'seconds';
  if (!isKnown || typeof count !== 'number' || !Number.isInteger(count) || count < 1) return noHoldBack;
  return { unit, count: Math.min(count, countMax) };
}

/** Tags as they can be kept: none empty, none too long, and no more than there are digits. */
export function readTags(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => line.trim().slice(0, wordsMax))
    .filter((line) => line !== '')
    .slice(0, tagsMax);
}
