import { v7 } from 'uuid';
import { notify } from '../../src/features/notifications/index.ts';
import { unitOfWork } from '../../src/platform/database/unit-of-work.ts';
import { hashToken, newToken } from '../../src/platform/auth/tokens.ts';
import { Client } from '../support/client.ts';
import { enter, invite, knock, openRoom, say, startLive, type Room } from '../support/rooms.ts';
import type { SignedInClient, World } from '../support/world.ts';

/** The owner's things, by the ids and secrets that a call names them with; made when asked for. */
export interface Things {
  readonly room: string;
  readonly publicRoom: string;
  /** A room of the owner's that nobody else of this test looks at. */
  freshRoom(options?: { readonly isLive?: boolean; readonly isInBin?: boolean }): Promise<string>;
  segment(): Promise<string>;
  comment(): Promise<string>;
  publicComment(): Promise<string>;
  /** A comment by yet another member on the owner's public room. */
  membersComment(): Promise<string>;
  /** A guest's comment, posted on a room of its own that the owner has opened to no stranger. */
  guestsComment(): Promise<string>;
  /** A guest's comment that waits for the owner, with its room. */
  heldComment(): Promise<string>;
  /** A ban of a guest on a room of the owner's. */
  ban(): Promise<string>;
  order(options?: { readonly isReported?: boolean }): Promise<string>;
  /** An order of the owner's that is paid. */
  paidOrder(): Promise<string>;
  session(): Promise<string>;
  member(): Promise<string>;
  /** Somebody who works on the owner's transcripts. */
  writerId(): Promise<string>;
  writerName(): Promise<string>;
  batch(): Promise<string>;
  announcement(): Promise<string>;
  /** A notification of the owner's on its way out of the house. */
  delivery(): Promise<string>;
  plan(): Promise<string>;
  /** A coupon that is offered to every member. */
  couponType(): Promise<string>;
  /** The code of a coupon. */
  couponCode(): Promise<string>;
  shareCode(): Promise<string>;
  /** The secret of a mailed link. */
  resetToken(): Promise<string>;
  /** The secret of the link that the first start prints. */
  setupToken(): Promise<string>;
  cardCode(): Promise<string>;
  recoveryCode(): Promise<{ readonly username: string; readonly recoveryCode: string }>;
}

/** Ids that were never given to anything. */
export const nothing: Things = {
  room: v7(),
  publicRoom: v7(),
  freshRoom: never,
  segment: never,
  comment: never,
  publicComment: never,
  membersComment: never,
  guestsComment: never,
  heldComment: never,
  ban: never,
  order: never,
  paidOrder: never,
  session: never,
  member: never,
  writerId: never,
  writerName: () => Promise.resolve('nobody'),
  batch: never,
  announcement: never,
  delivery: never,
  plan: never,
  couponType: never,
  couponCode: () => Promise.resolve('NEVERGIVEN'),
  shareCode: () => Promise.resolve('NEVERGIVEN'),
  resetToken: never,
  cardCode: never,
  setupToken: never,
  recoveryCode: () => Promise.resolve({ username: 'nobody', recoveryCode: 'NEVERGIVEN' }),
};

function never(): Promise<string> {
  return Promise.resolve(v7());
}

/** The people of the matrix. */
export interface Cast {
  readonly owner: SignedInClient;
  readonly stranger: SignedInClient;
  readonly operator: SignedInClient;
  /** Work on all of the owner's transcripts. */
  readonly writer: SignedInClient;
  readonly organiser: SignedInClient;
  readonly anonymous: Client;
  /** Has entered the owner's private room by its view password. */
  readonly guest: Client;
  /** Has given its view password, and waits to be let in. */
  readonly waiting: Client;
  readonly room: Room;
  readonly publicRoom: Room;
}

/** People, and a private and a public room of the owner's, both live. */
export async function gather(world: World): Promise<Cast> {
  const [owner, stranger, operator] = [
    await world.member('owner'),
    await world.member('stranger'),
    await world.operator(),
  ];
  const [writer, organiser] = [await world.member('writer'), await world.member('organiser')];
  const [room, publicRoom] = [await openRoom(owner), await openRoom(owner, { visibility: 'PUBLIC' })];
  const guest = world.visitor();
  if ((await enter(guest, room)) !== 'OpenTranscriptSuccess') throw new Error('The guest did not get in.');
  const waiting = await waitAt(world, owner, room);
  for (const { id } of [room, publicRoom]) {
    await say(owner, id, 'Good morning.');
    await inviteBoth(owner, { writer, organiser }, id);
  }
  return {
    owner,
    stranger,
    operator,
    writer,
    organiser,
    guest,
    waiting,
    room,
    publicRoom,
    anonymous: world.visitor(),
  };
}

async function inviteBoth(
  owner: Client,
  { writer, organiser }: Pick<Cast, 'writer' | 'organiser'>,
  transcriptId: string,
): Promise<void> {
  await invite(owner, transcriptId, { who: writer, role: 'WRITER' });
  await invite(owner, transcriptId, { who: organiser, role: 'ORGANISER' });
}

/** Somebody who waits at the door; the door itself is as it was before. */
async function waitAt(world: World, owner: Client, room: Room): Promise<Client> {
  await owner.data(`mutation ($input: ChangeDoorInput!) { changeDoor(input: $input) { __typename } }`, {
    input: { transcriptId: room.id, admission: 'APPROVAL' },
  });
  const waiting = world.visitor();
  const answer = await knock(waiting, room);
  if (answer !== 'WaitingForApproval') throw new Error(`Nobody has to wait: ${answer}.`);
  // Not by the mutation, which lets in who waits.
  await world.sql(`update transcript_doors set admission = 'OPEN' where transcript_id = $1`, [room.id]);
  return waiting;
}

interface Created {
  readonly id: string;
}

/** The owner's things, made by real calls of those who may make them. */
export function thingsOf(world: World, cast: Cast): Things {
  const { owner, operator, room, publicRoom } = cast;
  const asGuest = async (isReviewed: boolean): Promise<string> => {
    const id = v7();
    const other = await openRoom(owner, { isLive: false });
    const visitor = world.visitor();
    await enter(visitor, other);
    if (isReviewed)
      await owner.data(
        `mutation ($input: SetCommentModeInput!) { setCommentMode(input: $input) { __typename } }`,
        { input: { transcriptId: other.id, mode: 'REVIEWED' } },
      );
    await visitor.data(`mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename } }`, {
      input: { id, transcriptId: other.id, body: 'a guest’s' },
    });
    return id;
  };
  const made = async (client: Client, mutation: string, input: object): Promise<string> => {
    const name = /^\w+/.exec(mutation)?.[0] ?? '';
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const rest = mutation.slice(name.length);
    const data = await client.data<Record<string, Record<string, Created>>>(
      `mutation ($input: ${type}) { ${name}(input: $input) ${rest} }`,
      { input },
    );
    const id = Object.values(data[name] ?? {})[0]?.id;
    if (!id) throw new Error(`${name} made nothing: ${JSON.stringify(data)}`);
    return id;
  };
  const commentOn = (transcriptId: string): Promise<string> =>
    made(owner, 'addComment { ... on AddCommentSuccess { comment { id } } }', {
      id: v7(),
      transcriptId,
      body: 'mine',
    });
  return {
    room: room.id,
    publicRoom: publicRoom.id,
    freshRoom: async ({ isLive = false, isInBin = false } = {}) => {
      const id = await made(
        owner,
        'createTranscript { ... on CreateTranscriptSuccess { transcript { id } } }',
        {
          title: 'fresh',
          visibility: 'PRIVATE',
        },
      );
      await inviteBoth(owner, cast, id);
      if (isLive) await startLive(owner, id);
      if (isInBin) await toBin(owner, id);
      return id;
    },
    segment: async () => (await say(owner, room.id, 'words')).segment!.id,
    comment: () => commentOn(room.id),
    publicComment: () => commentOn(publicRoom.id),
    membersComment: async () =>
      made(await world.member('commenter'), 'addComment { ... on AddCommentSuccess { comment { id } } }', {
        id: v7(),
        transcriptId: publicRoom.id,
        body: 'a member’s',
      }),
    guestsComment: () => asGuest(false),
    heldComment: () => asGuest(true),
    ban: async () =>
      made(owner, 'banCommenter { ... on BanCommenterSuccess { ban { id } } }', {
        commentId: await asGuest(false),
      }),
    order: async ({ isReported = false } = {}) => {
      const orderId = await made(owner, 'orderPoints { ... on OrderPointsSuccess { order { id } } }', {
        planId: '019d0000-0000-7000-8000-000000000001',
        paymentMethod: 'BANK_TRANSFER',
        idempotencyKey: v7(),
      });
      if (isReported)
        await made(owner, 'reportPayment { ... on ReportPaymentSuccess { order { id } } }', { orderId });
      return orderId;
    },
    paidOrder: async () => {
      const orderId = await made(owner, 'orderPoints { ... on OrderPointsSuccess { order { id } } }', {
        planId: '019d0000-0000-7000-8000-000000000001',
        paymentMethod: 'BANK_TRANSFER',
        idempotencyKey: v7(),
      });
      await made(operator, 'confirmPayment { ... on ConfirmPaymentSuccess { order { id } } }', {
        orderId,
        idempotencyKey: v7(),
      });
      return orderId;
    },
    session: () => anotherSession(owner),
    member: () => Promise.resolve(owner.id),
    writerId: () => Promise.resolve(cast.writer.id),
    writerName: () => Promise.resolve(cast.writer.username),

    batch: () =>
      made(operator, 'createCardBatch { ... on CreateCardBatchSuccess { batch { id } } }', {
        count: 1,
        points: 1,
        idempotencyKey: v7(),
      }),
    announcement: () =>
      made(operator, 'publishAnnouncement { ... on PublishAnnouncementSuccess { announcement { id } } }', {
        title: 'News',
        body: 'News.',
      }),
    delivery: () => deliveryTo(world, owner.id),
    plan: () =>
      made(operator, 'savePointPlan { ... on SavePointPlanSuccess { plan { id } } }', {
        name: 'A plan',
        points: 10,
        priceFen: 100,
        isOnSale: true,
      }),
    couponType: () =>
      made(operator, 'createCouponType { ... on CreateCouponTypeSuccess { type { id } } }', {
        name: 'A coupon',
        kind: 'NO_THRESHOLD',
        amountFen: 100,
        daysValid: 7,
        isClaimable: true,
        capPerMember: 100,
      }),
    couponCode: async () => {
      const claimCode = newToken().replace(/\W|_/g, '').slice(0, 12).toUpperCase();
      await made(operator, 'createCouponType { ... on CreateCouponTypeSuccess { type { id } } }', {
        name: 'A coupon',
        kind: 'NO_THRESHOLD',
        amountFen: 100,
        daysValid: 7,
        claimCode,
      });
      return claimCode;
    },
    cardCode: async () => {
      const { createCardBatch } = await operator.data<{ createCardBatch: { codes: string[] } }>(
        `mutation ($input: CreateCardBatchInput!) { createCardBatch(input: $input) {
          ... on CreateCardBatchSuccess { codes } } }`,
        { input: { count: 1, points: 1, idempotencyKey: v7() } },
      );
      return createCardBatch.codes[0]!;
    },
    shareCode: () => Promise.resolve(room.shareCode),
    ...secretsOf(world),
  };
}

async function deliveryTo(world: World, memberId: string): Promise<string> {
  await unitOfWork(world.system(), (unit) =>
    notify(unit, { memberId, template: 'BIRTHDAY', values: {}, dedupeKey: v7() }),
  );
  const [delivery] = await world.sql(
    `insert into notification_deliveries (id, notification_id, member_id, channel, state, attempts, created_at)
     select gen_random_uuid(), id, member_id, 'SMS', 'NOT_CONFIGURED', 0, now() from notifications
     where member_id = $1 order by created_at desc limit 1 returning id`,
    [memberId],
  );
  return String(delivery?.['id']);
}

const toBin = (owner: Client, id: string): Promise<unknown> =>
  owner.data(
    `mutation ($input: DeleteTranscriptsInput!) { deleteTranscripts(input: $input) { __typename } }`,
    {
      input: { ids: [id] },
    },
  );

/** Logs the member in once more, elsewhere; returns the new session's id. */
async function anotherSession({ url, username, password }: SignedInClient): Promise<string> {
  const elsewhere = new Client(url);
  await elsewhere.data(`mutation ($input: LogInInput!) { logIn(input: $input) { __typename } }`, {
    input: { username, password },
  });
  const { me } = await elsewhere.data<{ me: { sessions: { id: string; isCurrent: boolean }[] } }>(
    '{ me { sessions { id isCurrent } } }',
  );
  return me.sessions.find(({ isCurrent }) => isCurrent)!.id;
}

type Secrets = Pick<Things, 'resetToken' | 'setupToken' | 'recoveryCode'>;

/** Secrets that would come by mail or on the server's console, put where the server looks for them. */
const secretsOf = (world: World): Secrets => ({
  async resetToken() {
    const token = newToken();
    const { id } = await world.member('forgetful');
    await world.sql(
      `insert into password_resets (id, member_id, token_hash, created_at, expires_at)
       values ($1, $2, $3, now(), now() + interval '10 minutes')`,
      [v7(), id, hashToken(token)],
    );
    return token;
  },
  async setupToken() {
    const token = newToken();
    await world.sql(`insert into setup_links (id, token_hash, created_at) values ($1, $2, now())`, [
      v7(),
      hashToken(token),
    ]);
    return token;
  },
  async recoveryCode() {
    const forgetful = await world.member('forgetful');
    const { createRecoveryCodes } = await forgetful.data<{ createRecoveryCodes: { codes: string[] } }>(
      `mutation ($input: CreateRecoveryCodesInput!) { createRecoveryCodes(input: $input) {
        ... on CreateRecoveryCodesSuccess { codes } } }`,
      { input: { currentPassword: forgetful.password } },
    );
    return { username: forgetful.username, recoveryCode: createRecoveryCodes.codes[0]! };
  },
});
