import type { AuthorKind, CommentRow } from './comment.rules.ts';

/** What the log keeps of a posted or edited comment: everything that readers are shown, so that no query follows. */
export interface CommentPayload {
  /** Absent in the event that posted it, whose own number it is. */
  readonly commentSeq?: number;
  readonly body: string;
  readonly parentId: string | null;
  /** Both absent unless it is pinned to a passage. */
  readonly segmentId?: string;
  readonly quote?: string;
  readonly transcriptOwnerId: string;
  readonly authorMemberId: string | null;
  readonly authorGrantId: string | null;
  readonly authorName: string;
  readonly authorKind: AuthorKind;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly answeredAt: string | null;
}

/** The event of a comment, as the log hands it out. */
export interface CommentLogEvent {
  readonly transcriptId: string;
  readonly seq: number;
  readonly subjectId: string;
  readonly payload: object;
}

/** What the log is to keep of a comment; without its number while the event that posts it is being written. */
export function payloadOf(
  comment: Omit<CommentRow, 'seq'> & { readonly seq?: number },
): CommentPayload & Record<string, unknown> {
  return {
    ...(comment.seq === undefined ? {} : { commentSeq: comment.seq }),
    body: comment.body,
    parentId: comment.parentId,
    ...(comment.segmentId === null ? {} : { segmentId: comment.segmentId }),
    ...(comment.quote === null ? {} : { quote: comment.quote }),
    transcriptOwnerId: comment.transcriptOwnerId,
    authorMemberId: comment.authorMemberId,
    authorGrantId: comment.authorGrantId,
    authorName: comment.authorName,
    authorKind: comment.authorKind,
    createdAt: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    answeredAt: comment.answeredAt?.toISOString() ?? null,
  };
}

/** The comment that an event COMMENT_POSTED or COMMENT_EDITED tells of, as it stood then. */
export function commentFromLog(event: CommentLogEvent): CommentRow {
  const { commentSeq, createdAt, editedAt, answeredAt, ...told } = event.payload as CommentPayload;
  return {
    ...told,
    segmentId: told.segmentId ?? null,
    quote: told.quote ?? null,
    id: event.subjectId,
    transcriptId: event.transcriptId,
    seq: commentSeq ?? event.seq,
    createdAt: new Date(createdAt),
    editedAt: editedAt === null ? null : new Date(editedAt),
    answeredAt: answeredAt === null ? null : new Date(answeredAt),
    removedAt: null,
  };
}
