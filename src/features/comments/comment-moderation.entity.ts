import { defineEntity } from '@mikro-orm/postgresql';
import type { CommentMode, HeldReason, ReportReason } from './comment-moderation.rules.ts';

/** What the host has set for the comments of a transcript; without a row they are open. */
export const CommentSettingsEntity = defineEntity({
  name: 'CommentSettings',
  tableName: 'comment_settings',
  properties: (p) => ({
    transcriptId: p.uuid().primary(),
    mode: p.text().$type<CommentMode>(),
    words: p.array(),
  }),
});

/** A comment that waits for the host's word, or was refused. */
export const HeldCommentEntity = defineEntity({
  name: 'HeldComment',
  tableName: 'held_comments',
  properties: (p) => ({
    id: p.uuid().primary(),
    transcriptId: p.uuid(),
    parentId: p.uuid().nullable(),
    segmentId: p.uuid().nullable(),
    quote: p.text().nullable(),
    authorMemberId: p.uuid().nullable(),
    authorGrantId: p.uuid().nullable(),
    authorNickname: p.text().nullable(),
    body: p.text(),
    reason: p.text().$type<HeldReason>(),
    createdAt: p.datetime(3),
    refusedAt: p.datetime(3).nullable(),
  }),
});

/** What a reader said against a comment. */
export const CommentReportEntity = defineEntity({
  name: 'CommentReport',
  tableName: 'comment_reports',
  properties: (p) => ({
    id: p.uuid().primary(),
    commentId: p.uuid(),
    reporterId: p.uuid(),
    reason: p.text().$type<ReportReason>(),
    note: p.text().nullable(),
    createdAt: p.datetime(3),
    dismissedAt: p.datetime(3).nullable(),
  }),
});

/** Somebody whose comments the host does not take on a transcript. */
export const CommentBanEntity = defineEntity({
  name: 'CommentBan',
  tableName: 'comment_bans',
  properties: (p) => ({
    id: p.uuid().primary(),
    transcriptId: p.uuid(),
    bannedId: p.uuid(),
    nickname: p.text().nullable(),
    createdAt: p.datetime(3),
  }),
});
