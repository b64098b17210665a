import { describe, expect, test } from '@jest/globals';
import { deliver } from '../../src/features/notifications/delivery.service.ts';
import { deliverNotification } from '../../src/features/notifications/notifications.job.ts';
import type { Context } from '../../src/platform/context.ts';
import { hourMs } from '../../src/platform/time/clock.ts';
import { startOfDay, dayOf, addDays } from '../../src/platform/time/programme-day.rules.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';
import type { Wire } from '../support/wire.ts';
import { until } from '../jobs/nodes.ts';
import { greeting, tell, warning } from './telling.ts';

const world = await startWorld();

const setConsent = `mutation ($input: SetNotificationConsentInput!) { setNotificationConsent(input: $input) { __typename
  ... on SetNotificationConsentSuccess { settings { channel isConfigured hasAddress consents { purpose isOn isOptional } } }
  ... on UserError { message } } }`;

/** A member with an address who wants greetings by mail. */
async function withMail(): Promise<SignedInClient> {
  const member = await world.member();
  await world.sql(`update members set email = $2, phone = '13800138000' where id = $1`, [
    member.id,
    `${member.username}@example.org`,
  ]);
  await member.data(setConsent, { input: { channel: 'EMAIL', purpose: 'CARE', isOn: true } });
  return member;
}

const deliveriesOf = (memberId: string): Promise<readonly Wire[]> =>
  world.sql(
    `select d.id, d.channel, d.state, d.attempts, d.due_at, d.recipient, d.last_error from notification_deliveries d
     where d.member_id = $1 order by d.created_at, d.id`,
    [memberId],
  );
const inState = (memberId: string, state: string): Promise<void> =>
  until(async () => (await deliveriesOf(memberId)).some((delivery) => delivery.state === state));
const mailsTo = (member: SignedInClient): readonly Wire[] =>
  world.mailbox.filter(({ to }) => to === `${member.username}@example.org`);

/** The house at this hour of its day, in Asia/Shanghai. */
function atHour(hour: number, days = 0): Context {
  const now = new Date(startOfDay(addDays(dayOf(new Date()), days)).getTime() + hour * hourMs);
  return { ...world.system(), clock: { now: () => now } };
}
/** Sends a waiting delivery by hand, as the house at that hour would. */
async function sendAt(ctx: Context, memberId: string): Promise<void> {
  for (const { id } of (await deliveriesOf(memberId)).filter(({ state }) => state === 'QUEUED'))
    await deliver(ctx, { deliveryId: id }, deliverNotification);
}
/** Holds the house's own node back: these tests send by hand. */
const noWorker = (): Promise<unknown> =>
  world.app.house.jobs.boss.offWork('notification-delivery', { wait: true });

describe('by mail (M11)', () => {
  test('what concerns one’s own affairs goes out by itself, once, in the member’s language', async () => {
    const member = await withMail();
    await tell(world, warning(member.id, 'w'));
    await tell(world, warning(member.id, 'w'));
    await inState(member.id, 'SENT');
    expect(mailsTo(member)).toMatchObject([
      { subject: expect.stringMatching(/积分将在 7 天后到期|reward points expire/) },
    ]);
    const [delivery] = await deliveriesOf(member.id);
    expect(delivery).toMatchObject({ channel: 'EMAIL', attempts: 1, recipient: 'm***@example.org' });
    // Ordered once more, as a node that died would leave it: it is not sent again.
    await deliver(world.system(), { deliveryId: delivery.id }, deliverNotification);
    expect(mailsTo(member)).toHaveLength(1);
  });
});

describe('by hand', () => {
  test('greetings go to nobody who has not asked for them', async () => {
    await noWorker();
    const member = await world.member();
    await world.sql(`update members set email = 'x@example.org' where id = $1`, [member.id]);
    await tell(world, greeting(member.id, 'g'));
    expect(await deliveriesOf(member.id)).toEqual([]);
  });

  test('a consent that is taken back holds for what has not gone out', async () => {
    const member = await withMail();
    await tell(world, greeting(member.id, 'g'));
    await member.data(setConsent, { input: { channel: 'EMAIL', purpose: 'CARE', isOn: false } });
    await sendAt(atHour(12), member.id);
    expect(await deliveriesOf(member.id)).toMatchObject([{ state: 'NO_CONSENT' }]);
    expect(mailsTo(member)).toEqual([]);
  });

  test('in quiet hours greetings wait until the morning, and what is one’s own does not', async () => {
    const member = await withMail();
    await tell(world, greeting(member.id, 'g'));
    await tell(world, warning(member.id, 'w'));
    const night = atHour(23);
    await sendAt(night, member.id);
    expect(mailsTo(member)).toHaveLength(1);
    const [waiting] = (await deliveriesOf(member.id)).filter(({ state }) => state === 'QUEUED');
    expect(waiting?.due_at).toEqual(atHour(8, 1).clock.now());
    const [order] = await world.sql(
      `select start_after from jobs.job where name = 'notification-delivery' and data ->> 'deliveryId' = $1
       order by start_after desc limit 1`,
      [waiting?.id],
    );
    expect(order?.['start_after']).toEqual(atHour(8, 1).clock.now());
    await sendAt(atHour(8, 1), member.id);
    expect(mailsTo(member)).toHaveLength(2);
  });

  test('whoever has had enough for today gets the rest tomorrow, also when all come at once', async () => {
    const member = await withMail();
    for (const key of ['1', '2', '3', '4', '5']) await tell(world, greeting(member.id, key));
    const noon = atHour(12);
    const waiting = await deliveriesOf(member.id);
    await Promise.all(waiting.map(({ id }) => deliver(noon, { deliveryId: id }, deliverNotification)));
    expect(mailsTo(member)).toHaveLength(3);
    const left = (await deliveriesOf(member.id)).filter(({ state }) => state === 'QUEUED');
    expect(left.map(({ due_at }) => due_at)).toEqual([atHour(8, 1).clock.now(), atHour(8, 1).clock.now()]);
    await sendAt(atHour(9, 1), member.id);
    expect(mailsTo(member)).toHaveLength(5);
  });

  test('a channel that fails is tried again, and given up in the end; an operator has it sent', async () => {
    const member = await withMail();
    await tell(world, warning(member.id, 'w'));
    const [{ id } = { id: '' }] = await deliveriesOf(member.id);
    const broken: Context = {
      ...world.system(),
      mailer: { isConfigured: true, send: () => Promise.reject(new Error('the post is closed')) },
    };
    for (let attempt = 1; attempt < 5; attempt += 1)
      await expect(deliver(broken, { deliveryId: id }, deliverNotification)).rejects.toThrow(
        'the post is closed',
      );
    await deliver(broken, { deliveryId: id }, deliverNotification);
    expect(await deliveriesOf(member.id)).toMatchObject([
      { state: 'FAILED', attempts: 5, last_error: 'the post is closed' },
    ]);
    const operator = await world.operator();
    const { resendNotification } = await operator.data<Wire>(
      `mutation ($input: ResendNotificationInput!) { resendNotification(input: $input) { delivery { state lastError title member { id } } } }`,
      { input: { deliveryId: id } },
    );
    expect(resendNotification.delivery).toMatchObject({
      state: 'QUEUED',
      lastError: null,
      member: { id: member.id },
    });
    await sendAt(world.system(), member.id);
    expect(mailsTo(member)).toHaveLength(1);
    // What was sent stays as it is, however often it is asked for.
    await operator.data(
      `mutation ($input: ResendNotificationInput!) { resendNotification(input: $input) { delivery { id } } }`,
      {
        input: { deliveryId: id },
      },
    );
    expect(await deliveriesOf(member.id)).toMatchObject([{ state: 'SENT' }]);
  });

  test('what a node that died was sending is not sent twice: somebody looks', async () => {
    const member = await withMail();
    await tell(world, warning(member.id, 'w'));
    await world.sql(`update notification_deliveries set state = 'SENDING' where member_id = $1`, [member.id]);
    const [{ id } = { id: '' }] = await deliveriesOf(member.id);
    await deliver(world.system(), { deliveryId: id }, deliverNotification);
    expect(await deliveriesOf(member.id)).toMatchObject([{ state: 'UNCERTAIN' }]);
    expect(mailsTo(member)).toEqual([]);
  });

  test('what could not go out while it was news does not', async () => {
    const member = await withMail();
    await tell(world, warning(member.id, 'w'));
    await sendAt(atHour(12, 9), member.id);
    expect(await deliveriesOf(member.id)).toMatchObject([{ state: 'TOO_LATE' }]);
  });

  test('SMS and WeChat say that they are not configured, and keep what they would have sent', async () => {
    const member = await withMail();
    for (const channel of ['SMS', 'WECHAT'])
      await member.data(setConsent, { input: { channel, purpose: 'SERVICE', isOn: true } });
    await tell(world, warning(member.id, 'w'));
    await sendAt(world.system(), member.id);
    const operator = await world.operator();
    const { notificationDeliveries, notificationChannels } = await operator.data<Wire>(
      `{ notificationChannels { channel isConfigured }
        notificationDeliveries(first: 50, state: NOT_CONFIGURED) { edges { node { channel state title member { id } } } } }`,
    );
    expect(notificationChannels).toEqual([
      { channel: 'IN_APP', isConfigured: true },
      { channel: 'EMAIL', isConfigured: true },
      { channel: 'SMS', isConfigured: false },
      { channel: 'WECHAT', isConfigured: false },
    ]);
    const mine = notificationDeliveries.edges.filter(({ node }: Wire) => node.member.id === member.id);
    expect(mine.map(({ node }: Wire) => node.channel).sort()).toEqual(['SMS', 'WECHAT']);
  });
});

test('what is one’s own cannot be kept out of one’s inbox; greetings can', async () => {
  const member = await world.member();
  const { setNotificationConsent: refused } = await member.data<Wire>(setConsent, {
    input: { channel: 'IN_APP', purpose: 'SERVICE', isOn: false },
  });
  expect(refused.__typename).toBe('InvalidInput');
  const { setNotificationConsent } = await member.data<Wire>(setConsent, {
    input: { channel: 'IN_APP', purpose: 'CARE', isOn: false },
  });
  expect(setNotificationConsent.settings[0]).toEqual({
    channel: 'IN_APP',
    isConfigured: true,
    hasAddress: true,
    consents: [
      { purpose: 'SERVICE', isOn: true, isOptional: false },
      { purpose: 'CARE', isOn: false, isOptional: true },
      { purpose: 'PROMOTION', isOn: true, isOptional: true },
    ],
  });
  await tell(world, greeting(member.id, 'g'));
  await tell(world, warning(member.id, 'w'));
  const { me } = await member.data<Wire>(
    `{ me { unreadNotificationCount notifications { edges { node { seq template } } } } }`,
  );
  expect(me.notifications.edges).toEqual([{ node: { seq: 1, template: 'POINTS_EXPIRING' } }]);
});

test('operators see every template in both languages', async () => {
  const operator = await world.operator();
  const { notificationTemplates } = await operator.data<Wire>(
    `{ notificationTemplates { id name purpose samples { locale title body } } }`,
  );
  const expiring = notificationTemplates.find(({ id }: Wire) => id === 'POINTS_EXPIRING');
  expect(expiring).toMatchObject({ name: 'Points about to expire', purpose: 'SERVICE' });
  for (const { samples } of notificationTemplates) {
    expect(samples.map(({ locale }: Wire) => locale)).toEqual(['zh-CN', 'en']);
    expect(samples[0].title).toMatch(/[一-鿿]/);
  }
});
