import { formatNumber } from './format.ts';
import type { ModerationText } from './moderation.zh.ts';

export const moderationEn: ModerationText = {
  title: 'Manage comments',
  waiting: (count) => `${formatNumber(count)} to decide about`,
  queue: (count) => `Waiting (${formatNumber(count)})`,
  queueEmpty: 'No comment waits.',
  byWords: 'Holds a listed word',
  approve: 'Approve',
  refuse: 'Refuse',
  approveAll: 'Approve all',
  refuseAll: 'Refuse all',
  reported: (count) => `Reported (${formatNumber(count)})`,
  reports: (count) => `Reported by ${formatNumber(count)}`,
  hide: 'Remove comment',
  dismiss: 'Keep, dismiss reports',
  ban: 'Stop this person’s comments',
  bans: 'Stopped from commenting',
  unban: 'Allow again',
  mode: 'Who may comment',
  modes: {
    OPEN: { name: 'Open', text: 'everybody who may read' },
    REVIEWED: { name: 'Reviewed', text: 'each comment is shown once you approve it' },
    CLOSED: { name: 'Closed', text: 'what was written stays; you and the writers still can' },
  },
  words: 'Words',
  wordsHint: 'Comments that hold one of these wait for you. One a line, up to 200, in any case and width.',
  wordsSaved: (count) => `${formatNumber(count)} ${count === 1 ? 'word' : 'words'} saved`,
};
