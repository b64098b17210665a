import type { HomeText } from './home.zh.ts';

export const homeEn: HomeText = {
  title: 'Scribecast 速录',
  value: 'Every word said in the room, typed by a person as it is said, and read along by those you invite.',
  valueMore:
    'Meetings, lectures, broadcasts, interviews. The typist types; readers never refresh; a dropped line is made good by itself.',
  code: {
    title: 'Read a transcript shared with you',
    label: 'View code',
    hint: 'The code that the host gave you, or the whole link.',
    open: 'Open',
    missing: 'Enter the view code first.',
  },
  join: {
    title: 'Transcribe yourself',
    gift: (points) => `Register and get ${points} card points: enough to start your first session now.`,
    price: (points) =>
      `A live session costs ${points} ${points === 1 ? 'point' : 'points'} a minute, and one that is running is never cut off.`,
    register: 'Register free',
    logIn: 'Log in',
    office: 'Go to your back office',
    transcribe: 'Transcribe',
  },
  steps: {
    title: 'Three steps',
    list: [
      {
        title: 'Open a session',
        text: 'Give it a title, make it private or public, and get a view code and a view password.',
      },
      {
        title: 'Send them to your readers',
        text: 'They read on a phone, a laptop or a projector, with nothing to install and no account.',
      },
      {
        title: 'Type what is said',
        text: 'Every keystroke shows at once. Not a word is lost when the line drops or the lid closes.',
      },
    ],
  },
  list: {
    title: 'Public transcripts',
    search: 'Search titles and text',
    searchButton: 'Search',
    by: (name) => `by ${name}`,
    live: 'Live now',
    emptyTitle: 'No public transcripts yet',
    emptyText:
      'When a member makes a transcript public it appears here, for every registered member to read and comment on.',
    noneFound: (search) => `No public transcript contains “${search}”`,
    noneFoundText: 'Try another word, or clear the search to see them all.',
    showAll: 'Show all',
  },
};
