import { signal } from '@preact/signals';
import { expect, test } from '@jest/globals';

import { NetworkError, ApiError, type Request } from '../api/client.ts';
import { createDraftSender } from './draft-sender.ts';
import { draftKeptMs } from './draft-watch.ts';
import { noHoldBack, type HoldBack } from './hold-back.ts';
import { createPublicLine } from './public-line.ts';
import { aClock, until } from './testing/room.fixture.ts';

/** A line, its readers, and the server between them, which can be out of reach. */
function aLine(hold: HoldBack = noHoldBack) {
  const clock = aClock();
  const holdBack = signal(hold);
  const server = { failure: undefined as Error | undefined, asked: 0 };
  const seen: string[] = [];
  const request = (async (_: string, { input }: { input: { text: string } }) => {
    server.asked += 1;
    if (server.failure !== undefined) throw server.failure;
    seen.push(input.text);
    return {};
  }) as unknown as Request;
  const page = new EventTarget();
  const sender = createDraftSender({ transcriptId: 'room', request, clock, page });
  const line = createPublicLine({ sender, clock, holdBack });
  const type = (text: string): void => line.change({ text, speaker: null });
  const readersSee = (text: string): Promise<void> =>
    until(() => {
      clock.advance(20);
      return (seen.at(-1) ?? '') === text;
    }, `readers seeing "${text}"`);
  return { clock, page, holdBack, server, seen, sender, line, type, readersSee };
}

test('readers get the public part alone, the rest when it is public, and all of it on a flush', async () => {
  const { type, readersSee, seen, line } = aLine({ unit: 'characters', count: 3 });
  type('hello');
  await readersSee('he');
  type('hello you');
  await readersSee('hello ');
  expect(line.publicLength.value).toBe(6);
  line.flush();
  await readersSee('hello you');
  expect(seen.filter((text) => text === 'hello' || text === 'hello yo')).toEqual([]);
});

test('by seconds, time alone makes the line public', async () => {
  const { type, readersSee, clock, line } = aLine({ unit: 'seconds', count: 2 });
  type('one');
  clock.advance(1_900);
  expect(line.publicLength.value).toBe(0);
  clock.advance(200);
  expect(line.publicLength.value).toBe(3);
  await readersSee('one');
});

test('a hold-back that is given up makes public what it held', async () => {
  const { type, readersSee, holdBack } = aLine({ unit: 'words', count: 2 });
  type('one two three');
  await readersSee('one ');
  holdBack.value = noHoldBack;
  await readersSee('one two three');
});

test('while nobody answers, the mark stays at what readers have', async () => {
  const { type, readersSee, server, sender, line, clock } = aLine();
  type('seen');
  await readersSee('seen');
  server.failure = new NetworkError('cut');
  type('seen and more');
  await until(() => {
    clock.advance(20);
    return sender.trouble.value === 'offline';
  }, 'the trouble');
  type('seen and more still');
  expect(line.publicLength.value).toBe(4);
  server.failure = undefined;
  await readersSee('seen and more still');
  await until(() => line.publicLength.value === 19, 'the mark to follow');
});

test('whoever is signed out is not asked about again until they are back', async () => {
  const { type, readersSee, server, sender, clock } = aLine();
  server.failure = new ApiError({ code: 'UNAUTHENTICATED', message: 'Log in.' });
  type('a');
  await until(() => sender.trouble.value === 'signedOut', 'the trouble');
  clock.advance(10_000);
  type('ab');
  clock.advance(10_000);
  expect(server.asked).toBe(1);
  server.failure = undefined;
  sender.retry();
  await readersSee('ab');
});

test('a line that stands still is renewed before readers drop it', async () => {
  const { type, readersSee, seen, clock } = aLine();
  type('thinking');
  await readersSee('thinking');
  const shownAt = clock.now();
  await until(() => {
    clock.advance(100);
    return seen.length > 1;
  }, 'the line shown again');
  expect(seen).toEqual(['thinking', 'thinking']);
  expect(clock.now() - shownAt).toBeLessThan(draftKeptMs);
});

test.each(['pagehide', 'stop'])('whoever goes (%s) takes their half line with them', async (way) => {
  const { type, readersSee, seen, sender, page, clock } = aLine();
  type('half a li');
  await readersSee('half a li');
  if (way === 'stop') sender.stop();
  else page.dispatchEvent(new Event('pagehide'));
  expect(seen.at(-1)).toBe('');
  if (way === 'pagehide') {
    page.dispatchEvent(new Event('pageshow'));
    return readersSee('half a li');
  }
  clock.advance(10 * draftKeptMs);
  expect(seen.at(-1)).toBe('');
});
