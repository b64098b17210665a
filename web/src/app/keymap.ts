import { signal, type ReadonlySignal } from '@preact/signals';

import { keyTable, matchesKeys, type KeyBinding, type KeyId, type PressedKey } from './keys.ts';

/** The writer's own keys, where they differ from the table's. */
export type Keymap = Readonly<Partial<Record<KeyId, string>>>;

/** The table's rows, which the compiler knows one by one, as rows like any other. */
export const keyRows: readonly (KeyBinding & { readonly id: KeyId })[] = keyTable;
const defaults = new Map<string, string>(keyRows.map(({ id, keys }) => [id, keys]));

const storageKey = 'scribecast.keys';
// After the rows: what is stored is read by them.
const own = signal<Keymap>(readKeymap(stored()));

/** What the writer chose on this device; read it where keys are shown, so that a change is seen at once. */
export const keymap: ReadonlySignal<Keymap> = own;

// Another tab of this browser has changed them.
globalThis.addEventListener?.('storage', ({ key, newValue }) => {
  if (key === storageKey) own.value = readKeymap(newValue);
});

/** What has to be pressed: the writer's own keys, or the table's. */
export function keysFor(id: KeyId, now: Keymap = own.value): string {
  return now[id] ?? defaults.get(id) ?? '';
}

/** Whether this press is that key of the table. A field asks it in its own `onKeyDown`; everything else uses `useKey`. */
export function isKey(id: KeyId, pressed: PressedKey): boolean {
  return matchesKeys(keysFor(id, own.peek()), pressed);
}

/** The digit of a press that is a row such as `Alt+1…9`; undefined when it is not that row. */
export function digitOf(id: KeyId, pressed: PressedKey): number | undefined {
  if (!isKey(id, pressed)) return undefined;
  return Number(/^Digit([1-9])$/.exec(pressed.code)?.[1] ?? pressed.key);
}

/** Takes over the writer's keys and keeps them on this device. `refusalOf` in remap.ts says which are none. */
export function saveKeymap(wanted: Keymap): void {
  own.value = wanted;
  try {
    localStorage.setItem(storageKey, JSON.stringify(wanted));
  } catch {
    // Storage may be forbidden: the keys then hold for this visit.
  }
}

/** What a stored text says; rows that this version does not know, and whatever else it holds, are passed over. */
export function readKeymap(text: string | null): Keymap {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    const known = Object.entries(read).filter(
      ([id, keys]) => defaults.has(id) && typeof keys === 'string' && keys !== '' && keys.length <= 40,
    );
    return Object.fromEntries(known);
  } catch {
    return {};
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
