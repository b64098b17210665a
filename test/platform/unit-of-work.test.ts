import { describe, expect, test } from '@jest/globals';
import { rows, sql } from '../../src/platform/database/sql.ts';
import { unitOfStatement, unitOfWork, type Unit } from '../../src/platform/database/unit-of-work.ts';
import { startWorld } from '../support/world.ts';
import { post } from './wire.ts';

const world = await startWorld();
const ctx = world.system();
await world.sql(`create table notes (id int primary key, words text not null)`);
await world.sql(`insert into notes values (1, ''), (2, '')`);

const add = (unit: Unit, id: number, words: string): Promise<unknown> =>
  rows(unit.em, sql`update notes set words = words || ${words} where id = ${id}`);
const notes = async (): Promise<readonly unknown[]> =>
  (await world.sql('select words from notes order by id')).map(({ words }) => words);
const newsCount = async (): Promise<unknown> =>
  (await world.sql('select count(*)::int as n from outbox_messages'))[0]?.['n'];
const wipe = (): Promise<unknown> => world.sql(`update notes set words = ''`);

/** Resolves for all callers once so many have called. */
function meeting(size: number): () => Promise<void> {
  let here = 0;
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    here += 1;
    if (here >= size) open();
    return opened;
  };
}

describe('a unit of work', () => {
  test('that runs into a deadlock is run again, and both acts stand whole, once', async () => {
    await wipe();
    const bothHoldOne = meeting(2);
    let runs = 0;
    const act = (words: string, [first, second]: readonly [number, number]): Promise<void> =>
      unitOfWork(ctx, async (unit) => {
        runs += 1;
        await add(unit, first, words);
        await bothHoldOne();
        await add(unit, second, words);
      });
    await Promise.all([act('a', [1, 2]), act('b', [2, 1])]);
    expect(runs).toBe(3);
    for (const words of await notes()) expect([...String(words)].toSorted()).toEqual(['a', 'b']);
  });

  test('that fails for good leaves no row, no news and no announcement behind', async () => {
    await wipe();
    const before = await newsCount();
    const heard: unknown[] = [];
    const topic = { name: 'sessionsEnded', id: 'somebody' } as const;
    const stop = ctx.bus.listen(topic, (message) => heard.push(message));
    await expect(
      unitOfWork(ctx, async (unit) => {
        await add(unit, 1, 'half');
        unit.record('memberRegistered', { memberId: '019d0000-0000-7000-8000-000000000009' });
        unit.announce(topic, { ended: [] });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await notes()).toEqual(['', '']);
    expect(await newsCount()).toBe(before);
    expect(heard).toEqual([]);
    stop();
  });

  test('announces only once its act can be read by everybody', async () => {
    await wipe();
    const topic = { name: 'sessionsEnded', id: 'reader' } as const;
    const read = new Promise((resolve) => {
      ctx.bus.listen(topic, () => resolve(notes()));
    });
    await unitOfWork(ctx, async (unit) => {
      unit.announce(topic, { ended: [] });
      await add(unit, 1, 'whole');
    });
    expect(await read).toEqual(['whole', '']);
  });

  test.each([
    ['40001', 4],
    ['40P01', 4],
    ['23505', 1],
  ])('that fails every time with %s is run %i time(s)', async (code, times) => {
    let runs = 0;
    const act = unitOfWork(ctx, () => {
      runs += 1;
      return Promise.reject(Object.assign(new Error('again'), { code }));
    });
    await expect(act).rejects.toThrow('again');
    expect(runs).toBe(times);
  });
});

describe('a unit of one statement', () => {
  test('stands without a transaction around it, and announces only then', async () => {
    await wipe();
    const topic = { name: 'sessionsEnded', id: 'statement' } as const;
    const read = new Promise((resolve) => {
      ctx.bus.listen(topic, () => resolve(notes()));
    });
    await unitOfStatement(ctx, (unit) => {
      unit.announce(topic, { ended: [] });
      return rows(unit.em, sql`update notes set words = 'one' where id = 1`);
    });
    expect(await read).toEqual(['one', '']);
  });

  test('that fails announces nothing, and a deadlock is tried again', async () => {
    const heard: unknown[] = [];
    const topic = { name: 'sessionsEnded', id: 'failing' } as const;
    const stop = ctx.bus.listen(topic, (message) => heard.push(message));
    let runs = 0;
    await unitOfStatement(ctx, (unit) => {
      runs += 1;
      unit.announce(topic, { ended: [String(runs)] });
      return runs < 3
        ? Promise.reject(Object.assign(new Error('deadlock'), { code: '40P01' }))
        : Promise.resolve();
    });
    await new Promise(setImmediate);
    stop();
    expect(heard).toEqual([{ ended: ['3'] }]);
  });
});

test('a mutation whose news cannot be stored has not happened', async () => {
  await world.sql('alter table outbox_messages rename to outbox_gone');
  const { errors } = await post(world.url, {
    query: `mutation { registerMember(input: { username: "half-made", password: "a good long password", displayName: "H" }) { __typename } }`,
  });
  await world.sql('alter table outbox_gone rename to outbox_messages');
  expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
  expect(await world.sql(`select 1 from members where username = 'half-made'`)).toEqual([]);
});
