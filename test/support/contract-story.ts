import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Client } from './client.ts';
import { faultsIn } from './documents.ts';
import type { World } from './world.ts';

type Operations = ReadonlyMap<string, string>;
// Two sets of documents are told the same story, so what they select is looked at as it comes.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
type Loose = any;

/** Tells the story of a front-end developer with a set of documents: each of them is run and must answer. */
export function contractStory(operations: Operations, world: World): void {
  const document = (name: string): string => {
    const found = operations.get(name);
    if (!found) throw new Error(`There is no operation ${name}.`);
    used.add(name);
    return found;
  };
  const used = new Set<string>();
  const run = async (client: Client, name: string, input?: object): Promise<Loose> =>
    client.data<Loose>(document(name), input === undefined ? {} : { input });

  test('every document is valid against schema/schema.graphql', () => {
    expect(faultsIn(operations)).toEqual([]);
    expect(operations.size).toBeGreaterThan(25);
  });

  test('members: register, log in, profile, passwords, log out', async () => {
    const client = world.visitor();
    const username = `dev-${Date.now()}`;
    const input = { username, password: 'a long enough secret', displayName: '开发者 Dev' };
    const { registerMember } = await run(client, 'RegisterMember', input);
    expect(registerMember).toMatchObject({
      __typename: 'RegisterMemberSuccess',
      member: { username, displayName: input.displayName },
    });
    expect([...client.cookies.keys()].some((name) => name.includes('session'))).toBe(true);
    expect((await run(world.visitor(), 'RegisterMember', input)).registerMember).toMatchObject({
      message: expect.any(String),
    });

    const other = world.visitor();
    const { logIn } = await run(other, 'LogIn', { username, password: input.password });
    expect(logIn.member.id).toBe(registerMember.member.id);
    expect(
      (await run(world.visitor(), 'LogIn', { username, password: 'wrong password' })).logIn.message,
    ).toEqual(expect.any(String));

    client.token = registerMember.token;
    expect(
      (await run(client, 'UpdateProfile', { email: 'dev@example.org', phone: '13800000000' })).updateProfile
        .member,
    ).toMatchObject({ email: 'dev@example.org' });
    const secrets = { currentPassword: input.password };
    expect(
      (
        await run(client, 'SetSecurityQuestion', {
          ...secrets,
          question: '第一所学校叫什么？',
          answer: '育才',
        })
      ).setSecurityQuestion.member.securityQuestionSet,
    ).toBe(true);
    expect(
      (await run(client, 'SetDefaultViewPassword', { ...secrets, viewPassword: 'default-view' }))
        .setDefaultViewPassword.member.defaultViewPasswordSet,
    ).toBe(true);
    expect(
      (await run(client, 'ChangePassword', { ...secrets, newPassword: 'another long secret' })).changePassword
        .sessionsEnded,
    ).toBe(1);
    await run(client, 'LogOut');
    expect((await client.data<Loose>(document('Dashboard'))).me).toBeNull();
  });

  test('card points: plans, an order that staff confirm, a card, the history', async () => {
    const buyer = await world.member('buyer');
    const staff = await world.operator();
    const { pointPlans } = await run(buyer, 'PointPlans');
    const order = { planId: pointPlans[0].id, paymentMethod: 'BANK_TRANSFER', idempotencyKey: v7() };
    const first = (await run(buyer, 'OrderPoints', order)).orderPoints.order;
    expect((await run(buyer, 'OrderPoints', order)).orderPoints.order).toEqual(first);
    expect(first).toMatchObject({
      points: pointPlans[0].points,
      amountFen: pointPlans[0].priceFen,
      reference: expect.any(String),
    });
    const confirmation = { orderId: first.id, idempotencyKey: v7() };
    const refused = await buyer.request(document('ConfirmPayment'), { input: confirmation });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await run(staff, 'ConfirmPayment', confirmation)).confirmPayment.order.status).toBe('COMPLETED');

    const { createCardBatch } = await run(staff, 'CreateCardBatch', {
      count: 2,
      points: 30,
      note: 'story',
      idempotencyKey: v7(),
    });
    expect(createCardBatch).toMatchObject({
      batch: { count: 2, points: 30 },
      codes: [expect.any(String), expect.any(String)],
    });
    const { redeemCard } = await run(buyer, 'RedeemCard', {
      code: createCardBatch.codes[0],
      idempotencyKey: v7(),
    });
    expect(redeemCard).toMatchObject({ points: 30, balance: 60 + pointPlans[0].points + 30 });
    expect(
      (await run(buyer, 'RedeemCard', { code: createCardBatch.codes[0], idempotencyKey: v7() })).redeemCard
        .message,
    ).toEqual(expect.any(String));

    const { me } = await buyer.data<Loose>(document('Balance'));
    expect(me.cardPoints.balance).toBe(redeemCard.balance);
    expect(me.cardPoints.entries.edges.map(({ node }: Loose) => node.amount)).toEqual([
      30,
      pointPlans[0].points,
      60,
    ]);
    expect(me.orders).toMatchObject({ totalCount: 1, edges: [{ node: { status: 'COMPLETED' } }] });
  });

  test('a live meeting: typed, read along by an invited viewer, commented on, answered', async () => {
    const owner = await world.member('owner');
    const { transcript } = (
      await run(owner, 'CreateTranscript', {
        title: '周会 Weekly',
        visibility: 'PRIVATE',
        viewPassword: 'open sesame',
      })
    ).createTranscript;
    expect(transcript).toMatchObject({
      status: 'READY',
      visibility: 'PRIVATE',
      lastSeq: 0,
      shareCode: expect.any(String),
    });
    expect((await run(owner, 'StartLive', { transcriptId: transcript.id })).startLive.transcript.status).toBe(
      'LIVE',
    );

    const viewer = world.visitor();
    const door = { shareCode: transcript.shareCode, viewPassword: 'open sesame', nickname: '读者 Reader' };
    expect(
      (await run(world.visitor(), 'OpenTranscript', { ...door, viewPassword: 'guessing' })).openTranscript
        .message,
    ).toEqual(expect.any(String));
    const { openTranscript } = await run(viewer, 'OpenTranscript', door);
    viewer.cookies.clear();
    viewer.token = openTranscript.token;

    const feed = viewer.subscribe<Loose>(document('TranscriptFeed'), {
      transcriptId: transcript.id,
      after: 0,
    });
    const comments = owner.subscribe<Loose>(document('CommentAdded'), {
      transcriptId: transcript.id,
      after: 0,
    });
    await feed.first(1);
    await run(owner, 'ShowDraft', { transcriptId: transcript.id, text: '大家好', speaker: '主持' });
    await feed.until((live) =>
      live.items.some(({ transcriptFeed }: Loose) => transcriptFeed.text === '大家好'),
    );
    const segment = {
      id: v7(),
      transcriptId: transcript.id,
      text: '大家好，我们开始。',
      speaker: '主持',
      startedMs: 0,
      endedMs: 2_000,
    };
    const appended = (await run(owner, 'AppendSegment', segment)).appendSegment.segment;
    expect((await run(owner, 'AppendSegment', segment)).appendSegment.segment).toEqual(appended);
    expect(
      (await run(owner, 'ReviseSegment', { id: segment.id, baseRevision: 1, text: '各位好，我们开始。' }))
        .reviseSegment.segment.revision,
    ).toBe(2);
    expect(
      (await run(owner, 'ReviseSegment', { id: segment.id, baseRevision: 1, text: '迟到的修改' }))
        .reviseSegment,
    ).toMatchObject({ __typename: 'SegmentConflict', current: { revision: 2 } });

    const page = (await viewer.data<Loose>(document('ReaderPage'), { id: transcript.id })).transcript;
    expect(page).toMatchObject({
      viewerCanComment: true,
      segments: { edges: [{ node: { text: '各位好，我们开始。', revision: 2 } }] },
    });
    const asked = (
      await run(viewer, 'AddComment', { id: v7(), transcriptId: transcript.id, body: '听得很清楚！' })
    ).addComment.comment;
    expect(asked.author.displayName).toBe('读者 Reader');
    await comments.first(1);
    await run(owner, 'AddComment', {
      id: v7(),
      transcriptId: transcript.id,
      parentId: asked.id,
      body: '谢谢。',
    });
    expect((await comments.first(2)).map(({ commentAdded }: Loose) => commentAdded.body)).toEqual([
      '听得很清楚！',
      '谢谢。',
    ]);
    const dashboard = await owner.data<Loose>(document('Dashboard'));
    expect(dashboard.me.receivedComments.edges[0].node).toMatchObject({
      body: '听得很清楚！',
      transcript: { id: transcript.id },
    });

    expect((await run(owner, 'EndLive', { transcriptId: transcript.id })).endLive).toMatchObject({
      transcript: { status: 'ENDED' },
      minutes: 1,
      pointsSpent: 1,
    });
    const durable = (
      await feed.until(
        (live) => live.items.filter(({ transcriptFeed }: Loose) => transcriptFeed.seq).length === 6,
      )
    ).items;
    expect(durable.flatMap(({ transcriptFeed: { seq } }: Loose) => seq ?? [])).toEqual([1, 2, 3, 4, 5, 6]);
    await Promise.all([feed.close(), comments.close()]);
  });

  test('managing: public and private, another password, the bin and back', async () => {
    const owner = await world.member('owner');
    const stranger = await world.member('stranger');
    const title = `公开会议 ${Date.now()}`;
    const { transcript } = (await run(owner, 'CreateTranscript', { title, visibility: 'PUBLIC' }))
      .createTranscript;
    const listed = async (): Promise<readonly string[]> =>
      (
        await stranger.data<Loose>(document('PublicTranscripts'), { first: 20, search: title })
      ).publicTranscripts.edges.map(({ node }: Loose) => node.title);
    expect(await listed()).toEqual([title]);
    expect(
      (await run(owner, 'SetVisibility', { transcriptId: transcript.id, visibility: 'PRIVATE' }))
        .setVisibility.transcript.visibility,
    ).toBe('PRIVATE');
    expect(await listed()).toEqual([]);
    expect((await stranger.data<Loose>(document('ReaderPage'), { id: transcript.id })).transcript).toBeNull();
    expect(
      (await run(owner, 'SetViewPassword', { transcriptId: transcript.id, viewPassword: 'brand new' }))
        .setViewPassword.viewersSignedOut,
    ).toBe(0);
    expect(
      (await run(owner, 'DeleteTranscripts', { ids: [transcript.id] })).deleteTranscripts.deletedIds,
    ).toEqual([transcript.id]);
    expect((await owner.data<Loose>(document('ReaderPage'), { id: transcript.id })).transcript).toBeNull();
    expect(
      (await run(owner, 'RestoreTranscripts', { ids: [transcript.id] })).restoreTranscripts.restoredIds,
    ).toEqual([transcript.id]);
    expect((await owner.data<Loose>(document('ReaderPage'), { id: transcript.id })).transcript.title).toBe(
      title,
    );
  });

  test('announcements, by staff alone', async () => {
    const staff = await world.operator();
    const member = await world.member();
    const input = { title: '维护通知', body: '今晚 **23:00** 维护。' };
    expect(
      (await member.request(document('PublishAnnouncement'), { input })).errors?.[0]?.extensions?.['code'],
    ).toBe('FORBIDDEN');
    expect((await run(staff, 'PublishAnnouncement', input)).publishAnnouncement.announcement.title).toBe(
      '维护通知',
    );
    expect((await member.data<Loose>(document('Dashboard'))).announcements.edges[0].node.title).toBe(
      '维护通知',
    );
  });

  test('no document was left out of the story', () => {
    expect([...operations.keys()].filter((name) => !used.has(name))).toEqual([]);
  });
}
