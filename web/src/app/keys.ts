/** Where a key works. */
export type KeyPlace = 'everywhere' | 'lists' | 'room' | 'reader';

/** Where in the room the focus must be, for keys that mean something else elsewhere in it. */
export type KeyFocus = 'line' | 'correction';

export interface KeyBinding {
  /** What it does: its text is `shellText().keys[id]`. */
  readonly id: string;
  /** Until the writer chooses others; as printed and as matched: `Ctrl+J`, `Alt+1…9`, `?`, `Enter`. */
  readonly keys: string;
  readonly place: KeyPlace;
  /** Two rows of one place may share a key when they are heard in different fields. */
  readonly focus?: KeyFocus;
}

/**
 * The one table: the program listens by it, the writer's own keys replace its defaults, and the sheet behind `?` is
 * printed from it. A new key is a row here, its words in `shellText().keys`, and `useKey(id, run)` where it acts.
 */
export const keyTable = [
  { id: 'keySheet', keys: '?', place: 'everywhere' },
  { id: 'keySheetAnywhere', keys: 'Ctrl+/', place: 'everywhere' },
  { id: 'goDashboard', keys: 'Alt+Shift+H', place: 'everywhere' },
  { id: 'goTranscribe', keys: 'Alt+Shift+N', place: 'everywhere' },
  { id: 'goContent', keys: 'Alt+Shift+L', place: 'everywhere' },
  { id: 'focusSearch', keys: '/', place: 'lists' },
  { id: 'commitLine', keys: 'Enter', place: 'room', focus: 'line' },
  { id: 'breakLine', keys: 'Shift+Enter', place: 'room', focus: 'line' },
  { id: 'correctLast', keys: '↑', place: 'room', focus: 'line' },
  { id: 'pickSpeaker', keys: 'Alt+1…9', place: 'room' },
  { id: 'noSpeaker', keys: 'Alt+0', place: 'room' },
  { id: 'otherSpeaker', keys: 'Alt+O', place: 'room', focus: 'line' },
  { id: 'guestSpeaker', keys: 'Alt+G', place: 'room', focus: 'line' },
  { id: 'timeStamp', keys: 'Ctrl+J', place: 'room', focus: 'line' },
  { id: 'insertTag', keys: 'Alt+Shift+1…9', place: 'room', focus: 'line' },
  { id: 'toggleEndLock', keys: 'Alt+L', place: 'room', focus: 'line' },
  { id: 'flushHeld', keys: 'Ctrl+Enter', place: 'room', focus: 'line' },
  { id: 'takeBack', keys: 'Alt+X', place: 'room', focus: 'line' },
  { id: 'showSaved', keys: 'Ctrl+S', place: 'room' },
  { id: 'toggleTyping', keys: 'Alt+Shift+Y', place: 'room' },
  { id: 'leaveCorrection', keys: 'Esc', place: 'room', focus: 'correction' },
  { id: 'splitSegment', keys: 'Ctrl+Enter', place: 'room', focus: 'correction' },
  { id: 'mergeSegment', keys: 'Ctrl+Shift+Enter', place: 'room', focus: 'correction' },
  { id: 'previousSegment', keys: 'Alt+↑', place: 'room', focus: 'correction' },
  { id: 'nextSegment', keys: 'Alt+↓', place: 'room', focus: 'correction' },
  { id: 'checkSegment', keys: 'F8', place: 'room' },
  { id: 'undoAct', keys: 'Ctrl+Z', place: 'room' },
  { id: 'redoAct', keys: 'Ctrl+Shift+Z', place: 'room' },
  { id: 'toggleReplace', keys: 'Alt+Shift+F', place: 'room' },
  { id: 'toggleHistory', keys: 'Alt+Shift+V', place: 'room' },
  { id: 'toggleComments', keys: 'Alt+Shift+C', place: 'room' },
  { id: 'toggleGlossary', keys: 'Alt+Shift+G', place: 'room' },
  { id: 'toggleBriefs', keys: 'Alt+Shift+B', place: 'room' },
  { id: 'toggleScript', keys: 'Alt+Shift+S', place: 'room' },
  { id: 'addBrief', keys: 'Alt+A', place: 'room' },
  { id: 'redefineWord', keys: 'Alt+R', place: 'room' },
  { id: 'defineUnknown', keys: 'Alt+Q', place: 'room' },
  { id: 'repairCommitted', keys: 'Alt+Y', place: 'room' },
  { id: 'takeBackBrief', keys: 'Alt+U', place: 'room' },
  { id: 'cueSend', keys: 'Alt+N', place: 'room' },
  { id: 'cueBack', keys: 'Alt+P', place: 'room' },
  { id: 'cueSkip', keys: 'Alt+K', place: 'room' },
  { id: 'nextUnread', keys: 'Alt+Shift+U', place: 'reader' },
  { id: 'toggleCrew', keys: 'Alt+Shift+K', place: 'room' },
  { id: 'takeLead', keys: 'Alt+Shift+J', place: 'room' },
  { id: 'readLatest', keys: 'L', place: 'reader' },
  { id: 'markHere', keys: 'M', place: 'reader' },
  { id: 'goToMark', keys: 'G', place: 'reader' },
  { id: 'openFind', keys: '/', place: 'reader' },
  { id: 'openDisplay', keys: 'D', place: 'reader' },
  { id: 'openNotes', keys: 'N', place: 'reader' },
  { id: 'highlight', keys: 'H', place: 'reader' },
  { id: 'largerText', keys: ']', place: 'reader' },
  { id: 'smallerText', keys: '[', place: 'reader' },
  { id: 'projectText', keys: 'P', place: 'reader' },
  { id: 'readByLine', keys: 'B', place: 'reader' },
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
  /** 229: an input method has it. Safari ends a composition before the Enter that ended it. */
  readonly keyCode?: number;
}

const printedNames: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  ' ': 'Space',
};
const digits = '1…9';

/** Whether what was pressed is what the table says; Ctrl is ⌘ on a Mac. Nothing matches while an IME composes. */
export function matchesKeys(keys: string, pressed: PressedKey): boolean {
  if (pressed.isComposing || pressed.keyCode === 229) return false;
  const { modifiers, name } = partsOf(keys);
  if (modifiers.includes('Ctrl') !== (pressed.ctrlKey || pressed.metaKey)) return false;
  if (modifiers.includes('Alt') !== pressed.altKey) return false;
  const isDigit = name === digits || /^[0-9]$/.test(name);
  // A character such as "?" says itself whether Shift was needed.
  const saysShift = isDigit ? modifiers.length > 0 : isLetterOrNamed(name);
  if (saysShift && modifiers.includes('Shift') !== pressed.shiftKey) return false;
  if (isDigit) return digitPressed(pressed, name);
  const byCode = pressed.code === `Key${name.toUpperCase()}`;
  return printedName(pressed.key).toLowerCase() === name.toLowerCase() || (pressed.altKey && byCode);
}

/** With a modifier the key's place counts: with Shift or Alt the digit types something else. */
function digitPressed({ key, code }: PressedKey, name: string): boolean {
  const digit = /^Digit([0-9])$/.exec(code)?.[1] ?? key;
  return name === digits ? /^[1-9]$/.test(digit) : digit === name;
}

/** The key's name as it is printed: `↑`, `Esc`, `Enter`, `j`. */
export function printedName(key: string): string {
  return printedNames[key.toLowerCase()] ?? key;
}

/** `Ctrl+Shift+Z` in its parts; the name may itself be a plus. */
export function partsOf(keys: string): { readonly modifiers: readonly string[]; readonly name: string } {
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  return { modifiers: parts.slice(0, -1), name: keys === '+' ? '+' : (parts.at(-1) ?? '') };
}

/** A key without a modifier that types a character: off in text fields, and wherever the user switched such keys off. */
export function isCharacterKey(keys: string): boolean {
  return [...keys].length === 1 && !'↑↓←→'.includes(keys);
}

/** A letter or a named key says nothing of Shift, so the table has to. */
export function isLetterOrNamed(name: string): boolean {
  return name.length > 1 || /^[a-z]$/i.test(name) || '↑↓←→'.includes(name);
}
