import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../platform/auth/actor.ts';
import { nobody } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import type { TranscriptRow } from '../transcripts/index.ts';
import { authorFor, editable, ownsRemoval, removable } from './comment.access.ts';
import type { CommentRow } from './comment.rules.ts';

const at = new Date('2026-11-21T08:00:00.000Z');
const transcript = (visibility: 'PRIVATE' | 'PUBLIC'): TranscriptRow => ({
  id: 'transcript',
  ownerId: 'owner',
  writerIds: ['writer'],
  organiserIds: ['organiser'],
  leadWriterId: null,
  title: 't',
  visibility,
  status: 'READY',
  shareCode: 's',
  viewPasswordHash: null,
  lastSeq: 0,
  segmentCount: 0,
  characterCount: 0,
  commentCount: 0,
  createdAt: at,
  updatedAt: at,
  startedAt: null,
  endedAt: null,
  deletedAt: null,
  viewersUntil: null,
  viewersEpoch: 0,
});

const member = (id: string, grants: Actor['grants'] = []): { readonly actor: Actor } => ({
  actor: { member: { id, role: 'MEMBER', sessionId: 's' }, grants },
});
const grant = { id: 'grant', transcriptId: 'transcript', nickname: '小王' };
const guest = { actor: { member: null, grants: [grant] } };

describe('as whom somebody comments', () => {
  test('the owner is the owner, even with a grant in hand', () => {
    expect(authorFor(member('owner', [grant]), transcript('PRIVATE'))).toEqual({
      kind: 'OWNER',
      memberId: 'owner',
      grantId: null,
    });
  });

  test('a guest speaks under the name given at the door', () => {
    expect(authorFor(guest, transcript('PRIVATE'))).toMatchObject({
      kind: 'GUEST',
      grantId: 'grant',
      nickname: '小王',
    });
    expect(authorFor(member('stranger', [grant]), transcript('PUBLIC'))).toMatchObject({ kind: 'GUEST' });
  });

  test('whoever works on it may, as a member', () => {
    for (const id of ['writer', 'organiser'])
      expect(authorFor(member(id), transcript('PRIVATE'))).toMatchObject({ kind: 'MEMBER', memberId: id });
  });

  test('a registered member may while it is public, and not when it is private', () => {
    expect(authorFor(member('stranger'), transcript('PUBLIC'))).toMatchObject({
      kind: 'MEMBER',
      memberId: 'stranger',
    });
    expect(authorFor(member('stranger'), transcript('PRIVATE'))).toBeNull();
  });

  test('nobody known may not, nor a guest of another transcript', () => {
    expect(authorFor({ actor: nobody }, transcript('PUBLIC'))).toBeNull();
    const elsewhere = { actor: { member: null, grants: [{ ...grant, transcriptId: 'other' }] } };
    expect(authorFor(elsewhere, transcript('PUBLIC'))).toBeNull();
  });
});

describe('who may change or remove a comment', () => {
  const byGuest: CommentRow = {
    id: 'comment',
    transcriptId: 'transcript',
    transcriptOwnerId: 'owner',
    parentId: null,
    segmentId: null,
    quote: null,
    seq: 1,
    authorMemberId: null,
    authorGrantId: 'grant',
    authorName: '小王',
    authorKind: 'GUEST',
    body: 'x',
    createdAt: at,
    editedAt: null,
    removedAt: null,
    answeredAt: null,
  };
  const byMember: CommentRow = {
    ...byGuest,
    authorMemberId: 'writer',
    authorGrantId: null,
    authorKind: 'MEMBER',
  };
  const lastMoment = new Date(at.getTime() + 15 * 60_000);
  const late = new Date(lastMoment.getTime() + 1);
  const canEdit = (acting: { readonly actor: Actor }, comment: CommentRow, now: Date): boolean =>
    editable.of(comment, {
      ...acting,
      clock: { now: () => now },
      config: { commentEditMinutes: 15 },
    } as unknown as Context);
  const canRemove = (acting: { readonly actor: Actor }, comment: CommentRow): boolean =>
    ownsRemoval(acting, comment, { ...transcript('PUBLIC'), writerIds: ['typist'] });

  test('its author changes it while the window is open', () => {
    expect(canEdit(guest, byGuest, lastMoment)).toBe(true);
    expect(canEdit(guest, byGuest, late)).toBe(false);
    expect(canEdit(member('writer'), byMember, lastMoment)).toBe(true);
  });

  test('nobody else changes it, not even the owner of the transcript', () => {
    expect(canEdit(member('owner'), byMember, lastMoment)).toBe(false);
    expect(canEdit({ actor: nobody }, byGuest, lastMoment)).toBe(false);
    expect(canEdit({ actor: nobody }, byMember, lastMoment)).toBe(false);
  });

  test('its author and whoever moderates the transcript remove it', () => {
    expect(canRemove(member('typist'), byGuest)).toBe(true);
    expect(canRemove(guest, byGuest)).toBe(true);
    expect(canRemove(member('owner'), byGuest)).toBe(true);
    expect(canRemove(member('stranger'), byGuest)).toBe(false);
    expect(canRemove({ actor: nobody }, byMember)).toBe(false);
  });

  test('what is removed can be changed by nobody', async () => {
    const removed = { ...byMember, removedAt: at };
    expect(canEdit(member('writer'), removed, lastMoment)).toBe(false);
    expect(await removable.of(removed, member('writer') as unknown as Context)).toBe(false);
  });
});
