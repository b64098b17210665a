import { expect, test } from '@jest/globals';

import { embedSnippet, invitationText, linkWithPassword } from './share-links.ts';

const link = 'https://scribecast.example/r/ABCDEFGHJK';

test('an invitation says the same in both languages, and a password only where it is known', () => {
  const known = invitationText({ title: '例会', link, code: 'ABCDEFGHJK', password: 'K7NQ42PX' });
  expect(known.match(/K7NQ42PX/g)).toHaveLength(2);
  expect(known.match(new RegExp(link, 'g'))).toHaveLength(2);
  expect(invitationText({ title: '例会', link, code: 'ABCDEFGHJK', password: null })).not.toMatch(
    /密码|password/,
  );
});

test('a password of any characters comes out of the link as it went in', () => {
  const password = 'a&k=b #+%25 密';
  const url = new URL(linkWithPassword(link, password));
  expect(url.origin + url.pathname).toBe(link);
  expect(url.search).toBe('');
  expect(new URLSearchParams(url.hash.slice(1)).get('k')).toBe(password);
});

test('a title stays text in the snippet', () => {
  expect(embedSnippet(link, '"><script>alert(1)</script>')).not.toContain('<script>');
});
