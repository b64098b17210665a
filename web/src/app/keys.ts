/** Where a key works. */
export type KeyPlace = 'everywhere' | 'lists' | 'room' | 'reader';

export interface KeyBinding {
  /** What it does: its text is `shellText().keys[id]`. */
  readonly id: string;
  /** As printed on the sheet and as matched: `Ctrl+J`, `Alt+1`, `?`, `Enter`. */
  readonly keys: string;
  readonly place: KeyPlace;
}

/** The one table: the program listens by it and the sheet behind `?` is printed from it. */
export const keyTable = [
  { id: 'keySheet', keys: '?', place: 'everywhere' },
  { id: 'goDashboard', keys: 'Alt+Shift+H', place: 'everywhere' },
  { id: 'goTranscribe', keys: 'Alt+Shift+N', place: 'everywhere' },
  { id: 'goContent', keys: 'Alt+Shift+L', place: 'everywhere' },
  { id: 'focusSearch', keys: '/', place: 'lists' },
  { id: 'commitLine', keys: 'Enter', place: 'room' },
  { id: 'breakLine', keys: 'Shift+Enter', place: 'room' },
  { id: 'correctLast', keys: '↑', place: 'room' },
  { id: 'pickSpeaker', keys: 'Alt+1…9', place: 'room' },
  { id: 'noSpeaker', keys: 'Alt+0', place: 'room' },
  { id: 'leaveCorrection', keys: 'Esc', place: 'room' },
  { id: 'toggleComments', keys: 'Alt+Shift+C', place: 'room' },
] as const satisfies readonly KeyBinding[];

export type KeyId = (typeof keyTable)[number]['id'];

export interface PressedKey {
  readonly key: string;
  /** The key's place on the keyboard: with Alt some systems put another character in `key`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/** Whether what was pressed is what the table says; Ctrl is ⌘ on a Mac. Nothing matches while an IME composes. */
export function matchesKeys(keys: string, pressed: PressedKey): boolean {
  if (pressed.isComposing) return false;
  const parts = keys.split('+');
  const name = parts.at(-1) ?? '';
  const wants = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
  if (wants('Ctrl') !== (pressed.ctrlKey || pressed.metaKey)) return false;
  if (wants('Alt') !== pressed.altKey) return false;
  // A character such as "?" says itself whether Shift was needed.
  if (isLetterOrNamed(name) && wants('Shift') !== pressed.shiftKey) return false;
  const byCode = pressed.code === `Key${name.toUpperCase()}` || pressed.code === `Digit${name}`;
  return pressed.key.toLowerCase() === name.toLowerCase() || (pressed.altKey && byCode);
}

/** A key without a modifier that types a character: off in text fields, and wherever the user switched such keys off. */
export function isCharacterKey(keys: string): boolean {
  return [...keys].length === 1;
}

function isLetterOrNamed(name: string): boolean {
  return name.length > 1 || /^[a-z]$/i.test(name);
}
