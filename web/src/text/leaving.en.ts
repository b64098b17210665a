import { formatNumber } from './format.ts';
import type { LeavingText } from './leaving.zh.ts';

export const leavingEn: LeavingText = {
  title: 'Log out on this device?',
  action: 'Log out',
  cleared:
    'Copies of dictionaries, scripts and reading places are cleared from this device. The dictionaries are on the server and come back when you log in again.',
  notes: (count) =>
    `Your reading notes on ${formatNumber(count)} ${count === 1 ? 'transcript' : 'transcripts'} are on this device alone, and go as well. To keep them, export them on the reading page first.`,
  unsent:
    'What is not sent yet is not lost: it stays on this device, and is sent once you log in here again. Nobody else who logs in can see it.',
};
