import { describe, expect, test } from '@jest/globals';

import { aClock } from '../../../live/testing/room.fixture.ts';
import { createPresenceSender, presenceKept, type Present } from './presence.ts';

const typing: Present = { activity: 'TYPING', segmentId: null };
const correcting: Present = { activity: 'CORRECTING', segmentId: 's' };

describe('who is here', () => {
  test('is whoever was heard of within a minute and has not said that they leave', () => {
    const clock = aClock();
    const { present, note, stop } = presenceKept(clock);
    note('ada', typing);
    note('ben', typing);
    note('ben', { activity: 'AWAY', segmentId: null });
    expect([...present.value.keys()]).toEqual(['ada']);
    clock.advance(50_000);
    note('cyd', correcting);
    clock.advance(20_000);
    expect([...present.value]).toMatchObject([['cyd', correcting]]);
    stop();
  });
});

describe('what one does', () => {
  test('is said once for many changes in a moment, and again every 20 seconds', () => {
    const clock = aClock();
    const said: Present[] = [];
    const sender = createPresenceSender({ clock, send: (present) => Promise.resolve(said.push(present)) });
    sender.show(typing);
    sender.show(correcting);
    clock.advance(1_000);
    expect(said).toEqual([correcting]);
    clock.advance(40_000);
    expect(said).toEqual([correcting, correcting, correcting]);
    sender.stop();
    clock.advance(60_000);
    expect(said).toHaveLength(3);
  });

  test('is still typing between two lines, and correcting at once', () => {
    const clock = aClock();
    const said: Present[] = [];
    const sender = createPresenceSender({ clock, send: (present) => Promise.resolve(said.push(present)) });
    const watching: Present = { activity: 'WATCHING', segmentId: null };
    sender.show(typing);
    clock.advance(1_000);
    sender.show(watching);
    clock.advance(5_000);
    expect(said).toEqual([typing]);
    sender.show(correcting);
    clock.advance(1_000);
    expect(said).toEqual([typing, correcting]);
  });

  test('is said to nobody while nobody else is there', () => {
    const clock = aClock();
    const said: Present[] = [];
    const sender = createPresenceSender({ clock, send: (present) => Promise.resolve(said.push(present)) });
    sender.show(null);
    clock.advance(60_000);
    expect(said).toEqual([]);
    sender.show(typing);
    clock.advance(1_000);
    sender.show(null);
    clock.advance(60_000);
    expect(said).toEqual([typing]);
  });
});
