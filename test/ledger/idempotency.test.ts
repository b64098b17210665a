import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { answerOnce } from '../../src/features/ledger/index.ts';
import { IdempotencyConflict } from '../../src/platform/graphql/user-error.ts';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import { startWorld } from '../support/world.ts';
import { issue, keepBooks } from './books.ts';

const world = await startWorld({ env: { WELCOME_POINTS: '0' } });
keepBooks(world);

const keyed = (over: Partial<Parameters<typeof answerOnce>[1]> = {}): Parameters<typeof answerOnce>[1] => ({
  actor: 'actor',
  key: `key-${randomUUID()}`,
  request: { operation: 'test', amount: 1 },
  ...over,
});

describe('a request with a key', () => {
  test('is done once by a storm of a hundred, and everybody gets the same answer', async () => {
    const once = keyed();
    let acts = 0;
    const storm = Array.from({ length: 100 }, () =>
      answerOnce(world.system(), once, async () => {
        acts += 1;
        return { number: randomUUID() };
      }),
    );
    const answers = await Promise.all(storm);
    expect(acts).toBe(1);
    expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
    expect(answers.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
  });

  test('gets a refusal back as it was given, though the act would agree by now', async () => {
    const once = keyed();
    await answerOnce(world.system(), once, async () => ({ refused: 'USED' }));
    const again = await answerOnce(world.system(), once, async () => ({ refused: 'NOTHING' }));
    expect(again).toEqual({ answer: { refused: 'USED' }, isReplay: true });
  });

  test('conflicts with another request of the same key, and writes nothing', async () => {
    const once = keyed();
    await answerOnce(world.system(), once, async () => ({ done: true }));
    let acts = 0;
    const other = { ...once, request: { operation: 'test', amount: 2 } };
    const attempt = answerOnce(world.system(), other, async () => ({ acts: (acts += 1) }));
    await expect(attempt).rejects.toBeInstanceOf(IdempotencyConflict);
    expect(acts).toBe(0);
    expect(await answerOnce(world.system(), once, async () => ({ done: false }))).toMatchObject({
      answer: { done: true },
    });
  });

  test('is independent of the same key in another actor’s hand', async () => {
    const mine = keyed({ actor: 'me' });
    await answerOnce(world.system(), mine, async () => ({ who: 'me' }));
    const { answer } = await answerOnce(world.system(), { ...mine, actor: 'you' }, async () => ({
      who: 'you',
    }));
    expect(answer).toEqual({ who: 'you' });
  });

  test('is free again after an act that failed half-way', async () => {
    const { id } = await world.member();
    const once = keyed();
    const failing = answerOnce(world.system(), once, async (unit) => {
      await unit.em.getConnection().execute('select 1');
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    const { isReplay } = await answerOnce(world.system(), once, async () => ({ memberId: id }));
    expect(isReplay).toBe(false);
  });
});

describe('an issue of points', () => {
  test('happens once by its name, also when many try at once', async () => {
    const { id } = await world.member();
    const key = `test:${randomUUID()}`;
    const balances = await Promise.all(
      Array.from({ length: 20 }, () => issue(world, id, { points: 7, key })),
    );
    expect(new Set(balances.map(({ balance }) => balance))).toEqual(new Set([7]));
  });

  test('conflicts when its name stands for another issue', async () => {
    const { id } = await world.member();
    const key = `test:${randomUUID()}`;
    await issue(world, id, { points: 7, key });
    await expect(issue(world, id, { points: 8, key })).rejects.toBeInstanceOf(IdempotencyConflict);
    expect(await issue(world, id, { points: 1 })).toEqual({ balance: 8, debt: 0 });
  });

  test('is undone whole with the act that it is part of', async () => {
    const { id } = await world.member();
    const act = unitOfWork(world.system(), async (unit) => {
      const { issuePoints } = await import('../../src/features/ledger/index.ts');
      await issuePoints(unit, {
        memberId: id,
        points: 5,
        reason: { kind: 'TOP_UP_CARD', facts: {} },
        key: `test:${id}`,
        subjectId: null,
      });
      throw new Error('the order was not saved');
    });
    await expect(act).rejects.toThrow('the order was not saved');
    expect(await issue(world, id, { points: 1 })).toEqual({ balance: 1, debt: 0 });
  });
});
