import type { Context } from '../../platform/context.ts';
import { memberNames } from '../members/index.ts';
import type { TranscriptRow } from '../transcripts/index.ts';
import { leadOf, rolesIn, type CrewRole } from './crew.rules.ts';

/** Somebody of a crew as the others see them. */
export interface CrewPerson {
  readonly memberId: string;
  readonly displayName: string;
  readonly role: CrewRole;
  readonly isLead: boolean;
}

/** Everybody who works on these transcripts, the owner first; for batched(). One statement. */
export async function crewsOf(
  ctx: Context,
  transcripts: readonly TranscriptRow[],
): Promise<readonly (readonly CrewPerson[])[]> {
  const ids = [...new Set(transcripts.flatMap((crew) => rolesIn(crew).map(({ memberId }) => memberId)))];
  const found = await memberNames(ctx, ids);
  const names = new Map(ids.map((id, i) => [id, found[i] ?? '']));
  return transcripts.map((transcript) =>
    rolesIn(transcript).map(({ memberId, role }) => ({
      memberId,
      role,
      displayName: names.get(memberId) ?? '',
      isLead: memberId === leadOf(transcript),
    })),
  );
}
