import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import { startWorld } from '../support/world.ts';

declare module '../../src/platform/events/outbox.ts' {
  interface DomainEvents {
    testHeard: { readonly n: number };
    testUrgent: { readonly n: number };
    testUnheard: { readonly n: number };
  }
}

const world = await startWorld();
const { outbox } = world.app.house;
const act = (
  kind: 'testHeard' | 'testUrgent' | 'testUnheard',
  ...numbers: readonly number[]
): Promise<void> =>
  unitOfWork(world.system(), (unit) => {
    for (const n of numbers) unit.record(kind, { n });
    return Promise.resolve();
  });

/** What the listeners have heard, in order, and what they do about it. */
let heard: number[] = [];
let listen: (n: number) => Promise<void> = () => Promise.resolve();
const listener = ({ n }: { readonly n: number }): Promise<void> => {
  heard.push(n);
  return listen(n);
};
outbox.on('testHeard', listener);
outbox.on('testUrgent', listener, { before: 'answer' });

interface Row {
  readonly n: number;
  readonly attempts: number;
  readonly isDelivered: boolean;
  readonly isTaken: boolean;
}
const messages = async (): Promise<readonly Row[]> =>
  (await world.sql(
    `select (payload->>'n')::int as n, attempts, delivered_at is not null as "isDelivered",
       coalesce(taken_until > now(), false) as "isTaken" from outbox_messages where kind like 'test%' order by id`,
  )) as unknown as readonly Row[];

/** The world's own job relays as well; whoever comes first, it is delivered in the end. */
async function relayUntilDelivered(): Promise<void> {
  while ((await messages()).some(({ isDelivered }) => !isDelivered)) await outbox.relay();
}

beforeEach(async () => {
  await outbox.settled();
  await world.sql(`delete from outbox_messages where kind like 'test%'`);
  heard = [];
  listen = () => Promise.resolve();
});

describe('news', () => {
  test('keeps nobody waiting who does not ask to: the act answers, and then it is told', async () => {
    let goOn: () => void = () => undefined;
    listen = () => new Promise((resolve) => (goOn = resolve));
    await act('testHeard', 1);
    const whenAnswered = { heard: [...heard], messages: await messages() };
    while (heard.length === 0) await new Promise(setImmediate);
    goOn();
    await outbox.settled();
    expect(whenAnswered).toEqual({
      heard: [],
      messages: [{ n: 1, attempts: 0, isDelivered: false, isTaken: true }],
    });
    expect(await messages()).toMatchObject([{ n: 1, attempts: 0, isDelivered: true }]);
  });

  test('that must come before the answer has been told by then', async () => {
    const order: string[] = [];
    listen = async () => {
      await new Promise(setImmediate);
      order.push('heard');
    };
    await act('testUrgent', 1);
    order.push('answered');
    expect(order).toEqual(['heard', 'answered']);
    expect(await messages()).toMatchObject([{ n: 1, isDelivered: true }]);
  });

  test('that nobody listens to is kept for looking back, and waits for nobody', async () => {
    await act('testUnheard', 1);
    expect(await messages()).toEqual([{ n: 1, attempts: 0, isDelivered: true, isTaken: false }]);
  });

  test('of one act is told in the order in which it was recorded', async () => {
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    await act('testUrgent', ...numbers);
    expect(heard).toEqual(numbers);
  });

  test('that fails among many is kept for later, alone', async () => {
    listen = (n) => (n % 10 === 3 ? Promise.reject(new Error('not now')) : Promise.resolve());
    await Promise.all(Array.from({ length: 50 }, (_, n) => act('testHeard', n)));
    await outbox.settled();
    const failed = (await messages()).filter(({ isDelivered }) => !isDelivered);
    expect(failed.map(({ n }) => n).toSorted((a, b) => a - b)).toEqual([3, 13, 23, 33, 43]);
    for (const row of failed) expect(row).toMatchObject({ attempts: 1, isTaken: false });

    listen = () => Promise.resolve();
    await world.sql(`update outbox_messages set created_at = created_at - interval '1 minute'`);
    await relayUntilDelivered();
  });

  test('of many acts is noted as delivered in few statements', async () => {
    const driver = jest.spyOn(pg.Client.prototype, 'query');
    const notes = (): number =>
      driver.mock.calls.filter(([config]) => JSON.stringify(config).includes('update outbox_messages o'))
        .length;
    await act('testHeard', ...Array.from({ length: 200 }, (_, n) => n));
    await outbox.settled();
    const statements = notes();
    driver.mockRestore();
    expect(heard).toHaveLength(200);
    expect((await messages()).filter(({ isDelivered }) => isDelivered)).toHaveLength(200);
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThan(20);
  });

  test('of which there is more than can wait is left to the relay, and none is lost', async () => {
    const waitingMax = 1_000;
    await act('testHeard', ...Array.from({ length: waitingMax + 150 }, (_, n) => n));
    await outbox.settled();
    expect((await messages()).filter(({ isDelivered }) => !isDelivered)).toHaveLength(150);
    await world.sql(`update outbox_messages set created_at = created_at - interval '2 minutes',
      taken_until = taken_until - interval '2 minutes'`);
    await relayUntilDelivered();
    expect(new Set(heard).size).toBe(waitingMax + 150);
  });

  test('that fails every time does not keep the relay from what comes after it', async () => {
    listen = (n) => (n < 120 ? Promise.reject(new Error('never')) : Promise.resolve());
    await act('testUrgent', ...Array.from({ length: 130 }, (_, n) => n));
    await world.sql(`update outbox_messages set created_at = created_at - interval '1 minute'`);
    await world.sql(`update outbox_messages set delivered_at = null, taken_until = null`);
    await outbox.relay();
    const after = await messages();
    expect(after.filter(({ isDelivered }) => isDelivered)).toHaveLength(10);
    for (const { attempts } of after.filter(({ isDelivered }) => !isDelivered))
      expect([2, 3]).toContain(attempts);
  });
});

test('an announcement is published when the act has answered, in the order of the acts', async () => {
  const order: string[] = [];
  const topic = { name: 'sessionsEnded', id: 'order' } as const;
  const stop = world.app.house.bus.listen(topic, (message) => order.push(JSON.stringify(message)));
  for (const id of ['1', '2', '3']) {
    await unitOfWork(world.system(), (unit) => {
      unit.announce(topic, { ended: [id] });
      return Promise.resolve();
    });
    order.push(`answered ${id}`);
    await new Promise(setImmediate);
  }
  stop();
  expect(order).toEqual([
    'answered 1',
    '{"ended":["1"]}',
    'answered 2',
    '{"ended":["2"]}',
    'answered 3',
    '{"ended":["3"]}',
  ]);
});
