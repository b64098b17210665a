import { formatNumber } from './format.ts';
import type { ReaderText } from './reader.zh.ts';

export const readerEn: ReaderText = {
  by: (name) => `Hosted by ${name}`,
  audience: (count) => (count === 1 ? '1 person reading' : `${formatNumber(count)} people reading`),
  lead: (name) => `Lead: ${name}`,
  typist: (name) => `Writing: ${name}`,
  status: { READY: 'Not started yet', LIVE: 'Live', ENDED: 'This session has ended' },
  gate: {
    password: 'View password',
    nickname: 'Your name',
    nicknameHint: 'Shown to everybody when you comment.',
    enter: 'Enter',
  },
  passageMark: (count) => `${formatNumber(count)} ${count === 1 ? 'comment' : 'comments'} on this passage`,
  log: 'Transcript',
  older: 'Show earlier text',
  toBeginning: 'To the beginning',
  waiting: 'Not started yet. The text will appear here by itself',
  held: (count) =>
    `${count} more ${count === 1 ? 'passage' : 'passages'} will be shown once corrected, or a little later`,
  display: 'Display',
  notes: 'Notes',
  empty: 'Nothing here yet. What is said will appear by itself; there is no need to reload.',
  emptyEnded: 'Nothing was written down in this session.',
  revoked: 'You no longer receive updates. What you have read stays on this page.',
  enterAgain: 'Enter the view password again',
  jump: (count) => (count === 0 ? 'Back to the latest' : `Back to the latest (${count} new)`),
  comments: 'Comments',
  newComments: (count) => `${count} new`,
  smaller: 'Smaller text',
  larger: 'Larger text',
  textSize: 'Text size',
  ended: 'This session has ended. Here is the whole text, and you can search in it.',
  find: {
    title: 'Search',
    label: 'Search in the text',
    submit: 'Search',
    clear: 'Clear',
    found: (count) =>
      count === 0 ? 'Nothing found' : `Found in ${count} ${count === 1 ? 'passage' : 'passages'}`,
    results: 'Search results',
  },
};
