import { describe, expect, test } from '@jest/globals';
import { commentFromLog, payloadOf } from './comment-log.rules.ts';
import type { CommentRow } from './comment.rules.ts';

const comment: CommentRow = {
  id: '019aa000-0000-7000-8000-000000000001',
  transcriptId: '019aa000-0000-7000-8000-000000000002',
  transcriptOwnerId: '019aa000-0000-7000-8000-000000000003',
  parentId: null,
  segmentId: null,
  quote: null,
  seq: 7,
  authorMemberId: null,
  authorGrantId: '019aa000-0000-7000-8000-000000000004',
  authorName: '李秘书 <b>',
  authorKind: 'GUEST',
  body: 'a\n\u202eb 👩‍👩‍👧',
  createdAt: new Date('2026-11-21T08:00:00.123Z'),
  editedAt: null,
  removedAt: null,
  answeredAt: null,
};

/** As the log keeps and sends it. */
const throughJson = (payload: object): object => JSON.parse(JSON.stringify(payload)) as object;

describe('a comment in the log', () => {
  test('comes back as it was posted, under the number of its event', () => {
    const { seq: _, ...unnumbered } = comment;
    const payload = throughJson(payloadOf(unnumbered));
    const event = { transcriptId: comment.transcriptId, subjectId: comment.id, seq: 7, payload };
    expect(commentFromLog(event)).toEqual(comment);
    expect(payload).not.toHaveProperty('quote');
  });

  test('keeps the passage that it is pinned to, and the words that were read there', () => {
    const pinned = { ...comment, segmentId: '019aa000-0000-7000-8000-000000000005', quote: '第一句 "one"' };
    const { seq: _, ...unnumbered } = pinned;
    const payload = throughJson(payloadOf(unnumbered));
    const event = { transcriptId: comment.transcriptId, subjectId: comment.id, seq: 7, payload };
    expect(commentFromLog(event)).toEqual(pinned);
  });

  test('keeps its own number when it is edited, and says when', () => {
    const edited = { ...comment, body: 'c', editedAt: new Date('2026-11-21T08:01:00.000Z') };
    const answered = { ...edited, answeredAt: new Date('2026-11-21T08:00:30.000Z') };
    const payload = throughJson(payloadOf(answered));
    const event = { transcriptId: comment.transcriptId, subjectId: comment.id, seq: 12, payload };
    expect(commentFromLog(event)).toEqual(answered);
  });
});
