import { describe, expect, test } from '@jest/globals';

import { ApiError, NetworkError, type Request } from '../api/client.ts';
import { createCommentOutbox, type CommentOutbox } from './comment-outbox.ts';
import { aClock, aComment } from './testing/room.fixture.ts';
import type { JournalStore } from './journal.ts';

/** A server that answers as it is told, and what it was asked; without an answer it is out of reach. */
function aServer() {
  const asked: { id: string; body: string; segmentId?: string; quote?: string }[] = [];
  const answers: object[] = [];
  const request = (async (_document: unknown, { input }: { input: (typeof asked)[number] }) => {
    asked.push(input);
    const answer = answers.shift();
    if (answer === undefined) throw new NetworkError('down');
    if (answer instanceof Error) throw answer;
    return { addComment: answer };
  }) as unknown as Request;
  return { asked, answers, request };
}

function aStore(): JournalStore {
  const kept = new Map<string, unknown>();
  return {
    readAll: async () => new Map(kept),
    put: async (key, value) => void kept.set(key, value),
    remove: async (key) => void kept.delete(key),
  };
}

function aPage(store = aStore()) {
  const server = aServer();
  const clock = aClock();
  const ids = { last: 0 };
  const told: string[] = [];
  const outbox = createCommentOutbox({
    transcriptId: 'transcript',
    authorKey: 'ben',
    request: server.request,
    store,
    clock,
    newId: () => `id-${(ids.last += 1)}`,
    onPosted: ({ id }) => void told.push(`posted ${id}`),
    onHeld: ({ id }) => void told.push(`held ${id}`),
  });
  return { outbox, server, clock, told, store };
}

/** Lets everything that can be done now be done. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
};

const posted = (id: string) => ({ __typename: 'AddCommentSuccess', comment: { ...aComment(1), id } });
const tooFast = { __typename: 'TooManyAttempts', message: 'too fast', retryAfterSeconds: 12 };
const bodies = (outbox: CommentOutbox): readonly string[] =>
  outbox.pending.value.map(({ entry }) => entry.body);

describe('a comment that comes too soon', () => {
  test('keeps its words, says when it goes, and then goes by itself, with those behind it in their order', async () => {
    const { outbox, server, clock, told } = aPage();
    server.answers.push(tooFast);
    outbox.add({ body: 'first', parentId: null });
    await settle();
    expect(outbox.resumesAtMs.value).toBe(clock.now() + 12_000);
    expect(bodies(outbox)).toEqual(['first']);
    server.answers.push(posted('id-1'));
    clock.advance(11_999);
    await settle();
    expect(told).toEqual([]);
    clock.advance(1);
    await settle();
    expect(told).toEqual(['posted id-1']);
    expect(outbox.resumesAtMs.value).toBeNull();
    expect(bodies(outbox)).toEqual([]);
  });

  test('can be taken back until then', async () => {
    const { outbox, server, clock } = aPage();
    server.answers.push(tooFast);
    outbox.add({ body: 'first', parentId: null });
    await settle();
    outbox.discard('id-1');
    clock.advance(60_000);
    await settle();
    expect(server.asked).toHaveLength(1);
    expect(outbox.resumesAtMs.value).toBeNull();
  });
});

describe('a comment', () => {
  test('that the host looks at first is handed over as one that waits', async () => {
    const { outbox, server, told } = aPage();
    server.answers.push({ __typename: 'CommentHeld', message: 'waits', held: { id: 'id-1' } });
    outbox.add({ body: 'x', parentId: null });
    await settle();
    expect(told).toEqual(['held id-1']);
    expect(bodies(outbox)).toEqual([]);
  });

  test('that is not taken, because comments were closed, keeps its words and says why', async () => {
    const { outbox, server } = aPage();
    server.answers.push({ __typename: 'CommentsClosed', message: 'closed' });
    outbox.add({ body: 'x', parentId: null });
    await settle();
    expect(outbox.pending.value).toMatchObject([{ entry: { body: 'x' }, problem: { message: 'closed' } }]);
    server.answers.push(posted('id-1'));
    outbox.retry('id-1');
    await settle();
    expect(bodies(outbox)).toEqual([]);
  });

  test('whose writer is not here any more waits in their journal, and goes by itself when they are back', async () => {
    const { outbox, server, store } = aPage();
    server.answers.push(new ApiError({ code: 'UNAUTHENTICATED', message: 'somebody else' }));
    outbox.add({ body: 'x', parentId: null });
    await settle();
    expect(outbox.pending.value).toMatchObject([{ problem: { message: 'somebody else' } }]);
    outbox.stop();
    const again = aPage(store);
    again.server.answers.push(posted('id-1'));
    await settle();
    expect(again.told).toEqual(['posted id-1']);
  });

  test('on a passage keeps it across a lost line and a reload, under the same id', async () => {
    const { outbox, server, store } = aPage();
    outbox.add({ body: 'x', parentId: null, pin: { segmentId: 'segment-1', quote: '原文' } });
    await settle();
    expect(server.asked).toMatchObject([{ id: 'id-1', segmentId: 'segment-1', quote: '原文' }]);
    outbox.stop();
    const again = aPage(store);
    again.server.answers.push(posted('id-1'));
    await settle();
    expect(again.server.asked).toEqual(server.asked.slice(0, 1));
    expect(again.told).toEqual(['posted id-1']);
  });
});
