import type { RawBuilder } from 'kysely';
import type { Actor, ViewGrant } from '../../platform/auth/actor.ts';
import { sql } from '../../platform/database/sql.ts';
import type { TranscriptRow } from './transcript-states.rules.ts';

type Acting = { readonly actor: Actor };

/**
 * The one truth of who may read: the owner; any member while it is public (M18.9); a viewer whose grant stands.
 * As SQL over `transcripts as t`, so that no read can be without it. What is in the bin nobody reads.
 */
export function readableBy({ actor }: Acting, now: Date): RawBuilder<unknown> {
  const memberId = actor.member?.id ?? null;
  const grantIds = actor.grants.map(({ id }) => id);
  return sql`(t.deleted_at is null and (
    t.owner_id = ${memberId}::uuid
    or (t.visibility = 'PUBLIC' and ${memberId}::uuid is not null)
    or exists (select 1 from view_grants g where g.id = any(${grantIds}::uuid[]) and g.transcript_id = t.id
               and g.revoked_at is null and g.expires_at > ${now})))`;
}

/** Whether the actor owns the transcript. */
export const isOwner = ({ actor }: Acting, transcript: Pick<TranscriptRow, 'ownerId'>): boolean =>
  actor.member?.id === transcript.ownerId;

/** Whether the actor may type into the transcript: its owner, for now. */
export const canWrite = isOwner;

/** The actor's right to view this transcript by password, if they have one. */
export const viewerGrantFor = ({ actor }: Acting, transcriptId: string): ViewGrant | null =>
  actor.grants.find((grant) => grant.transcriptId === transcriptId) ?? null;

/** Whether the actor may comment (M18.12): the owner, who has the view password, and any member while it is public. */
export function canComment(
  ctx: Acting,
  transcript: Pick<TranscriptRow, 'id' | 'ownerId' | 'visibility'>,
): boolean {
  if (isOwner(ctx, transcript) || viewerGrantFor(ctx, transcript.id)) return true;
  return transcript.visibility === 'PUBLIC' && ctx.actor.member !== null;
}
