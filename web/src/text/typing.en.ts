import type { TypingText } from './typing.zh.ts';

export const typingEn: TypingText = {
  holdBack: 'Hold back',
  holdBackHint:
    'What you typed last stays with you for a moment, so that you can mend it before readers see it. In the line it is underlined with dashes.',
  unit: 'How much stays with you',
  units: {
    none: 'Nothing: readers see each character at once',
    characters: 'The last characters',
    words: 'The last words (a Chinese character is a word)',
    seconds: 'The last seconds',
  },
  count: { characters: 'Characters', words: 'Words', seconds: 'Seconds' },
  heldKeys: (flush, takeBack) => `${flush} shows all of it now · ${takeBack} takes it back`,
  caret: 'Caret',
  atEnd: 'Lock the caret at the end',
  atEndHint: (keys) =>
    `What you type goes to the end wherever the caret was left. ${keys} lets you edit inside the line, and brings you back.`,
  speakers: 'Quick speakers',
  speakersHint: (keys, other, guest) =>
    `${keys} picks one · ${other} alternates the last two · ${guest} an unidentified speaker. Changes count for what comes.`,
  speakerName: (digit) => `Speaker ${digit}`,
  earlier: (name) => `Move ${name} up`,
  later: (name) => `Move ${name} down`,
  remove: (name) => `Remove ${name}`,
  add: 'Add speaker',
  addLabel: 'Name of a new speaker',
  none: 'No quick speakers yet. Whoever speaks in a committed line is remembered here.',
  tags: 'Tags for what is not speech',
  tagsHint: (keys) => `One on each line, nine at most; ${keys} inserts them.`,
  tagsReset: 'Use the default tags',
  keys: 'Keys',
  allKeys: 'See, change and print all keys',
};
