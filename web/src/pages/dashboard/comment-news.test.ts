import { expect, test } from '@jest/globals';

import { joinNews } from './comment-news.ts';

const comment = (id: string, isAnswered = false) => ({ id, isAnswered });

test('new comments wait, and what is on the page keeps its place', () => {
  const shown = [comment('b'), comment('a')];
  const { shown: after, waiting } = joinNews(shown, [comment('c'), comment('b'), comment('a')]);
  expect(after.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(waiting.map(({ id }) => id)).toEqual(['c']);
});

test('what is on the page is brought up to date in its place', () => {
  const { shown } = joinNews([comment('b'), comment('a')], [comment('b'), comment('a', true)]);
  expect(shown).toEqual([comment('b'), comment('a', true)]);
});

test('an empty page shows everything at once', () => {
  expect(joinNews([], [comment('a')])).toEqual({ shown: [comment('a')], waiting: [] });
});

test('an older comment that moves up because another was removed is no news', () => {
  const { waiting } = joinNews([comment('c'), comment('b')], [comment('c'), comment('a')]);
  expect(waiting).toEqual([]);
});
