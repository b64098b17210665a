import type { DashboardText } from './dashboard.zh.ts';
import { formatNumber } from './format.ts';

const minutesOf = (minutes: number): string =>
  `${formatNumber(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`;

export const dashboardEn: DashboardText = {
  title: 'Dashboard',
  transcribe: 'Transcribe',
  empty: {
    before: 'A friendly reminder: you have run out of card points. Please top up in time [',
    link: 'Top up now',
    after: ']',
  },
  emptyMore: 'With 0 points no new live session can be started; one that is running is not cut off.',
  low: (minutes) =>
    `Your balance is low: about ${minutesOf(minutes)} of live typing left. A running session is not cut off, but do top up soon.`,
  balance: {
    title: 'Card points',
    unit: 'points',
    minutes: (minutes) => `About ${minutesOf(minutes)} of live typing`,
    debt: (points) => `${formatNumber(points)} points owed: the next top-up pays them first`,
    topUp: 'Top up',
    more: 'Details',
  },
  announcements: {
    title: 'Announcements',
    empty: 'Nothing has been announced.',
    strip: (count, newest) => `Announcements (${count}): ${newest}`,
  },
  comments: {
    title: 'Latest comments',
    count: (total, waiting) =>
      waiting === 0
        ? `${formatNumber(total)} in all`
        : `${formatNumber(total)} in all, ${formatNumber(waiting)} to answer`,
    empty: 'No comments yet',
    emptyText: 'What readers write under your transcripts appears here by itself, ready to be answered.',
    emptyAction: 'Share a transcript',
    fresh: (count) => `${formatNumber(count)} new ${count === 1 ? 'comment' : 'comments'}`,
    on: (title) => `“${title}”`,
    onCount: (count) => `${formatNumber(count)} ${count === 1 ? 'comment' : 'comments'} on it`,
    guest: 'guest',
    answered: 'Answered',
    more: 'Show all of it',
    less: 'Show less',
    reply: 'Reply',
    replyTo: (name) => `Reply to ${name}`,
    send: 'Send',
    sent: 'Your reply is posted',
  },
  transcripts: {
    title: 'Newest transcripts',
    all: 'All content',
    empty: 'No transcripts yet',
    emptyText: 'Start a live session, or import a text you already have, and it will appear here.',
  },
};
