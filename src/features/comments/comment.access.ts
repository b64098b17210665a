import type { Actor } from '../../platform/auth/actor.ts';
import { canComment, viewerGrantFor, type TranscriptRow } from '../transcripts/index.ts';
import { isEditOpen, type AuthorKind, type CommentRow } from './comment.rules.ts';

type Acting = { readonly actor: Actor };

/** As whom somebody comments: a member by their account, or a guest by the grant that the view password gave. */
export type Author =
  | { readonly kind: Exclude<AuthorKind, 'GUEST'>; readonly memberId: string; readonly grantId: null }
  | { readonly kind: 'GUEST'; readonly memberId: null; readonly grantId: string; readonly nickname: string };

/**
 * As whom the actor comments here, or null when they may not (M18.12). Whoever came in by the view password speaks
 * under the name that they gave for this room, even if they have an account too.
 */
export function authorFor(ctx: Acting, transcript: TranscriptRow): Author | null {
  if (!canComment(ctx, transcript)) return null;
  const memberId = ctx.actor.member?.id ?? null;
  if (memberId === transcript.ownerId) return { kind: 'OWNER', memberId, grantId: null };
  const grant = viewerGrantFor(ctx, transcript.id);
  if (grant) return { kind: 'GUEST', memberId: null, grantId: grant.id, nickname: grant.nickname };
  return memberId === null ? null : { kind: 'MEMBER', memberId, grantId: null };
}

/** Whether the actor wrote the comment. */
export function isAuthor({ actor }: Acting, comment: CommentRow): boolean {
  if (comment.authorMemberId !== null) return comment.authorMemberId === actor.member?.id;
  return actor.grants.some(({ id }) => id === comment.authorGrantId);
}

/** Whether the actor may change the comment now: its author, while the window is open. */
export function canEdit(
  ctx: Acting,
  comment: CommentRow,
  window: { readonly now: Date; readonly windowMinutes: number },
): boolean {
  return comment.removedAt === null && isAuthor(ctx, comment) && isEditOpen(comment, window);
}

/** Whether the comment is the actor's to remove: its author's and the transcript's owner's. */
export const ownsRemoval = (ctx: Acting, comment: CommentRow): boolean =>
  isAuthor(ctx, comment) || ctx.actor.member?.id === comment.transcriptOwnerId;

/** Whether the actor may remove the comment now. */
export const canRemove = (ctx: Acting, comment: CommentRow): boolean =>
  comment.removedAt === null && ownsRemoval(ctx, comment);
