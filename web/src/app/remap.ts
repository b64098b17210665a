import { keyRows, keysFor, type Keymap } from './keymap.ts';
import {
  isLetterOrNamed,
  partsOf,
  printedName,
  type KeyBinding,
  type KeyId,
  type PressedKey,
} from './keys.ts';

/** Why keys cannot be taken. */
export type Refusal =
  /** Never reaches the page, or the browser does its own with it. */
  | { readonly kind: 'browser' }
  /** Opens help, reloads or leaves the page: a slip would cost what is being done. */
  | { readonly kind: 'loss' }
  /** What every text field needs for editing. */
  | { readonly kind: 'editing' }
  /** Types a character into the line. */
  | { readonly kind: 'types' }
  /** Stands for nine keys: press one of them with a digit. */
  | { readonly kind: 'digits' }
  | { readonly kind: 'conflict'; readonly with: KeyId };

const browserKeys = new Set([
  ...['Ctrl+T', 'Ctrl+N', 'Ctrl+W', 'Ctrl+Q', 'Ctrl+Tab', 'Ctrl+Shift+Tab', 'Ctrl+L', 'Ctrl+D', 'Ctrl+P'],
  ...['Ctrl+Shift+T', 'Ctrl+Shift+N', 'Ctrl+Shift+W', 'Ctrl+Shift+I', 'Ctrl+Shift+J', 'Ctrl+Shift+C'],
  ...[
    'Ctrl+PageUp',
    'Ctrl+PageDown',
    'Ctrl+0',
    'Ctrl++',
    'Ctrl+-',
    'Ctrl+=',
    'Alt+F4',
    'Alt+Tab',
    'Alt+Space',
  ],
  ...['F3', 'F6', 'F7', 'F10', 'F11', 'F12', 'Shift+Esc', 'Ctrl+Shift+Delete'],
  ...Array.from({ length: 9 }, (_, index) => `Ctrl+${index + 1}`),
]);
const lossKeys = new Set([
  ...['F1', 'F5', 'Ctrl+F5', 'Shift+F5', 'Ctrl+R', 'Ctrl+Shift+R', 'Alt+←', 'Alt+→', 'Alt+Home', 'Ctrl+F4'],
]);
const editingKeys = new Set([
  ...['Backspace', 'Delete', 'Tab', 'Shift+Tab', 'Space', 'Shift+Space', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['←', '→', '↓', 'Shift+↑', 'Shift+↓', 'Shift+←', 'Shift+→', 'Shift+Home', 'Shift+End'],
  ...['Ctrl+A', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Shift+V', 'Ctrl+←', 'Ctrl+→', 'Ctrl+Home', 'Ctrl+End'],
]);
const modifierNames = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process']);

/** What was pressed, as the table writes it; null while only modifiers are down. */
export function keysPressed(pressed: PressedKey): string | null {
  if (pressed.isComposing || pressed.keyCode === 229 || pressed.key === 'Unidentified') return null;
  if (modifierNames.has(pressed.key) && !placed(pressed)) return null;
  const name = (pressed.altKey || isDigitKey(pressed) ? placed(pressed) : undefined) ?? nameOf(pressed.key);
  const hasModifier = pressed.ctrlKey || pressed.metaKey || pressed.altKey;
  const saysShift = /^[0-9]$/.test(name) ? hasModifier : isLetterOrNamed(name);
  return [
    ...(pressed.ctrlKey || pressed.metaKey ? ['Ctrl'] : []),
    ...(pressed.altKey ? ['Alt'] : []),
    ...(pressed.shiftKey && saysShift ? ['Shift'] : []),
    name,
  ].join('+');
}

function isDigitKey({ code, ctrlKey, metaKey, altKey }: PressedKey): boolean {
  return code.startsWith('Digit') && (ctrlKey || metaKey || altKey);
}

/** The letter or digit by its place on the keyboard. */
function placed({ code }: PressedKey): string | undefined {
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1];
}

function nameOf(key: string): string {
  const name = printedName(key);
  return /^[a-z]$/.test(name) ? name.toUpperCase() : name;
}

/** What a row would be called after this press: `Alt+3` gives a row of nine keys all of `Alt+1…9`. */
export function asRow(id: KeyId, keys: string): string {
  const row = rowOf(id);
  return row?.keys.endsWith('1…9') ? keys.replace(/[1-9]$/, '1…9') : keys;
}

/** Why a row cannot have these keys; undefined when it can. */
export function refusalOf(id: KeyId, keys: string, now: Keymap): Refusal | undefined {
  const row = rowOf(id);
  if (row === undefined) return undefined;
  if (row.keys.endsWith('1…9') && !keys.endsWith('+1…9')) return { kind: 'digits' };
  return reservedAs(row, keys) ?? conflictOf(row, keys, now);
}

function reservedAs(row: KeyBinding, keys: string): Refusal | undefined {
  // What the table itself says was thought over: ↑ corrects in an empty line only, where there is nothing to walk in.
  if (keys === row.keys) return undefined;
  const each = expanded(keys);
  if (each.some((one) => lossKeys.has(one))) return { kind: 'loss' };
  if (each.some((one) => browserKeys.has(one))) return { kind: 'browser' };
  if (each.some((one) => editingKeys.has(one))) return { kind: 'editing' };
  const { modifiers, name } = partsOf(keys);
  const isTyped = [...name].length === 1 && modifiers.every((modifier) => modifier === 'Shift');
  const isPlainEnter = keys === 'Enter' && row.focus === undefined;
  return (isTyped && row.place === 'room' && name !== '↑') || isPlainEnter ? { kind: 'types' } : undefined;
}

function conflictOf(row: KeyBinding, keys: string, now: Keymap): Refusal | undefined {
  const wanted = new Set(expanded(keys).map((one) => one.toLowerCase()));
  const other = keyRows.find(
    (known) =>
      known.id !== row.id &&
      canMeet(known, row) &&
      expanded(keysFor(known.id, now)).some((one) => wanted.has(one.toLowerCase())),
  );
  return other === undefined ? undefined : { kind: 'conflict', with: other.id };
}

/** Whether both rows could hear the same press. */
function canMeet(one: KeyBinding, other: KeyBinding): boolean {
  const samePlace = one.place === other.place || one.place === 'everywhere' || other.place === 'everywhere';
  const areApart = one.focus !== undefined && other.focus !== undefined && one.focus !== other.focus;
  return samePlace && !areApart;
}

/** The single keys that `Alt+1…9` stands for. */
function expanded(keys: string): readonly string[] {
  if (!keys.endsWith('1…9')) return [keys];
  return Array.from({ length: 9 }, (_, index) => keys.replace(/1…9$/, String(index + 1)));
}

function rowOf(id: KeyId): KeyBinding | undefined {
  return keyRows.find((row) => row.id === id);
}

/** The writer's own keys as a file that can be taken to another device. */
export function exportedKeymap(now: Keymap): string {
  return `${JSON.stringify({ scribecastKeys: 1, keys: now }, null, 2)}\n`;
}

export interface ImportedKeymap {
  readonly keymap: Keymap;
  /** Rows of the file that were left out, and why. */
  readonly refused: readonly { readonly id: KeyId; readonly keys: string; readonly why: Refusal }[];
}

/** Reads such a file row by row; null when it is none. What is refused keeps the table's keys. */
export function importedKeymap(text: string): ImportedKeymap | null {
  const read = parsed(text) as { readonly keys?: unknown } | undefined;
  if (typeof read?.keys !== 'object' || read.keys === null) return null;
  const wanted: Readonly<Record<string, unknown>> = { ...read.keys };
  const rows = keyRows.flatMap(({ id }) => {
    const keys = wanted[id];
    return typeof keys === 'string' && keys.length > 0 && keys.length <= 40 ? [{ id, keys }] : [];
  });
  const all: Keymap = Object.fromEntries(rows.map(({ id, keys }) => [id, keys]));
  const judged = rows.map(({ id, keys }) => ({ id, keys, why: refusalOf(id, keys, all) }));
  const refused = judged.flatMap(({ why, ...row }) => (why === undefined ? [] : [{ ...row, why }]));
  const taken = judged.filter(({ why }) => why === undefined);
  return { keymap: Object.fromEntries(taken.map(({ id, keys }) => [id, keys])), refused };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keys that differ from the table's: a row set back to its default is no longer the writer's own. */
export function withKeys(id: KeyId, keys: string, now: Keymap): Keymap {
  const { [id]: _, ...others } = now;
  return keys === rowOf(id)?.keys ? others : { ...others, [id]: keys };
}
