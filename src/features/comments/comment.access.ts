import type { Actor } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import {
  and,
  isAmongViewers,
  isNull,
  isSince,
  isViewers,
  or,
  viewerGrantIds,
  viewerId,
  type Condition,
  type Expression,
} from '../../platform/reading/expressions.ts';
import type { Finding } from '../../platform/reading/one.ts';
import { columnAt, placeOf, Written, type Place } from '../../platform/reading/source.ts';
import {
  canComment,
  canWrite,
  guestKey,
  transcripts,
  transcriptsByIds,
  viewerGrantFor,
  writable,
  type TranscriptRow,
} from '../transcripts/index.ts';
import { editableSince, type AuthorKind, type CommentRow } from './comment.rules.ts';

type Acting = { readonly actor: Actor };

/** As whom somebody comments: a member by their account, or a guest by the grant that the view password gave. */
export type Author =
  | { readonly kind: Exclude<AuthorKind, 'GUEST'>; readonly memberId: string; readonly grantId: null }
  | { readonly kind: 'GUEST'; readonly memberId: null; readonly grantId: string; readonly nickname: string };

/** Who is to be named as a comment's author: a member or a guest. */
export type Speaker =
  | { readonly memberId: string; readonly grantId: null; readonly nickname: null }
  | { readonly memberId: null; readonly grantId: string; readonly nickname: string };

/**
 * Who speaks if the actor may comment on this transcript, as far as it is known before the transcript is looked at:
 * who has both an account and a guest's grant speaks as the one or the other, and it is up to `authorFor`.
 */
export function speakerFor({ actor }: Acting, transcriptId: string): Speaker | null {
  const grant = viewerGrantFor({ actor }, transcriptId);
  if (actor.member) return grant ? null : speakerOf({ memberId: actor.member.id, grantId: null });
  return grant && { memberId: null, grantId: grant.id, nickname: grant.nickname };
}

/** Whether a comment that was written as `authorKey` (`viewerKey` of its transcript) is this speaker's; any is without one. */
export const isBySpeaker = (speaker: Speaker, authorKey: string | null | undefined): boolean =>
  authorKey == null || authorKey === (speaker.memberId ?? guestKey(speaker.nickname));

/** An author without how they stand to the transcript. */
export const speakerOf = (author: Author | { readonly memberId: string; readonly grantId: null }): Speaker =>
  author.memberId === null
    ? { memberId: null, grantId: author.grantId, nickname: author.nickname }
    : { memberId: author.memberId, grantId: null, nickname: null };

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

type Authored = Pick<CommentRow, 'authorMemberId' | 'authorGrantId'>;

/** That the viewer wrote it. */
export const authored: Condition<Authored> = or<Authored>(
  isViewers<Authored>('authorMemberId', viewerId),
  isAmongViewers<Authored>('authorGrantId', viewerGrantIds),
);

/** That the viewer decides about comments on the transcript of this id: whoever may type into it. */
export function moderatedBy<Row>({ place }: Pick<Finding<Row>, 'place'>, transcriptId: Written): Written {
  const room = placeOf(place.statement, transcripts);
  const id = columnAt(room, 'id');
  return new Written(
    `exists (select 1 from transcripts ${room.alias} where ${id} = ${transcriptId.text} and ${writable.write(room)})`,
  );
}

/** All the ids by which the actor is known on a transcript: a ban of one of them is a ban. */
export const idsHere = (ctx: Acting, transcriptId: string): readonly string[] =>
  [
    ctx.actor.member?.id,
    ...ctx.actor.grants
      .filter((grant) => grant.transcriptId === transcriptId)
      .flatMap(({ id, visitorId }) => [id, visitorId]),
  ].filter((id) => id !== undefined);

/** That it was not removed. */
const standing: Condition<CommentRow> = isNull<CommentRow>('removedAt');

/** That the viewer may change it now: its author, while the window is open. */
export const editable: Condition<CommentRow> = and<CommentRow>(
  standing,
  authored,
  isSince<CommentRow>('createdAt', ({ clock, config }) =>
    editableSince(clock.now(), config.commentEditMinutes),
  ),
);

/** That the viewer moderates the transcript of this id, where the row in hand does not say who does. */
const moderatedHere: Expression<CommentRow, boolean> = {
  isPersonal: true,
  write: (place) => (place.statement.ctx.actor.member ? moderatedBy({ place }, roomOf(place)).text : 'false'),
  async of({ transcriptId }, ctx) {
    if (!ctx.actor.member) return false;
    const transcript = await batched(ctx as RequestContext, transcriptsByIds, transcriptId);
    return transcript !== null && canWrite(ctx, transcript);
  },
};

/** What the comment's own row says already: most who ask are its author or the owner, and no other row is looked at. */
const removableAtOnce: Condition<CommentRow> = or<CommentRow>(
  authored,
  isViewers<CommentRow>('transcriptOwnerId', viewerId),
);

const roomOf = (place: Place<CommentRow>): Written => new Written(columnAt(place, 'transcriptId'));

/** That the viewer may remove it: its author, and whoever moderates the transcript, which its owner does. */
export const removable: Expression<CommentRow, boolean> = {
  isPersonal: true,
  write: (place) =>
    `(${standing.write(place)} and (${removableAtOnce.write(place)} or ${moderatedHere.write(place)}))`,
  of: async (row, ctx) =>
    standing.of(row, ctx) && (removableAtOnce.of(row, ctx) || (await moderatedHere.of(row, ctx))),
};

/** Whether the comment is the actor's to remove; with the transcript in hand, the same as `removable`. */
export const ownsRemoval = (acting: Acting, comment: CommentRow, transcript: TranscriptRow): boolean =>
  isAuthor(acting, comment) || canWrite(acting, transcript);

/** Whether the actor wrote the comment. */
export const isAuthor = (acting: Acting, comment: Authored): boolean =>
  authored.of(comment, acting as Context);
