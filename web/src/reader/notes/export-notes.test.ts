import { expect, test } from '@jest/globals';

import { exportNotes, type Exported } from './export-notes.ts';

const what: Exported = {
  title: 'A *meeting*',
  clock: (ms) => `0:0${ms / 1000}`,
  notes: [
    {
      ...{ id: 'n1', segmentId: 's1', quote: '明年三月开工', before: '', start: 0, speaker: '王主任' },
      ...{ startedMs: 5_000, words: 'ask again\nby mail', createdAtMs: 0 },
    },
    {
      ...{ id: 'n2', segmentId: 's2', quote: 'a_b', before: '', start: 0, speaker: null },
      ...{ startedMs: 9_000, words: '', createdAtMs: 0 },
    },
  ],
};

test('as text, with the time, the speaker and one’s own words below', () => {
  expect(exportNotes('txt', what)).toBe(
    'A *meeting*\n\n[0:05 王主任] 明年三月开工\n    ask again\n    by mail\n\n[0:09] a_b\n',
  );
});

test('as Markdown, in which nothing that was said becomes markup', () => {
  expect(exportNotes('md', what)).toBe(
    '# A \\*meeting\\*\n\n> 明年三月开工\n>\n> — 0:05 王主任\n\nask again\nby mail\n\n> a\\_b\n>\n> — 0:09\n',
  );
});

test('as JSON, for other programs', () => {
  expect(JSON.parse(exportNotes('json', what))).toEqual({
    title: 'A *meeting*',
    notes: [
      {
        ...{
          quote: '明年三月开工',
          note: 'ask again\nby mail',
          speaker: '王主任',
          startedMs: 5000,
          segmentId: 's1',
        },
        createdAt: '1970-01-01T00:00:00.000Z',
      },
      {
        ...{ quote: 'a_b', note: '', speaker: null, startedMs: 9000, segmentId: 's2' },
        createdAt: '1970-01-01T00:00:00.000Z',
      },
    ],
  });
});
