import type { RawBuilder } from 'kysely';
import type { Actor, ViewGrant } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { sql } from '../../platform/database/sql.ts';
import { asFragment } from '../../platform/reading/as-fragment.ts';
import {
  and,
  hasViewer,
  holds,
  isAmongViewers,
  isViewers,
  or,
  viewerId,
  viewerIs,
  type Condition,
} from '../../platform/reading/expressions.ts';
import type { Finding } from '../../platform/reading/one.ts';
import { valueOf, type SqlValue } from '../../platform/reading/statement.ts';
import { Written, type Fragment } from '../../platform/reading/source.ts';
import { transcripts } from './transcript.source.ts';
import type { TranscriptRow } from './transcript-states.rules.ts';

type Acting = { readonly actor: Actor };
type Owned = Pick<TranscriptRow, 'ownerId'>;
type Typed = Pick<TranscriptRow, 'ownerId' | 'writerIds'>;
type Worked = Pick<TranscriptRow, 'ownerId' | 'writerIds' | 'organiserIds'>;

/**
 * The one truth of who may read: the owner and the crew; any member while it is public (M18.9); a viewer whose grant
 * stands.
 * As SQL, so that no read can be without it. What is in the bin nobody reads.
 */
export function readable(finding: Finding<TranscriptRow>, { actor }: Acting, now: Date): Written {
  const memberId = valueOf(actor.member?.id ?? null, 'uuid');
  const grantIds = valueOf(
    actor.grants.map(({ id }) => id),
    'uuid[]',
  );
  return readableTo(finding, { memberId, grantIds }, now);
}

/** Who reads, in a statement: values, or SQL where the readers are rows themselves. */
interface ReaderInSql {
  readonly memberId: SqlValue | Written;
  readonly grantIds: SqlValue | Written;
}

function readableTo(finding: Finding<TranscriptRow>, reader: ReaderInSql, now: Date): Written {
  return finding.at`(@.deleted_at is null and (${readableAsMember(finding, reader)} or ${readableByGrant(finding, reader, now)}))`;
}

/** By what one is to the transcript as a member: this right does not run out by itself. */
function readableAsMember(
  { at }: Finding<TranscriptRow>,
  { memberId }: Pick<ReaderInSql, 'memberId'>,
): Written {
  return at`(${worksOn(at, memberId)} or (@.visibility = 'PUBLIC' and ${memberId} is not null))`;
}

/** By a grant: let in, not ended, of the transcript's present epoch; and while viewers are welcome at all. */
function readableByGrant(
  { at }: Finding<TranscriptRow>,
  { grantIds }: Pick<ReaderInSql, 'grantIds'>,
  now: Date,
): Written {
  const moment = valueOf(now, 'timestamptz');
  return at`((@.viewers_until is null or @.viewers_until > ${moment})
    and exists (select 1 from view_grants g where g.id = any(${grantIds}) and g.transcript_id = @.id
      and g.admitted_at is not null and g.epoch = @.viewers_epoch
      and g.revoked_at is null and g.expires_at > ${moment}))`;
}

/** `readableAsMember` over `transcripts as t` to many at once, the rows of `readers as r (member_id, grant_id)`. */
export const readableAsMemberByRows = (ctx: Acting): RawBuilder<unknown> =>
  asFragment({ source: transcripts, alias: 't', ctx }, (finding) =>
    readableAsMember(finding, { memberId: new Written('r.member_id') }),
  );

/** That somebody works on it, by the row alone. */
const worksOn = (at: Fragment, memberId: SqlValue | Written): Written =>
  at`@.owner_id = ${memberId} or ${memberId} = any(@.writer_ids) or ${memberId} = any(@.organiser_ids)`;

/** `readable` over `transcripts as t` to many at once, the rows of `readers as r (member_id, grant_id)`. */
export const readableByRows = (ctx: Acting, now: Date): RawBuilder<unknown> =>
  asFragment({ source: transcripts, alias: 't', ctx }, (finding) =>
    readableTo(
      finding,
      { memberId: new Written('r.member_id'), grantIds: new Written('array[r.grant_id]') },
      now,
    ),
  );

/** `readable` over `transcripts as t`. */
export const readableBy = (acting: Acting, now: Date): RawBuilder<unknown> =>
  asFragment({ source: transcripts, alias: 't', ctx: acting }, (finding) => readable(finding, acting, now));

/** That it is the viewer's own. */
export const owned: Condition<Owned> = isViewers<Owned>('ownerId', viewerId);

/** Whether the actor owns the transcript. */
export const isOwner = (acting: Acting, transcript: Owned): boolean =>
  owned.of(transcript, acting as Context);

/** That the viewer may type into it: its owner, and the writers whom the owner has invited. */
export const writable: Condition<Typed> = or<Typed>(owned, hasViewer<Typed>('writerIds', viewerId));

/** Whether the actor may type into the transcript. */
export const canWrite = (acting: Acting, transcript: Typed): boolean =>
  writable.of(transcript, acting as Context);

/** `canWrite` as SQL over `transcripts as t`. */
export const writableBy = ({ actor }: Acting): RawBuilder<unknown> => {
  const memberId = sql`${actor.member?.id ?? null}::uuid`;
  return sql`(t.owner_id = ${memberId} or ${memberId} = any(t.writer_ids))`;
};

/** That the viewer works on it: its owner, its writers and its organisers. */
export const worked: Condition<Worked> = or<Worked>(writable, hasViewer<Worked>('organiserIds', viewerId));

/** Whether the actor works on the transcript. */
export const worksHere = (acting: Acting, transcript: Worked): boolean =>
  worked.of(transcript, acting as Context);

/** `worksHere` over `transcripts as t` to many at once, the rows of `readers as r (member_id, grant_id)`. */
export const workedByRows = (ctx: Acting): RawBuilder<unknown> =>
  asFragment({ source: transcripts, alias: 't', ctx }, ({ at }) => {
    const works = worksOn(at, new Written('r.member_id'));
    return at`(@.deleted_at is null and (${works}))`;
  });

/** `worksHere` as SQL over `transcripts as t`. */
export const workedBy = (acting: Acting): RawBuilder<unknown> =>
  asFragment({ source: transcripts, alias: 't', ctx: acting }, ({ at }) => {
    const works = worksOn(at, valueOf(acting.actor.member?.id ?? null, 'uuid'));
    return at`(@.deleted_at is null and (${works}))`;
  });

/** The actor's right to view this transcript by password, if they have one. */
export const viewerGrantFor = ({ actor }: Acting, transcriptId: string): ViewGrant | null =>
  actor.grants.find((grant) => grant.transcriptId === transcriptId) ?? null;

/** As whom a guest of this name is known where what is unsent is kept; a member by their id. */
export const guestKey = (nickname: string): string => `guest:${nickname}`;

/** That the viewer came in by its view password. */
export const viewedByPassword: Condition<Pick<TranscriptRow, 'id'>> = isAmongViewers<
  Pick<TranscriptRow, 'id'>
>('id', {
  of: ({ actor }) => actor.grants.map(({ transcriptId }) => transcriptId),
  type: 'uuid[]',
});

type Commented = Worked & Pick<TranscriptRow, 'id' | 'visibility'>;

/** That the viewer may comment (M18.12): the owner and the crew, who has the view password, and any member while it is public. */
export const commentable: Condition<Commented> = or<Commented>(
  worked,
  viewedByPassword,
  and<Commented>(
    holds<Commented>('visibility', 'PUBLIC'),
    viewerIs(({ actor }) => actor.member !== null),
  ),
);

/** Whether the actor may comment. */
export const canComment = (acting: Acting, transcript: Commented): boolean =>
  commentable.of(transcript, acting as Context);
