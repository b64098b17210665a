import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { SignedInClient } from '../support/world.ts';
import type { FieldName } from './ask.ts';
import type { Things } from './things.ts';

/** Who calls, as far as a call needs to know: whoever has an account knows its password. */
export interface Calling {
  readonly things: Things;
  readonly account: Pick<SignedInClient, 'username' | 'password'>;
}

/** One row of the matrix. */
export interface Case {
  readonly field: FieldName;
  /** Whose thing is called for. */
  readonly about: string;
  /** Whether the call names a thing by its id, so that it can be asked for what never was. */
  readonly namesAThing: boolean;
  readonly select?: string;
  readonly variables: (calling: Calling) => Promise<Record<string, unknown>> | Record<string, unknown>;
}

type Variables = Case['variables'];

const house = (field: FieldName, variables: Variables = () => ({})): Case => ({
  field,
  about: 'the house',
  namesAThing: false,
  variables,
});
const self = (field: FieldName, variables: Variables = () => ({})): Case => ({
  field,
  about: 'oneself',
  namesAThing: false,
  variables,
});
const thing = (field: FieldName, about: string, variables: Variables): Case => ({
  field,
  about,
  namesAThing: true,
  variables,
});
const input =
  (make: (calling: Calling) => Promise<object> | object): Variables =>
  async (calling) => ({ input: await make(calling) });

const roomOf = 'the owner’s private transcript';
const publicOf = 'the owner’s public transcript';
const newPassword = 'another very good password';
const key = (): string => v7();
const name = (): string => `new-${randomBytes(4).toString('hex')}`;
const account = (): object => ({ username: name(), password: newPassword, displayName: 'New' });
const plan = { name: 'A plan', points: 10, priceFen: 100, isOnSale: true };
const news = { title: 'News', body: 'News.' };

const queries: readonly Case[] = [
  house('Query.announcements'),
  house('Query.cardBatches'),
  house('Query.jobs'),
  house('Query.notificationChannels'),
  house('Query.notificationDeliveries'),
  house('Query.notificationTemplates'),
  self('Query.me'),
  thing('Query.memberAccount', 'the owner', async ({ things }) => ({ id: await things.member() })),
  house('Query.memberAccounts'),
  house('Query.ordersAwaitingConfirmation'),
  house('Query.newestProgramme'),
  self('Query.claimableCoupons'),
  house('Query.completedOrders'),
  house('Query.couponTypes'),
  self('Query.orderPrice', async ({ things }) => ({ planId: await things.plan() })),
  house('Query.paymentOptions'),
  house('Query.pointPlans'),
  house('Query.programme'),
  house('Query.programmePresets'),
  house('Query.programmeVersions'),
  house('Query.publicTranscripts'),
  house('Query.serviceInfo'),
  thing('Query.sharedTranscript', 'a share code', async ({ things }) => ({
    shareCode: await things.shareCode(),
  })),
  {
    ...thing('Query.sharedTranscript', 'a share code: the transcript behind it', async ({ things }) => ({
      shareCode: await things.shareCode(),
    })),
    namesAThing: false,
    select: 'transcript { id }',
  },
  thing('Query.transcript', roomOf, ({ things }) => ({ id: things.room })),
  thing('Query.transcript', publicOf, ({ things }) => ({ id: things.publicRoom })),
  thing('Query.transcript', 'the owner’s transcript in the bin', async ({ things }) => ({
    id: await things.freshRoom({ isInBin: true }),
  })),
  ...['shareCode', 'viewPasswordSet', 'commentWords', 'liveSession { startedAt }'].map((select) => ({
    ...thing('Query.transcript', `${publicOf}: its ${select.split(' ')[0]}`, ({ things }) => ({
      id: things.publicRoom,
    })),
    namesAThing: false,
    select,
  })),
];

const accounts: readonly Case[] = [
  self(
    'Mutation.createRecoveryCodes',
    input(({ account: { password } }) => ({ currentPassword: password })),
  ),
  self('Mutation.endOtherSessions'),
  self(
    'Mutation.markNotificationsRead',
    input(() => ({ upToSeq: 1 })),
  ),
  self(
    'Mutation.setNotificationConsent',
    input(() => ({ channel: 'EMAIL', purpose: 'CARE', isOn: true })),
  ),
  self(
    'Mutation.logIn',
    input(({ account: { username, password } }) => ({ username, password })),
  ),
  house('Mutation.registerMember', input(account)),
  house(
    'Mutation.requestPasswordReset',
    input(() => ({ usernameOrEmail: name() })),
  ),
  thing(
    'Mutation.revokeSession',
    'the owner’s other session',
    input(async ({ things }) => ({
      sessionId: await things.session(),
    })),
  ),
  self(
    'Mutation.setDefaultViewPassword',
    input(({ account: { password } }) => ({
      currentPassword: password,
      viewPassword: 'view me please',
    })),
  ),
  self(
    'Mutation.setSecurityQuestion',
    input(({ account: { password } }) => ({
      currentPassword: password,
      question: 'Where was it?',
      answer: 'There',
    })),
  ),
  self(
    'Mutation.updateProfile',
    input(() => ({ displayName: 'Me' })),
  ),
];

const programme: readonly Case[] = [
  house('Mutation.runTiers'),
  house('Query.tierLevels'),
  house('Query.tierRuns'),
  house(
    'Query.previewProgramme',
    input(() => ({ basedOn: 1, figures: [] })),
  ),
  house(
    'Mutation.saveProgramme',
    input(() => ({ basedOn: 1, figures: [{ key: 'care.dormantDays', value: '60' }], note: 'A test' })),
  ),
];

const points: readonly Case[] = [
  self(
    'Mutation.claimCoupon',
    input(async ({ things }) => ({ typeId: await things.couponType(), idempotencyKey: key() })),
  ),
  self(
    'Mutation.claimCouponByCode',
    input(async ({ things }) => ({ code: await things.couponCode(), idempotencyKey: key() })),
  ),
  house(
    'Mutation.createCouponType',
    input(() => ({ name: 'A coupon', kind: 'NO_THRESHOLD', amountFen: 100, daysValid: 7 })),
  ),
  thing(
    'Mutation.issueCoupons',
    'a coupon',
    input(async ({ things }) => ({
      typeId: await things.couponType(),
      usernames: [await things.writerName()],
      idempotencyKey: key(),
    })),
  ),
  thing(
    'Mutation.setCouponTypeActive',
    'a coupon',
    input(async ({ things }) => ({ id: await things.couponType(), isActive: false })),
  ),
  thing(
    'Mutation.adjustPoints',
    'the owner’s points',
    input(async ({ things }) => ({
      memberId: await things.member(),
      currency: 'REWARD',
      points: 1,
      reason: 'A test',
      idempotencyKey: key(),
    })),
  ),
  thing(
    'Mutation.cancelOrder',
    'the owner’s order',
    input(async ({ things }) => ({
      orderId: await things.order(),
    })),
  ),
  thing(
    'Mutation.refundOrder',
    'the owner’s order',
    input(async ({ things }) => ({
      orderId: await things.paidOrder(),
      reason: 'a refund',
      idempotencyKey: key(),
    })),
  ),
  thing(
    'Mutation.confirmPayment',
    'the owner’s order',
    input(async ({ things }) => ({
      orderId: await things.order({ isReported: true }),
      idempotencyKey: key(),
    })),
  ),
  house(
    'Mutation.createCardBatch',
    input(() => ({ count: 1, points: 1, idempotencyKey: key() })),
  ),
  self(
    'Mutation.orderPoints',
    input(() => ({
      planId: '019d0000-0000-7000-8000-000000000001',
      paymentMethod: 'BANK_TRANSFER',
      idempotencyKey: key(),
    })),
  ),
  thing(
    'Mutation.reportPayment',
    'the owner’s order',
    input(async ({ things }) => ({
      orderId: await things.order(),
    })),
  ),
  house(
    'Mutation.savePointPlan',
    input(() => plan),
  ),
  thing(
    'Mutation.savePointPlan',
    'a plan',
    input(async ({ things }) => ({
      ...plan,
      id: await things.plan(),
    })),
  ),
  thing(
    'Mutation.voidCardBatch',
    'a batch',
    input(async ({ things }) => ({ batchId: await things.batch() })),
  ),
  thing(
    'Mutation.resendNotification',
    'a delivery to the owner',
    input(async ({ things }) => ({ deliveryId: await things.delivery() })),
  ),
  house(
    'Mutation.runJobNow',
    input(() => ({ name: 'bin' })),
  ),
];

const transcripts: readonly Case[] = [
  self(
    'Mutation.createTranscript',
    input(() => ({ title: 'Mine', visibility: 'PRIVATE' })),
  ),
  thing(
    'Mutation.deleteTranscripts',
    roomOf,
    input(async ({ things }) => ({ ids: [await things.freshRoom()] })),
  ),
  self(
    'Mutation.importTranscript',
    input(() => ({ source: 'A: words', visibility: 'PRIVATE' })),
  ),
  thing(
    'Mutation.purgeTranscripts',
    'the owner’s transcript in the bin',
    input(async ({ things }) => ({
      ids: [await things.freshRoom({ isInBin: true })],
    })),
  ),
  thing(
    'Mutation.renameTranscript',
    roomOf,
    input(({ things }) => ({ transcriptId: things.room, title: 'X' })),
  ),
  thing(
    'Mutation.renameTranscript',
    publicOf,
    input(({ things }) => ({
      transcriptId: things.publicRoom,
      title: 'X',
    })),
  ),
  thing(
    'Mutation.restoreTranscripts',
    'the owner’s transcript in the bin',
    input(async ({ things }) => ({
      ids: [await things.freshRoom({ isInBin: true })],
    })),
  ),
  thing(
    'Mutation.setViewPassword',
    roomOf,
    input(async ({ things }) => ({
      transcriptId: await things.freshRoom(),
      viewPassword: 'view me please',
    })),
  ),
  thing(
    'Mutation.setViewPassword',
    publicOf,
    input(({ things }) => ({
      transcriptId: things.publicRoom,
      viewPassword: 'view me please',
    })),
  ),
  thing(
    'Mutation.setVisibility',
    roomOf,
    input(async ({ things }) => ({
      transcriptId: await things.freshRoom(),
      visibility: 'PUBLIC',
    })),
  ),
  thing(
    'Mutation.setVisibility',
    publicOf,
    input(({ things }) => ({
      transcriptId: things.publicRoom,
      visibility: 'PUBLIC',
    })),
  ),
];

const rooms: readonly Case[] = [
  ...(
    [
      ['room', roomOf],
      ['publicRoom', publicOf],
    ] as const
  ).flatMap(([room, about]) => [
    thing(
      'Mutation.appendSegment',
      about,
      input(({ things }) => ({
        id: v7(),
        transcriptId: things[room],
        text: 'words',
      })),
    ),
    thing(
      'Mutation.showDraft',
      about,
      input(({ things }) => ({ transcriptId: things[room], text: 'wor' })),
    ),
    thing(
      'Mutation.addComment',
      about,
      input(({ things }) => ({
        id: v7(),
        transcriptId: things[room],
        body: 'a question',
      })),
    ),
  ]),
  thing(
    'Mutation.reviseSegment',
    roomOf,
    input(async ({ things }) => ({
      id: await things.segment(),
      baseRevision: 1,
      text: 'other words',
    })),
  ),
  thing(
    'Mutation.removeSegment',
    roomOf,
    input(async ({ things }) => ({ id: await things.segment() })),
  ),
  thing(
    'Mutation.splitSegment',
    roomOf,
    input(async ({ things }) => ({ id: await things.segment(), baseRevision: 1, at: 2, newId: v7() })),
  ),
  thing(
    'Mutation.mergeSegments',
    roomOf,
    input(async ({ things }) => ({
      firstId: await things.segment(),
      firstRevision: 1,
      secondId: await things.segment(),
      secondRevision: 1,
      joiner: '',
    })),
  ),
  thing(
    'Mutation.restoreSegment',
    roomOf,
    input(async ({ things }) => ({ id: await things.segment() })),
  ),
  thing(
    'Mutation.reviseSegments',
    roomOf,
    input(async ({ things }) => ({
      transcriptId: things.room,
      changes: [{ id: await things.segment(), baseRevision: 1, text: 'other words' }],
    })),
  ),
  thing(
    'Mutation.renameSpeaker',
    roomOf,
    input(({ things }) => ({ transcriptId: things.room, from: 'Ann', to: 'Anna' })),
  ),
  thing(
    'Mutation.revertChanges',
    roomOf,
    input(({ things }) => ({ transcriptId: things.room, fromSeq: 1, toSeq: 1 })),
  ),
  thing(
    'Mutation.restoreTranscript',
    roomOf,
    input(({ things }) => ({ transcriptId: things.room, seq: 0 })),
  ),
  thing(
    'Mutation.startLive',
    roomOf,
    input(async ({ things }) => ({ transcriptId: await things.freshRoom() })),
  ),
  thing(
    'Mutation.endLive',
    roomOf,
    input(async ({ things }) => ({
      transcriptId: await things.freshRoom({ isLive: true }),
    })),
  ),
  ...(
    [
      ['comment', roomOf],
      ['publicComment', publicOf],
    ] as const
  ).flatMap(([comment, about]) => [
    thing(
      'Mutation.editComment',
      `a comment by the owner on ${about}`,
      input(async ({ things }) => ({
        id: await things[comment](),
        body: 'other words',
      })),
    ),
    thing(
      'Mutation.removeComment',
      `a comment by the owner on ${about}`,
      input(async ({ things }) => ({
        id: await things[comment](),
      })),
    ),
  ]),
];

const crew: readonly Case[] = [
  thing(
    'Mutation.inviteToCrew',
    roomOf,
    input(async ({ things }) => ({
      transcriptId: things.room,
      username: await things.writerName(),
      role: 'WRITER',
    })),
  ),
  thing(
    'Mutation.removeFromCrew',
    roomOf,
    input(async ({ things }) => ({
      transcriptId: await things.freshRoom(),
      memberId: await things.writerId(),
    })),
  ),
  thing(
    'Mutation.leaveCrew',
    roomOf,
    input(async ({ things }) => ({ transcriptId: await things.freshRoom() })),
  ),
  thing(
    'Mutation.takeLead',
    roomOf,
    input(async ({ things }) => ({ transcriptId: await things.freshRoom() })),
  ),
  thing(
    'Mutation.handOver',
    roomOf,
    input(async ({ things }) => ({
      transcriptId: await things.freshRoom(),
      toMemberId: await things.writerId(),
    })),
  ),
  thing(
    'Mutation.postCrewMessage',
    publicOf,
    input(({ things }) => ({ id: v7(), transcriptId: things.publicRoom, body: 'for us alone' })),
  ),
  thing(
    'Mutation.showPresence',
    publicOf,
    input(({ things }) => ({ transcriptId: things.publicRoom, activity: 'WATCHING' })),
  ),
  {
    // Whoever works on it has posted above.
    ...thing('Subscription.crewFeed', publicOf, ({ things }) => ({
      transcriptId: things.publicRoom,
      after: 0,
    })),
    select: '__typename',
  },
  ...['crew { memberId }'].map((select) => ({
    ...thing('Query.transcript', `${publicOf}: its ${select.split(' ')[0]}`, ({ things }) => ({
      id: things.publicRoom,
    })),
    namesAThing: false,
    select,
  })),
];

const moderation: readonly Case[] = [
  ...(
    [
      ['guestsComment', 'a guest’s comment on another private transcript of the owner’s'],
      ['membersComment', `a member’s comment on ${publicOf}`],
    ] as const
  ).map(([comment, about]) =>
    thing(
      'Mutation.reportComment',
      about,
      input(async ({ things }) => ({ id: await things[comment](), reason: 'OTHER' })),
    ),
  ),
  ...(
    [
      ['room', roomOf],
      ['publicRoom', publicOf],
    ] as const
  ).flatMap(([room, about]) => [
    thing(
      'Mutation.setCommentMode',
      about,
      input(({ things }) => ({ transcriptId: things[room], mode: 'OPEN' })),
    ),
    thing(
      'Mutation.setCommentWords',
      about,
      input(({ things }) => ({ transcriptId: things[room], words: [] })),
    ),
    thing(
      'Mutation.reviewComments',
      about,
      input(({ things }) => ({ transcriptId: things[room], verdict: 'APPROVE' })),
    ),
  ]),
  thing(
    'Mutation.dismissReports',
    `a comment by the owner on ${publicOf}`,
    input(async ({ things }) => ({ id: await things.publicComment() })),
  ),
  ...(
    [
      ['guestsComment', 'a guest’s comment'],
      ['heldComment', 'a guest’s comment that waits'],
    ] as const
  ).flatMap(([comment, about]) => [
    thing(
      'Mutation.removeComment',
      about,
      input(async ({ things }) => ({ id: await things[comment]() })),
    ),
    thing(
      'Mutation.banCommenter',
      about,
      input(async ({ things }) => ({ commentId: await things[comment]() })),
    ),
  ]),
  thing(
    'Mutation.unbanCommenter',
    'a ban on a transcript of the owner’s',
    input(async ({ things }) => ({ id: await things.ban() })),
  ),
];

const doors: readonly Case[] = [
  thing('Query.transcriptDoor', roomOf, ({ things }) => ({ transcriptId: things.room })),
  thing('Query.transcriptDoor', publicOf, ({ things }) => ({ transcriptId: things.publicRoom })),
  thing(
    'Mutation.changeDoor',
    roomOf,
    input(async ({ things }) => ({ transcriptId: await things.freshRoom(), admission: 'APPROVAL' })),
  ),
  thing(
    'Mutation.changeDoor',
    publicOf,
    input(({ things }) => ({ transcriptId: things.publicRoom, embedOrigins: [] })),
  ),
  thing(
    'Mutation.decideViewers',
    roomOf,
    input(async ({ things }) => ({ transcriptId: await things.freshRoom(), decision: 'APPROVE' })),
  ),
  thing(
    'Mutation.revokeViewers',
    roomOf,
    input(async ({ things }) => ({ transcriptId: await things.freshRoom() })),
  ),
];

const announcements: readonly Case[] = [
  thing(
    'Mutation.editAnnouncement',
    'an announcement',
    input(async ({ things }) => ({
      ...news,
      id: await things.announcement(),
    })),
  ),
  house(
    'Mutation.publishAnnouncement',
    input(() => news),
  ),
  thing(
    'Mutation.withdrawAnnouncement',
    'an announcement',
    input(async ({ things }) => ({
      id: await things.announcement(),
    })),
  ),
];

const brief = { code: 'wto', text: '世界贸易组织' };

const briefs: readonly Case[] = [
  self(
    'Mutation.saveBriefs',
    input(() => ({ put: [brief] })),
  ),
  thing(
    'Mutation.saveBriefs',
    `the dictionary of ${roomOf}`,
    input(({ things }) => ({ transcriptId: things.room, put: [brief] })),
  ),
  thing(
    'Mutation.saveBriefs',
    `the dictionary of ${publicOf}`,
    input(({ things }) => ({ transcriptId: things.publicRoom, put: [brief] })),
  ),
  {
    ...thing('Query.transcript', `${publicOf}: its briefDictionary`, ({ things }) => ({
      id: things.publicRoom,
    })),
    namesAThing: false,
    select: 'briefDictionary { entryCount }',
  },
  self('Subscription.briefsChanged'),
  thing('Subscription.briefsChanged', `the dictionary of ${publicOf}`, ({ things }) => ({
    transcriptId: things.publicRoom,
  })),
];

/** A secret that one was given is what lets one in, whoever one is. */
const secrets: readonly Case[] = [
  house('Query.passwordReset', async ({ things }) => ({ token: await things.resetToken() })),
  house(
    'Mutation.resetPassword',
    input(async ({ things }) => ({
      token: await things.resetToken(),
      newPassword,
    })),
  ),
  house(
    'Mutation.redeemCard',
    input(async ({ things }) => ({ code: await things.cardCode(), idempotencyKey: key() })),
  ),
  house(
    'Mutation.setUpOperator',
    input(async ({ things }) => ({
      ...account(),
      token: await things.setupToken(),
    })),
  ),
  house(
    'Mutation.useRecoveryCode',
    input(async ({ things }) => ({
      ...(await things.recoveryCode()),
      newPassword,
    })),
  ),
  house(
    'Mutation.openTranscript',
    input(async ({ things }) => ({
      shareCode: await things.shareCode(),
      viewPassword: 'view me please',
      nickname: 'Guest',
    })),
  ),
].map((row) => ({ ...row, about: 'with the secret in hand' }));

const feeds: readonly Case[] = [
  ...(['Subscription.commentAdded', 'Subscription.transcriptFeed'] as const).flatMap((field) => [
    thing(field, roomOf, ({ things }) => ({ transcriptId: things.room, after: 0 })),
    thing(field, publicOf, ({ things }) => ({ transcriptId: things.publicRoom, after: 0 })),
    thing(field, 'the owner’s transcript in the bin', async ({ things }) => ({
      transcriptId: await things.freshRoom({ isInBin: true }),
      after: 0,
    })),
  ]),
  thing('Subscription.deskFeed', roomOf, ({ things }) => ({ transcriptId: things.room })),
  thing('Subscription.deskFeed', publicOf, ({ things }) => ({ transcriptId: things.publicRoom })),
  thing('Subscription.doorFeed', 'a share code', async ({ things }) => ({
    shareCode: await things.shareCode(),
  })),
  self('Subscription.memberFeed'),
];

/** What cannot be followed by anything else of the same person. */
const farewells: readonly Case[] = [
  self(
    'Mutation.changePassword',
    input(({ account: { password } }) => ({
      currentPassword: password,
      newPassword,
    })),
  ),
  self('Mutation.logOut'),
];

/** Every root field, with the owner's things where it is about things. Played in this order. */
export const cases: readonly Case[] = [
  ...queries,
  ...accounts,
  ...programme,
  ...points,
  ...transcripts,
  ...rooms,
  ...crew,
  ...moderation,
  ...doors,
  ...announcements,
  ...briefs,
  ...secrets,
  ...feeds,
  ...farewells,
];
