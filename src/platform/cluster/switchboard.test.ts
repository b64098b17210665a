import { expect, test } from '@jest/globals';
import { memoryThrottles } from '../auth/throttles.ts';
import { Switchboard } from './switchboard.ts';
import type { ToWorker } from './worker-messages.ts';

/** A worker that takes what it is told, or nothing while it is stuck. */
class Told {
  readonly messages: ToWorker[] = [];
  readonly stuck: (() => void)[] = [];
  isStuck = false;
  // eslint-disable-next-line @typescript-eslint/max-params -- as a worker process is told
  send(message: ToWorker, _handle: undefined, _options: undefined, sent: (error: null) => void): boolean {
    this.messages.push(message);
    if (this.isStuck) this.stuck.push(() => sent(null));
    else sent(null);
    return true;
  }
  of(kind: ToWorker['kind']): readonly ToWorker[] {
    return this.messages.filter((message) => message.kind === kind);
  }
}

const aboard = (): { readonly board: Switchboard; readonly a: Told; readonly b: Told } => {
  const board = new Switchboard(memoryThrottles());
  const [a, b] = [new Told(), new Told()];
  board.connect(a);
  board.connect(b);
  return { board, a, b };
};

test('what a worker publishes reaches the others that want it, in order, and not itself', () => {
  const { board, a, b } = aboard();
  for (const worker of [a, b]) board.receive(worker, { kind: 'want', channel: 'x' });
  for (const text of ['1', '2', '3']) board.receive(a, { kind: 'send', channel: 'x', text });
  board.receive(a, { kind: 'send', channel: 'y', text: '4' });
  expect(b.of('message')).toEqual(['1', '2', '3'].map((text) => ({ kind: 'message', channel: 'x', text })));
  expect(a.of('message')).toEqual([]);
  board.receive(b, { kind: 'unwant', channel: 'x' });
  board.receive(a, { kind: 'send', channel: 'x', text: '5' });
  expect(b.of('message')).toHaveLength(3);
});

test('a worker that begins to want a channel looks at the database, for what came just before', () => {
  const { board, b } = aboard();
  board.receive(b, { kind: 'want', channel: 'x' });
  expect(b.of('doubt')).toEqual([{ kind: 'doubt', channel: 'x' }]);
});

test('when a worker dies the others look at the database, for what it could not tell any more', () => {
  const { board, a, b } = aboard();
  board.disconnect(a);
  expect(b.of('doubt')).toEqual([{ kind: 'doubt', channel: null }]);
  board.receive(a, { kind: 'send', channel: 'x', text: 'from beyond' });
  expect(b.of('message')).toEqual([]);
});

test('a worker that is stuck gets no more than fits, and looks at the database once it takes messages again', () => {
  const { board, a, b } = aboard();
  board.receive(b, { kind: 'want', channel: 'x' });
  b.isStuck = true;
  const text = 'long '.repeat(50_000);
  for (let i = 0; i < 1_000; i += 1) board.receive(a, { kind: 'send', channel: 'x', text });
  expect(b.of('message').length).toBeLessThan(100);
  expect(b.of('doubt')).toHaveLength(1);
  b.isStuck = false;
  for (const taken of b.stuck) taken();
  expect(b.of('doubt')).toHaveLength(2);
});

test('attempts are counted for all workers together', async () => {
  const { board, a, b } = aboard();
  const rule = { name: 'tries', points: 2, seconds: 60 };
  for (const [id, worker] of [a, b, a].entries())
    board.receive(worker, { kind: 'throttle', id, act: 'take', rule, key: 'k' });
  await new Promise(setImmediate);
  expect(a.of('throttled')).toMatchObject([
    { id: 0, result: 0 },
    { id: 2, result: expect.any(Number) },
  ]);
  expect((a.of('throttled')[1] as { result: number }).result).toBeGreaterThan(0);
  expect(b.of('throttled')).toMatchObject([{ id: 1, result: 0 }]);
});
