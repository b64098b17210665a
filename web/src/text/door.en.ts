import type { DoorText } from './door.zh.ts';
import { formatDateTime } from './format.ts';

export const doorEn: DoorText = {
  notBegun:
    'The meeting has not begun. Enter the password now, and the text appears by itself when it does; there is no need to reload.',
  until: (iso) => `Open to viewers until ${formatDateTime(iso)}.`,
  notFound: {
    title: 'This transcript was not found',
    text: 'The view code may be mistyped, or the host has withdrawn it. Please check it with the host.',
    home: 'Go to the home page',
  },
  waiting: {
    title: 'The password is right: waiting for the host',
    text: 'Stay on this page. You come in by yourself once the host lets you in; there is no need to reload.',
    hostIsHere: 'The host is here and sees your request.',
    hostIsAway: 'The host is not here at the moment, and will see your request on coming back.',
  },
  refused: {
    title: 'The host did not let you in',
    text: 'If you think this is a mistake, speak to the host, then enter the password again.',
    again: 'Enter the password again',
  },
  expired: {
    title: 'The time for viewing is over',
    text: (iso) =>
      iso === null
        ? 'The time for viewing this transcript is over. Please ask the host to extend it.'
        : `This transcript was open to viewers until ${formatDateTime(iso)}. Please ask the host to extend it.`,
  },
};
