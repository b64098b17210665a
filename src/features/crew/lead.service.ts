import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import {
  isOwner,
  lockForWriting,
  recordChange,
  TranscriptEntity,
  type TranscriptRow,
} from '../transcripts/index.ts';
import { leadOf } from './crew.rules.ts';

/**
 * Gives the lead to another of those who write. The lead and the owner may. Throws NOT_FOUND, also for a
 * second writer, whose it is to take and not to give; InvalidInput when the other one does not write.
 */
export const handOver = (
  ctx: Context,
  { transcriptId, toMemberId }: { readonly transcriptId: string; readonly toMemberId: string },
): Promise<TranscriptRow> =>
  unitOfWork(ctx, async (unit) => {
    const transcript = await lockForWriting(ctx, unit, transcriptId);
    const mayGive = isOwner(ctx, transcript) || leadOf(transcript) === requireMember(ctx).id;
    if (!mayGive) throw notFound();
    const memberId = toMemberId.toLowerCase();
    const isWriter = memberId === transcript.ownerId || transcript.writerIds.includes(memberId);
    if (!isWriter) throw notAWriter();
    return giveLead(unit, transcript, memberId);
  });

const notAWriter = (): InvalidInput =>
  new InvalidInput('toMemberId', {
    zh: '主打只能交给这份速录的速录员或主人。',
    en: 'The lead can go to a writer of this transcript or to its owner.',
  });

/** Takes the lead, as a writer does at a relay; whoever had it is told at once. Throws NOT_FOUND. */
export const takeLead = (ctx: Context, transcriptId: string): Promise<TranscriptRow> =>
  unitOfWork(ctx, async (unit) =>
    giveLead(unit, await lockForWriting(ctx, unit, transcriptId), requireMember(ctx).id),
  );

/** Durable, and numbered in the transcript's log: readers see who has the lead, too. */
async function giveLead(unit: Unit, transcript: TranscriptRow, memberId: string): Promise<TranscriptRow> {
  const leadWriterId = memberId === transcript.ownerId ? null : memberId;
  if (leadWriterId === transcript.leadWriterId) return transcript;
  await unit.em.nativeUpdate(TranscriptEntity, { id: transcript.id }, { leadWriterId });
  unit.announce({ name: 'crewPassing', id: transcript.id }, { kind: 'CHANGED' });
  return recordChange(unit, { ...transcript, leadWriterId });
}
