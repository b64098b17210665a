import { describe, expect, test } from '@jest/globals';
import { notify } from '../../src/features/notifications/index.ts';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import { startWorld } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';
import { greeting, tell, warning } from './telling.ts';

const world = await startWorld();

const inbox = `query ($first: Int, $after: String, $unreadOnly: Boolean) { me { unreadNotificationCount
  notifications(first: $first, after: $after, unreadOnly: $unreadOnly) { totalCount
    edges { node { id seq template purpose title body path readAt } } pageInfo { endCursor hasNextPage } } } }`;
const markRead = `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) {
  __typename ... on MarkNotificationsReadSuccess { unreadCount } ... on UserError { message } } }`;
const feed = `subscription { memberFeed { __typename ... on NotificationsChanged { unreadCount notification { id seq title } } } }`;

describe('the inbox (M11)', () => {
  test('is empty at first, and brings what was told, the newest first, in the reader’s language', async () => {
    const member = await world.member();
    expect((await member.data<Wire>(inbox)).me).toMatchObject({
      unreadNotificationCount: 0,
      notifications: { totalCount: 0, edges: [] },
    });
    await tell(world, greeting(member.id, 'one'));
    await tell(world, warning(member.id, 'two'));
    const { me } = await member.data<Wire>(inbox);
    expect(me.unreadNotificationCount).toBe(2);
    expect(me.notifications.edges.map(({ node }: Wire) => [node.seq, node.template, node.title])).toEqual([
      [2, 'POINTS_EXPIRING', '5 reward points expire in 7 days'],
      [1, 'BIRTHDAY', 'Happy birthday!'],
    ]);
    member.locale = 'zh-CN';
    const { me: inChinese } = await member.data<Wire>(inbox, { first: 1 });
    expect(inChinese.notifications.edges[0].node).toMatchObject({
      title: '5 积分将在 7 天后到期',
      body: '请在 2027-01-31 当天结束前使用，逾期作废。',
      path: '/balance',
    });
    const { me: next } = await member.data<Wire>(inbox, {
      first: 1,
      after: inChinese.notifications.pageInfo.endCursor,
    });
    expect(next.notifications.edges.map(({ node }: Wire) => node.seq)).toEqual([1]);
  });

  test('is told once what comes with one key, from however many sides at once', async () => {
    const member = await world.member();
    const told = await Promise.all(
      Array.from({ length: 20 }, () => tell(world, greeting(member.id, 'same'))),
    );
    expect(told.filter(Boolean)).toHaveLength(1);
    await Promise.all(Array.from({ length: 20 }, (_, i) => tell(world, greeting(member.id, `other ${i}`))));
    const { me } = await member.data<Wire>(inbox, { first: 100 });
    expect(me.notifications.edges.map(({ node }: Wire) => node.seq)).toEqual(
      Array.from({ length: 21 }, (_, i) => 21 - i),
    );
  });

  test('tells nothing of an act that did not stand', async () => {
    const member = await world.member();
    const act = unitOfWork(world.system(), async (unit) => {
      await notify(unit, greeting(member.id, 'undone'));
      throw new Error('on second thoughts');
    });
    await expect(act).rejects.toThrow();
    expect((await member.data<Wire>(inbox)).me.notifications.totalCount).toBe(0);
    expect(await tell(world, greeting(member.id, 'undone'))).toBe(true);
  });

  test('is read one by one or all at once, and by nobody else', async () => {
    const [member, stranger] = [await world.member(), await world.member()];
    for (const key of ['a', 'b', 'c']) await tell(world, greeting(member.id, key));
    const { me } = await member.data<Wire>(inbox);
    const [newest] = me.notifications.edges;
    const ids = [newest.node.id];
    await stranger.data<Wire>(markRead, { input: { ids, upToSeq: 3 } });
    expect((await member.data<Wire>(inbox)).me.unreadNotificationCount).toBe(3);
    const { markNotificationsRead } = await member.data<Wire>(markRead, { input: { ids } });
    expect(markNotificationsRead.unreadCount).toBe(2);
    const { me: left } = await member.data<Wire>(inbox, { unreadOnly: true });
    expect(left.notifications).toMatchObject({ totalCount: 2 });
    expect(
      (await member.data<Wire>(markRead, { input: { upToSeq: 2 } })).markNotificationsRead.unreadCount,
    ).toBe(0);
    const tooMany = { ids: Array.from({ length: 101 }, () => newest.node.id) };
    const { markNotificationsRead: refused } = await member.data<Wire>(markRead, { input: tooMany });
    expect(refused.__typename).toBe('InvalidInput');
  });

  test('is live: open pages hear of what is told and of what is read elsewhere', async () => {
    const member = await world.member();
    const live = await member.subscribe<Wire>(feed).connected();
    await tell(world, greeting(member.id, 'now'));
    await live.until(({ items }) => items.length === 1);
    await member.data(markRead, { input: { upToSeq: 1 } });
    await live.until(({ items }) => items.length === 2);
    expect(live.items.map(({ memberFeed }: Wire) => memberFeed)).toMatchObject([
      {
        __typename: 'NotificationsChanged',
        unreadCount: 1,
        notification: { seq: 1, title: 'Happy birthday!' },
      },
      { __typename: 'NotificationsChanged', unreadCount: 0, notification: null },
    ]);
    await live.close();
  });
});

test('a change of level is told of, and a level that is about to be lost (M11)', async () => {
  const member = await world.member();
  const changed = { memberId: member.id, decisionId: 'd1', rules: [], before: 'T2', after: 'T3' } as const;
  await unitOfWork(world.system(), (unit) => Promise.resolve(unit.record('tierChanged', changed)));
  const fallen = { ...changed, decisionId: 'd2', before: 'T3', after: 'T1' } as const;
  await unitOfWork(world.system(), (unit) => Promise.resolve(unit.record('tierChanged', fallen)));
  const atRisk = {
    memberId: member.id,
    decisionId: 'd3',
    rules: [],
    tier: 'T3',
    until: '2027-01-30',
  } as const;
  await unitOfWork(world.system(), (unit) => Promise.resolve(unit.record('tierAtRisk', atRisk)));
  await world.app.house.outbox.settled();
  member.locale = 'zh-CN';
  const { me } = await member.data<Wire>(inbox);
  expect(me.notifications.edges.map(({ node }: Wire) => node.title).sort()).toEqual(
    ['恭喜升级为金卡会员', '等级调整为普通会员', '金卡会员保留到 2027-01-30'].sort(),
  );
});

test('an order that is completed is told of, once', async () => {
  const member = await world.member();
  const { app } = world;
  const completed = {
    orderId: '019d0000-0000-7000-8000-00000000000a',
    memberId: member.id,
    points: 60,
    amountFen: 3000,
  };
  await unitOfWork(world.system(), (unit) => Promise.resolve(unit.record('orderCompleted', completed)));
  await unitOfWork(world.system(), (unit) => Promise.resolve(unit.record('orderCompleted', completed)));
  await app.house.outbox.settled();
  const { me } = await member.data<Wire>(inbox);
  expect(me.notifications.edges.map(({ node }: Wire) => [node.title, node.path])).toEqual([
    ['60 points have been added', `/balance/orders/${completed.orderId}`],
  ]);
});
