import { describe, expect, test } from '@jest/globals';

import { ApiError, NetworkError, type Request } from '../api/client.ts';
import type { JournalStore } from './journal.ts';
import { createOutbox } from './outbox.ts';
import { createOwnRequest } from './own-request.ts';
import { aClock, until } from './testing/room.fixture.ts';

interface Sent {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}
type Answer = (sent: Sent) => unknown;

/** A machine's storage: it outlives the page. */
function aStore(): JournalStore & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    readAll: async () => new Map(kept),
    put: async (key, value) => void kept.set(key, structuredClone(value)),
    remove: async (key) => void kept.delete(key),
  };
}

/** A server that does what the queued answers say, and acknowledges whatever comes after them. */
function aServer() {
  const sent: Sent[] = [];
  const drafts: unknown[] = [];
  const answers: Answer[] = [];
  const request = (async (document: string, variables: { input: Sent['input'] }) => {
    const operation = /mutation (\w+)/.exec(document)?.[1] ?? '';
    const call = { operation, input: variables.input };
    if (operation === 'ShowDraft') {
      drafts.push(call.input['text']);
      return { showDraft: { __typename: 'ShowDraftSuccess' } };
    }
    sent.push(call);
    return (answers.shift() ?? acknowledge)(call);
  }) as unknown as Request;
  return { sent, drafts, answers, request, texts: () => sent.map(({ input }) => input['text']) };
}

const acknowledge: Answer = ({ operation, input }) => {
  const segment = { id: input['id'], revision: Number(input['baseRevision'] ?? 0) + 1 };
  if (operation === 'AppendSegment')
    return { appendSegment: { __typename: 'AppendSegmentSuccess', segment } };
  if (operation === 'ReviseSegment')
    return { reviseSegment: { __typename: 'ReviseSegmentSuccess', segment } };
  return { removeSegment: { removedId: input['id'] } };
};
const noAnswer: Answer = () => {
  throw new NetworkError('cut');
};

function aPage({ server = aServer(), store = aStore() } = {}) {
  const clock = aClock();
  const ids = { last: 0 };
  const visit = store.kept.size + 1;
  const newId = (): string => `id-${visit}-${(ids.last += 1)}`;
  const outbox = createOutbox({ transcriptId: 'room', request: server.request, store, clock, newId });
  const say = (text: string): string | undefined => {
    outbox.type({ text, speaker: null });
    return outbox.commit();
  };
  const saved = (): Promise<void> => until(() => outbox.saveState.value.kind === 'saved', 'being saved');
  const timePasses = (): Promise<void> =>
    until(() => {
      clock.advance(1_000);
      return outbox.saveState.value.kind === 'saved';
    }, 'being saved');
  /** While time goes on. */
  const drafted = (text: string, times: number): Promise<void> =>
    until(() => {
      clock.advance(100);
      return server.drafts.filter((shown) => shown === text).length === times;
    }, `the draft ${text} being shown`);
  return { server, store, outbox, say, saved, timePasses, drafted };
}

describe('what is typed', () => {
  test('is sent in order and leaves nothing behind when all is acknowledged', async () => {
    const { server, store, outbox, say, saved } = aPage();
    say('one');
    say('two');
    expect(outbox.saveState.value).toMatchObject({ kind: 'saving', unsentCount: 2 });
    await saved();
    expect(server.texts()).toEqual(['one', 'two']);
    await until(() => store.kept.size === 0, 'an empty journal');
  });

  test('is journaled before it is sent', async () => {
    const { server, store, say, saved } = aPage();
    const keptAtSending: number[] = [];
    server.answers.push((call) => {
      keptAtSending.push([...store.kept.keys()].filter((key) => key.startsWith('entry/')).length);
      return acknowledge(call);
    });
    say('one');
    await saved();
    expect(keptAtSending).toEqual([1]);
  });

  test('is no segment when it is empty', async () => {
    const { outbox } = aPage();
    outbox.type({ text: '  ', speaker: null });
    expect(outbox.commit()).toBeUndefined();
    expect(outbox.pending.value).toEqual([]);
  });
});

describe('the line being typed', () => {
  test('is shown again when a line before it has arrived: that took it off the viewers’ screens', async () => {
    const { server, outbox, say, saved, drafted } = aPage();
    const arrival = Promise.withResolvers<void>();
    server.answers.push(async (sent) => {
      await arrival.promise;
      return acknowledge(sent);
    });
    say('one');
    outbox.type({ text: 'tw', speaker: null });
    await drafted('tw', 1);
    arrival.resolve();
    await saved();
    await drafted('tw', 2);
  });
});

describe('a dropped line', () => {
  test('says that work is kept here only once it is written', async () => {
    const store = aStore();
    const writes: (() => void)[] = [];
    const slow = {
      ...store,
      put: async (key: string, value: unknown) => {
        await new Promise<void>((resolve) => writes.push(resolve));
        await store.put(key, value);
      },
    };
    const server = aServer();
    server.answers.push(noAnswer);
    const { outbox, say } = aPage({ server, store: slow });
    await outbox.ready;
    say('not yet on the disk');
    await until(() => server.sent.length > 0 || writes.length > 0, 'the writing to begin');
    expect(outbox.saveState.value.kind).toBe('saving');
    while (outbox.saveState.value.kind === 'saving') {
      writes.shift()?.();
      await Promise.resolve();
    }
    expect(outbox.saveState.value.kind).toBe('offline');
    expect(JSON.stringify([...store.kept.values()])).toContain('not yet on the disk');
  });

  test('keeps what is unsent, counts it, and repeats it under the same id', async () => {
    const { server, outbox, say, timePasses } = aPage();
    server.answers.push(noAnswer, noAnswer);
    const id = say('one');
    await until(() => outbox.saveState.value.kind === 'offline', 'being offline');
    expect(outbox.saveState.value.unsentCount).toBe(1);
    await timePasses();
    expect(server.sent.map(({ input }) => input['id'])).toEqual([id, id, id]);
  });

  test('never changes what may have arrived: a correction follows it', async () => {
    const { server, outbox, say, timePasses } = aPage();
    server.answers.push(noAnswer);
    const id = say('helo') ?? '';
    await until(() => outbox.saveState.value.kind === 'offline', 'being offline');
    outbox.revise({ id, revision: 1 }, { text: 'hello', speaker: null });
    await timePasses();
    expect(server.sent.slice(1).map(({ operation, input }) => [operation, input['text']])).toEqual([
      ['AppendSegment', 'helo'],
      ['ReviseSegment', 'hello'],
    ]);
    expect(server.sent.at(-1)?.input['baseRevision']).toBe(1);
  });

  test('changes in place what was never sent', async () => {
    const { server, outbox, say, saved } = aPage();
    say('first');
    const id = say('helo') ?? '';
    outbox.revise({ id, revision: 1 }, { text: 'hello', speaker: null });
    await saved();
    expect(server.texts()).toEqual(['first', 'hello']);
    expect(server.sent.every(({ operation }) => operation === 'AppendSegment')).toBe(true);
  });

  test('never sends what was removed before it was sent', async () => {
    const { server, outbox, say, saved } = aPage();
    say('first');
    outbox.remove(say('oops') ?? '');
    await saved();
    expect(server.texts()).toEqual(['first']);
  });
});

describe('a reload', () => {
  test('sends what was left behind before anything new, and keeps the line being typed', async () => {
    const store = aStore();
    const away = aServer();
    away.answers.push(...Array.from({ length: 5 }, () => noAnswer));
    const before = aPage({ server: away, store });
    before.say('one');
    before.say('two');
    before.outbox.type({ text: 'half a li', speaker: 'Ada' });
    await until(() => store.kept.has('draft') && store.kept.size === 3, 'the journal');
    before.outbox.stop();

    const after = aPage({ store });
    await after.outbox.ready;
    expect(after.outbox.takeUp()).toMatchObject({ text: 'half a li', speaker: 'Ada' });
    after.say('half a line');
    await after.saved();
    expect(after.server.texts()).toEqual(['one', 'two', 'half a line']);
  });

  test('sends what was left behind first, also when a new line was committed before that was read, and after a third visit', async () => {
    const store = aStore();
    const away = aServer();
    away.answers.push(...Array.from({ length: 9 }, () => noAnswer));
    const first = aPage({ server: away, store });
    first.say('one');
    first.say('two');
    first.outbox.type({ text: 'half a li', speaker: null });
    first.outbox.stop();
    const second = aPage({ server: away, store });
    second.say('three');
    await second.outbox.ready;
    second.outbox.stop();

    const third = aPage({ store });
    third.say('four');
    await third.outbox.ready;
    expect(third.outbox.draft.value.text).toBe('half a li');
    await third.saved();
    expect(third.server.texts()).toEqual(['one', 'two', 'three', 'four']);
  });

  test('puts what was left before all that an input method composes until the field shows it', async () => {
    const store = aStore();
    store.kept.set('draft', { segmentId: 'a', text: 'left ', speaker: 'Ada' });
    const { outbox, server, saved } = aPage({ store });
    outbox.compose('ni');
    await outbox.ready;
    outbox.compose('ni h');
    expect(store.kept.get('draft')).toMatchObject({ text: 'left ni h' });
    outbox.type({ text: '你好', speaker: null });
    expect(outbox.takeUp()).toMatchObject({ text: 'left 你好', speaker: 'Ada' });
    outbox.type({ text: 'left 你好。', speaker: 'Ada' });
    outbox.commit();
    await saved();
    expect(server.texts()).toEqual(['left 你好。']);
  });

  test('of a line that was committed before the field showed it leaves nothing to the next', async () => {
    const store = aStore();
    store.kept.set('draft', { segmentId: 'a', text: 'left ', speaker: null });
    const { outbox, server, say, saved } = aPage({ store });
    await outbox.ready;
    say('你好');
    say('next');
    await saved();
    expect(server.texts()).toEqual(['left 你好', 'next']);
  });

  test('brings back the corrections that were being written, and not those that were saved, given up or left as they were', async () => {
    const store = aStore();
    const base = (id: string) => ({ id, revision: 3, text: 'as it stands', speaker: null });
    const before = aPage({ store });
    const { corrections } = before.outbox;
    for (const id of ['written', 'given up', 'as it was'])
      corrections.keep({ base: base(id), text: 'half a corr', speaker: '' });
    corrections.close('given up');
    corrections.keep({ base: base('as it was'), text: 'as it stands', speaker: '' });
    await before.outbox.settled();
    before.outbox.stop();
    const after = aPage({ store });
    await after.outbox.ready;
    expect(after.outbox.corrections.ids()).toEqual(['written']);
    expect(after.outbox.corrections.get('written')).toMatchObject({
      base: base('written'),
      text: 'half a corr',
    });
  });

  test('does not bring back a line whose segment is on its way', async () => {
    const store = aStore();
    store.kept.set('draft', { segmentId: 'a', text: 'one', speaker: null });
    const entry = {
      kind: 'append',
      segmentId: 'a',
      text: 'one',
      speaker: null,
      startedMs: null,
      endedMs: null,
    };
    store.kept.set('entry/a', { id: 'a', order: 1, entry, isAttempted: true, problem: null });
    const { outbox, server, saved } = aPage({ store });
    await outbox.ready;
    expect(outbox.draft.value.text).toBe('');
    await saved();
    expect(server.texts()).toEqual(['one']);
  });
});

describe('a refusal', () => {
  const current = { ...{ id: 's', revision: 5, text: 'theirs', speaker: null } };
  const conflict: Answer = () => ({
    reviseSegment: { __typename: 'SegmentConflict', message: 'Somebody was faster.', current },
  });

  test('by a newer revision keeps one’s own text until its writer decides', async () => {
    const { server, store, outbox, saved } = aPage();
    server.answers.push(conflict);
    outbox.revise({ id: 's', revision: 4 }, { text: 'mine', speaker: null });
    await until(() => outbox.saveState.value.kind === 'conflict', 'the conflict');
    const [entry] = outbox.pending.value;
    expect(entry?.entry).toMatchObject({ text: 'mine' });
    expect(store.kept.size).toBe(1);
    outbox.keepMine(entry?.id ?? '');
    await saved();
    expect(server.sent.at(-1)?.input).toMatchObject({ baseRevision: 5, text: 'mine' });
  });

  test('whose text its writer gives up leaves nothing to undo', async () => {
    const { server, outbox, saved } = aPage();
    server.answers.push(conflict);
    outbox.revise({ id: 's', revision: 4 }, { text: 'mine', speaker: null });
    await until(() => outbox.saveState.value.kind === 'conflict', 'the conflict');
    outbox.discard(outbox.pending.value[0]?.id ?? '');
    await saved();
    expect(outbox.takeBack('undo')).toBe(false);
  });

  test('that comes when another tab has taken over is left to that one', async () => {
    const { server, store, outbox } = aPage();
    const answer = Promise.withResolvers<void>();
    server.answers.push(async (sent) => {
      await answer.promise;
      return conflict(sent);
    });
    outbox.revise({ id: 's', revision: 4 }, { text: 'mine', speaker: null });
    await until(() => server.sent.length === 1, 'the sending');
    outbox.stop();
    answer.resolve();
    await new Promise(setImmediate);
    expect([...store.kept.values()]).toMatchObject([{ problem: null }]);
  });

  test('by one’s own earlier attempt, whose answer was lost, is a success', async () => {
    const { server, outbox, saved } = aPage();
    server.answers.push(conflict);
    outbox.revise({ id: 's', revision: 4 }, { text: 'theirs', speaker: null });
    await until(() => server.sent.length === 1, 'the sending');
    await saved();
  });

  test('because the session has ended stops the queue, and a retry takes it up', async () => {
    const { server, outbox, say, saved } = aPage();
    server.answers.push(() => ({
      appendSegment: { __typename: 'TranscriptNotLive', message: 'It has ended.' },
    }));
    say('one');
    say('two');
    await until(() => outbox.saveState.value.kind === 'halted', 'the halt');
    expect(outbox.saveState.value).toMatchObject({ unsentCount: 2, message: 'It has ended.' });
    expect(server.sent).toHaveLength(1);
    outbox.retry();
    await saved();
    expect(server.texts()).toEqual(['one', 'one', 'two']);
  });

  test('because nobody is signed in waits for the writer and loses nothing', async () => {
    const { server, outbox, say, saved } = aPage();
    server.answers.push(() => {
      throw new ApiError({ code: 'UNAUTHENTICATED', message: 'Log in.' });
    });
    say('one');
    await until(() => outbox.saveState.value.kind === 'signedOut', 'being signed out');
    outbox.retry();
    await saved();
    expect(server.texts()).toEqual(['one', 'one']);
  });
});

describe('somebody else who signs in in the same browser', () => {
  test('never sends what was typed before them; its writer does when they are back', async () => {
    const server = aServer();
    const browser = { isSomebodyElse: true };
    const request = createOwnRequest(server.request, () => browser.isSomebodyElse);
    const { outbox, say, saved } = aPage({ server: { ...server, request } });
    say('mine');
    await until(() => outbox.saveState.value.kind === 'signedOut', 'being signed out');
    outbox.retry();
    await until(() => outbox.saveState.value.kind === 'signedOut', 'being signed out again');
    expect(server.sent).toEqual([]);
    expect(server.drafts).toEqual([]);
    browser.isSomebodyElse = false;
    outbox.retry();
    await saved();
    expect(server.texts()).toEqual(['mine']);
  });
});

describe('a journal that cannot be written', () => {
  test('never stops the sending, and says so', async () => {
    const broken: JournalStore = {
      readAll: async () => new Map(),
      put: () => Promise.reject(new Error('quota')),
      remove: () => Promise.reject(new Error('quota')),
    };
    const { server, outbox, say, saved } = aPage({ store: { ...broken, kept: new Map() } });
    say('one');
    await saved();
    expect(server.texts()).toEqual(['one']);
    expect(outbox.saveState.value.isUnprotected).toBe(true);
  });
});

describe('an undo', () => {
  const reverted: Answer = ({ input }) => ({
    revertChanges: {
      __typename: 'RevertChangesSuccess',
      fromSeq: Number(input['toSeq']) + 10,
      toSeq: Number(input['toSeq']) + 10,
      revertedCount: 1,
      conflicts: [],
    },
  });
  const appendedAt =
    (seq: number): Answer =>
    ({ input }) => ({
      appendSegment: { __typename: 'AppendSegmentSuccess', segment: { id: input['id'], seq, revision: 1 } },
    });

  test('of a line that was never sent goes out behind it, and hides it meanwhile', async () => {
    const { server, outbox, say, timePasses } = aPage();
    server.answers.push(noAnswer, appendedAt(5), reverted);
    const id = say('too early')!;
    expect(outbox.takeBack('undo')).toBe(true);
    expect(outbox.hidden.value.has(id)).toBe(true);
    await timePasses();
    expect(server.sent.map(({ operation }) => operation)).toEqual([
      'AppendSegment',
      'AppendSegment',
      'RevertChanges',
    ]);
    expect(server.sent.at(-1)?.input).toMatchObject({ fromSeq: 5, toSeq: 5 });
    expect(outbox.news.value).toMatchObject({ changedCount: 1, conflictCount: 0 });
  });

  test('is done again by taking back its own numbers', async () => {
    const { server, outbox, say, saved } = aPage();
    server.answers.push(appendedAt(5), reverted, reverted);
    say('once');
    outbox.takeBack('undo');
    outbox.takeBack('redo');
    await saved();
    expect(server.sent.slice(1).map(({ input }) => input['fromSeq'])).toEqual([5, 15]);
    expect(outbox.hidden.value.size).toBe(0);
  });

  test('of many pieces goes through them from the last on', async () => {
    const { server, outbox, saved } = aPage();
    const manyAt =
      (fromSeq: number): Answer =>
      () => ({
        reviseSegments: { __typename: 'ReviseSegmentsSuccess', fromSeq, toSeq: fromSeq, outcomes: [] },
      });
    server.answers.push(manyAt(10), manyAt(20), reverted, reverted);
    const change = { baseRevision: 1, text: 'x', speaker: null };
    outbox.reviseMany(Array.from({ length: 501 }, (_, place) => ({ ...change, id: `s${place}` })));
    outbox.takeBack('undo');
    await saved();
    const sizes = server.sent.slice(0, 2).map(({ input }) => (input['changes'] as readonly unknown[]).length);
    expect(sizes).toEqual([500, 1]);
    expect(server.sent.slice(2).map(({ input }) => input['fromSeq'])).toEqual([20, 10]);
  });

  test('of long ones sends them in pieces that the server takes', async () => {
    const { server, outbox, saved } = aPage();
    const made: Answer = () => ({
      reviseSegments: { __typename: 'ReviseSegmentsSuccess', fromSeq: null, toSeq: null, outcomes: [] },
    });
    server.answers.push(...Array.from({ length: 40 }, () => made));
    const text = '字'.repeat(10_000);
    const ids = Array.from({ length: 100 }, (_, place) => `s${place}`);
    outbox.reviseMany(ids.map((id) => ({ id, baseRevision: 1, text, speaker: null })));
    await saved();
    const sent = server.sent.map(({ input }) => input['changes'] as readonly { id: string }[]);
    const bytes = sent.map((changes) => new TextEncoder().encode(JSON.stringify(changes)).length);
    expect(Math.max(...bytes)).toBeLessThan(600_000);
    expect(sent.flat().map(({ id }) => id)).toEqual(ids);
  });

  test('survives a reload before anything was sent', async () => {
    const store = aStore();
    const server = aServer();
    server.answers.push(noAnswer);
    const first = aPage({ server, store });
    first.say('kept');
    first.outbox.takeBack('undo');
    await until(() => server.sent.length === 1, 'the first attempt');
    await until(() => store.kept.size === 3, 'line, undo and its act to be kept');
    first.outbox.stop();
    server.answers.push(appendedAt(5), reverted);
    const second = aPage({ server, store });
    await second.outbox.ready;
    await second.timePasses();
    expect(server.sent.at(-1)).toMatchObject({ operation: 'RevertChanges', input: { fromSeq: 5 } });
  });

  test('of nothing does nothing', () => {
    const { outbox } = aPage();
    expect(outbox.takeBack('undo')).toBe(false);
    expect(outbox.pending.value).toEqual([]);
  });
});

describe('an edit of a segment that is being changed', () => {
  test('is made on what that change will have made', async () => {
    const { server, outbox, saved } = aPage();
    outbox.revise({ id: 's', revision: 4 }, { text: 'new words', speaker: null });
    outbox.edit({ kind: 'split', segmentId: 's', baseRevision: 4, at: 3, newId: 'later' });
    const made = { id: 's', revision: 6 };
    server.answers.push(acknowledge, () => ({
      splitSegment: {
        __typename: 'SplitSegmentSuccess',
        fromSeq: 9,
        toSeq: 10,
        segment: made,
        newSegment: { id: 'later', revision: 1 },
      },
    }));
    await saved();
    expect(server.sent[1]).toMatchObject({
      operation: 'SplitSegment',
      input: { id: 's', baseRevision: 5, at: 3 },
    });
  });
});
