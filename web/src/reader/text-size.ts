import { signal, type ReadonlySignal } from '@preact/signals';

const storageKey = 'scribecast.textSize';
const sizesRem: readonly number[] = [0.875, 1, 1.125, 1.375, 1.75, 2.25, 3];
const standardRem = 1.125;
const current = signal(storedSize());

/** The size of a transcript's text, as this reader likes it; kept on this device. */
export const textSizeRem: ReadonlySignal<number> = current;

/** One step smaller (-1) or larger (1); at the ends it stays. */
export function stepTextSize(step: -1 | 1): void {
  current.value = sizesRem[sizesRem.indexOf(current.peek()) + step] ?? current.peek();
  try {
    localStorage.setItem(storageKey, String(current.peek()));
  } catch {
    // Storage may be forbidden: the size then holds for this visit.
  }
}

function storedSize(): number {
  try {
    const stored = Number(localStorage.getItem(storageKey));
    return sizesRem.includes(stored) ? stored : standardRem;
  } catch {
    return standardRem;
  }
}
