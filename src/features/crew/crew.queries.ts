import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { memberNames } from '../members/index.ts';
import { writerKeyOf, type TranscriptRow } from '../transcripts/index.ts';
import { leadOf, rolesIn, type CrewRole } from './crew.rules.ts';
import { presenceExpiresMs, type Presence } from './presence.rules.ts';

/** Somebody of a crew as the others see them. */
export interface CrewPerson {
  readonly memberId: string;
  readonly writerKey: string;
  readonly displayName: string;
  readonly role: CrewRole;
  readonly isLead: boolean;
  /** What they are doing; null for whoever is not here. */
  readonly presence: Presence | null;
}

/** Everybody who works on these transcripts, the owner first; for batched(). Two statements. */
export async function crewsOf(
  ctx: Context,
  transcripts: readonly TranscriptRow[],
): Promise<readonly (readonly CrewPerson[])[]> {
  const ids = [...new Set(transcripts.flatMap((crew) => rolesIn(crew).map(({ memberId }) => memberId)))];
  const [found, presences] = await Promise.all([memberNames(ctx, ids), presencesIn(ctx, transcripts)]);
  const names = new Map(ids.map((id, i) => [id, found[i] ?? '']));
  return transcripts.map((transcript) =>
    rolesIn(transcript).map(({ memberId, role }) => ({
      memberId,
      role,
      writerKey: writerKeyOf(transcript.id, memberId),
      displayName: names.get(memberId) ?? '',
      isLead: memberId === leadOf(transcript),
      presence: presences.get(`${transcript.id} ${memberId}`) ?? null,
    })),
  );
}

/** What those who are here now are doing, by transcript and member. */
async function presencesIn(
  ctx: Context,
  transcripts: readonly TranscriptRow[],
): Promise<ReadonlyMap<string, Presence>> {
  const since = new Date(ctx.clock.now().getTime() - presenceExpiresMs);
  const found = await rows(
    ctx.em,
    sql<Presence & { transcriptId: string; memberId: string }>`select transcript_id as "transcriptId",
        member_id as "memberId", activity, segment_id as "segmentId", seen_at as "seenAt"
      from crew_presence where transcript_id = any(${transcripts.map(({ id }) => id)}::uuid[])
        and activity <> 'AWAY' and seen_at > ${since}`,
  );
  return new Map(found.map(({ transcriptId, memberId, ...now }) => [`${transcriptId} ${memberId}`, now]));
}
