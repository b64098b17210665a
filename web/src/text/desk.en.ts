import type { DeskText } from './desk.zh.ts';
import { formatDateTime, formatNumber } from './format.ts';

export const deskEn: DeskText = {
  waitingBadge: (count) =>
    `${formatNumber(count)} ${count === 1 ? 'person is' : 'people are'} waiting to be let in`,
  waiting: {
    title: (count) => `Waiting to be let in (${formatNumber(count)})`,
    approve: 'Let in',
    refuse: 'Refuse',
    approveOne: (name) => `Let ${name} in`,
    refuseOne: (name) => `Refuse ${name}`,
    approveAll: 'Let all in',
    refuseAll: 'Refuse all',
    more: (count) => `And ${formatNumber(count)} more behind them.`,
    nobody: 'Nobody is waiting.',
  },
  invite: {
    link: 'Reading link',
    copyLink: 'Copy link',
    code: 'View code',
    copyCode: 'Copy view code',
    passwordNow: 'View password (shown this once)',
    copyPassword: 'Copy password',
    passwordSet: 'There is a view password. It cannot be shown again; if it is lost, make another.',
    passwordUnset: 'There is no view password yet, so nobody who is invited can come in.',
    copyAll: 'Copy invitation (Chinese and English)',
    copyWithPassword: 'Copy link with the password',
    withPasswordWarning:
      'Whoever has the link with the password can come in, so send it to those invited alone. The password stands after the #: it is never sent to the server, and leaves the address bar once the link is opened.',
    copyProjector: 'Copy projector link',
  },
  qr: {
    title: 'QR code',
    show: 'Show QR code',
    alt: (link) => `QR code: ${link}`,
    print: 'Print',
    scan: 'Scan to read along live',
    failed: 'The QR code could not be made. Please try again.',
  },
  door: {
    title: 'Who comes in',
    admission: 'After the right password',
    admissions: { OPEN: 'Straight in', APPROVAL: 'The host lets in each viewer' },
    admissionHint:
      'Those who are in stay in; to put them out, use “Remove all viewers” below. Going back to “Straight in” lets in those who are waiting.',
    until: 'Viewers may read',
    untils: {
      KEEP: '',
      NEVER: 'Without an end',
      TODAY: 'Until the end of today',
      WEEK: 'For 7 days',
      DATE: 'Until a date',
    },
    untilNow: (iso) => `Now until ${formatDateTime(iso)}`,
    date: 'Last day (included)',
    set: 'Set',
    saved: 'Set',
  },
  viewers: {
    title: 'Viewers',
    intro: 'Those who came in by the view password and can still read.',
    none: 'Nobody is in by the password.',
    total: (count) => `${formatNumber(count)} in all`,
    remove: 'Remove',
    removeOne: (name) => `Remove ${name}`,
    removeAll: 'Remove all viewers',
    removeAllTitle: 'Remove all viewers?',
    removeAllText:
      'Everybody who came in by the password stops receiving at once and has to enter it again. To keep them out, change the password as well.',
    removed: (count) => `${formatNumber(count)} ${count === 1 ? 'viewer' : 'viewers'} removed`,
  },
  visits: {
    title: 'Access log',
    kept: 'Kept for 30 days. Of an address only the network is noted; a member who reads a public transcript is noted once a day (UTC). Only you see this.',
    none: 'Nobody has opened it yet.',
    ways: { PASSWORD: 'View password', PUBLIC: 'Public', CREW: 'Crew' },
    wrong: (day, attempts) =>
      `${day}: ${formatNumber(attempts)} wrong view ${attempts === 1 ? 'password' : 'passwords'}`,
    wrongTitle: 'Wrong view passwords',
  },
  embed: {
    title: 'Embed',
    intro: 'Paste the code below into a page. Only the sites listed can embed it; nowhere else will it open.',
    origins: 'Sites that may embed it',
    originsHint: 'One a line, at most 10, such as https://example.com; for a trial, http://localhost:8080.',
    save: 'Save sites',
    snippet: 'Embed code',
    copy: 'Copy embed code',
    none: 'No site is allowed yet.',
  },
};
