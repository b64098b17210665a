import { effect } from '@preact/signals';
import { expect } from '@jest/globals';

/** What became of a text on its way: nothing of it may be missing, doubled, foreign or in another place. */
export interface Damage {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly foreign: readonly string[];
  /** Where the first line stands that is not the one that was wanted there; -1 for none. */
  readonly firstDifferent: number;
}

/** Expects of what was found that it is what was wanted, line for line; names the damage otherwise, and not the whole text. */
export function expectWhole(wanted: readonly string[], found: readonly string[]): void {
  expect(damage(wanted, found)).toEqual({ lost: [], doubled: [], foreign: [], firstDifferent: -1 });
  expect(Buffer.from(found.join('\n')).equals(Buffer.from(wanted.join('\n')))).toBe(true);
}

function damage(wanted: readonly string[], found: readonly string[]): Damage {
  const [wantedSet, foundSet] = [new Set(wanted), new Set(found)];
  return {
    lost: wanted.filter((line) => !foundSet.has(line)),
    doubled: doublesIn(found),
    foreign: found.filter((line) => !wantedSet.has(line)),
    firstDifferent: wanted.findIndex((line, at) => found[at] !== line),
  };
}

function doublesIn(lines: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return lines.filter((line) => seen.size === seen.add(line).size);
}

/** Resolves when the condition, which reads signals, holds; looked at whenever one of them changes. */
export async function when(condition: () => boolean, what: string, withinMs = 60_000): Promise<void> {
  const watch = { stop: (): void => undefined, timer: undefined as NodeJS.Timeout | undefined };
  try {
    await new Promise<void>((resolve, reject) => {
      watch.timer = setTimeout(() => reject(new Error(`Waited in vain: ${what}.`)), withinMs);
      watch.stop = effect(() => {
        if (condition()) resolve();
      });
    });
  } finally {
    clearTimeout(watch.timer);
    watch.stop();
  }
}
