import { formatNumber } from './format.ts';
import type { KeysText } from './keys.zh.ts';

export const keysEn: KeysText = {
  change: 'Change',
  changeRow: (name) => `Change: ${name}`,
  press: 'Press the new key…',
  pressHint: 'Press the combination you want. Esc leaves it as it is.',
  reset: 'Reset',
  resetRow: (name) => `Reset: ${name}`,
  changed: 'Changed',
  refused: {
    browser: (keys) => `${keys} belongs to the browser; the page never gets it.`,
    loss: (keys) =>
      `${keys} reloads or leaves the page: a slip would interrupt your work, so it cannot be used.`,
    editing: (keys) => `${keys} is needed for editing in text fields.`,
    types: (keys) => `${keys} types text. Add Alt or Ctrl, or use a function key.`,
    digits: () => 'This row stands for nine keys: press the modifiers with a digit, such as Alt+1.',
  },
  conflict: (keys, other) => `${keys} is already used for “${other}”. Change that one first.`,
  resetAll: 'Reset all',
  export: 'Export keys (JSON)',
  import: 'Import keys',
  fileName: 'scribecast-keys.json',
  unreadable: 'This is not a key file exported from here.',
  imported: (count) =>
    `Imported: ${formatNumber(count)} ${count === 1 ? 'key differs' : 'keys differ'} from the defaults.`,
  leftOut: 'These were not taken; they keep their default keys:',
  print: 'Print this list',
  printTitle: 'Scribecast keyboard shortcuts',
  neverBound: 'F1, F5 and the keys that the browser needs are never taken.',
};
