import { formatNumber } from './format.ts';
import type { SharingText } from './sharing.zh.ts';

export const sharingEn: SharingText = {
  status: { READY: 'Not started', LIVE: 'Live', ENDED: 'Ended' },
  visibility: { PRIVATE: 'Private', PUBLIC: 'Public' },
  characters: (count) => `${formatNumber(count)} ${count === 1 ? 'character' : 'characters'}`,
  continue: 'Continue',
  copyLink: 'Copy link',
  makePublic: 'Make public',
  makePrivate: 'Make private',
  publicDialog: {
    title: (title) => `Make “${title}” public?`,
    who: 'Every registered member will find it among the public transcripts, can read all of it, and can comment.',
    viewers: 'People with the view password keep reading as before.',
    back: 'You can make it private again at any time; other members then lose it at once.',
    confirm: 'Make public',
  },
  madePublic: (title) => `“${title}” is public`,
  madePrivate: (title) => `“${title}” is private again`,
  undo: 'Undo',
};
