import type { OwnPaceText } from './own-pace.zh.ts';

export const ownPaceEn: OwnPaceText = {
  label: 'The line you are at',
  help: 'Down or Enter: next line. Up: previous. Ctrl+Home: beginning. Ctrl+End: newest. New text never moves this line.',
  previous: 'Previous line',
  next: 'Next line',
  beginning: 'To the beginning',
  newest: 'To the newest',
  behind: (lines) =>
    lines === 0 ? 'This is the newest' : `${lines} more ${lines === 1 ? 'line' : 'lines'} after this`,
  cells: 'Characters in each line',
  nothing: 'Nothing here yet',
};
