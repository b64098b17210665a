import { defineEntity } from '@mikro-orm/postgresql';

/** A comment as it is kept. Its number is that of the event that posted it. */
export const CommentEntity = defineEntity({
  name: 'Comment',
  tableName: 'comments',
  properties: (p) => ({
    id: p.uuid().primary(),
    transcriptId: p.uuid(),
    transcriptOwnerId: p.uuid(),
    parentId: p.uuid().nullable(),
    segmentId: p.uuid().nullable(),
    quote: p.text().nullable(),
    seq: p.integer(),
    authorMemberId: p.uuid().nullable(),
    authorGrantId: p.uuid().nullable(),
    authorNickname: p.text().nullable(),
    body: p.text(),
    createdAt: p.datetime(3),
    editedAt: p.datetime(3).nullable(),
    removedAt: p.datetime(3).nullable(),
    answeredAt: p.datetime(3).nullable(),
  }),
});
