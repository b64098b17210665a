import type { ThrottleRule } from '../../platform/auth/throttles.ts';
import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { memberIdByUsername } from '../members/index.ts';
import {
  lockOwn,
  lockAsCrew,
  recordChange,
  TranscriptEntity,
  writerKeyOf,
  type TranscriptRow,
} from '../transcripts/index.ts';
import { CrewFull, NoSuchMember } from './crew.errors.ts';
import { without, withMember, type CrewIds, type InvitedRole } from './crew.rules.ts';

/** Somebody whom the owner wants to work with. */
export interface InviteToCrew {
  readonly transcriptId: string;
  readonly username: string;
  readonly role: InvitedRole;
}

/** A wrong name tells that nobody has it: nobody tries a list of names by this. A right one gives the attempt back. */
const invitations: ThrottleRule = { name: 'crew-invitation', points: 30, seconds: 60 * 60 };

/**
 * Lets somebody work on the owner's transcript, or gives them the other part. Throws NOT_FOUND, NoSuchMember, CrewFull,
 * TooManyAttempts, InvalidInput for the owner themselves.
 */
export async function inviteToCrew(ctx: Context, input: InviteToCrew): Promise<TranscriptRow> {
  const owner = requireMember(ctx);
  const waitSeconds = await ctx.throttles.take(invitations, owner.id);
  if (waitSeconds > 0) throw new TooManyAttempts(waitSeconds);
  const transcript = await invite(ctx, owner.id, input);
  await ctx.throttles.giveBack(invitations, owner.id);
  return transcript;
}

const invite = (ctx: Context, ownerId: string, input: InviteToCrew): Promise<TranscriptRow> =>
  unitOfWork(ctx, async (unit) => {
    const transcript = await lockOwn(ctx, unit, input.transcriptId);
    const memberId = await memberIdByUsername(unit, input.username);
    if (!memberId) throw new NoSuchMember();
    if (memberId === ownerId) throw ownersAlready();
    const crew = withMember(transcript, memberId, input.role);
    if (!crew) throw new CrewFull();
    return change(unit, transcript, crew);
  });

const ownersAlready = (): InvalidInput =>
  new InvalidInput('username', {
    zh: '这是你自己的速录，无需邀请自己。',
    en: 'This transcript is yours already.',
  });

/** Ends somebody's work on the owner's transcript, at once; twice is the same. Throws NOT_FOUND. */
export const removeFromCrew = (
  ctx: Context,
  { transcriptId, memberId }: { readonly transcriptId: string; readonly memberId: string },
): Promise<TranscriptRow> =>
  unitOfWork(ctx, async (unit) => {
    const transcript = await lockOwn(ctx, unit, transcriptId);
    return change(unit, transcript, without(transcript, memberId.toLowerCase()));
  });

/** Ends the actor's own work on somebody's transcript. Throws NOT_FOUND when they do not work on it. */
export async function leaveCrew(ctx: Context, transcriptId: string): Promise<string> {
  const { id: memberId } = requireMember(ctx);
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockAsCrew(ctx, unit, transcriptId);
    const crew = without(transcript, memberId);
    const wasIn = [...transcript.writerIds, ...transcript.organiserIds].includes(memberId);
    if (!wasIn) throw notFound();
    await change(unit, transcript, crew);
    return transcript.id;
  });
}

/** Writes the crew into the row; who may do what is decided by it from the commit on, and whoever follows is looked at. */
async function change(
  unit: Unit,
  transcript: TranscriptRow,
  { writerIds, organiserIds, leadWriterId }: Omit<CrewIds, 'ownerId'>,
): Promise<TranscriptRow> {
  const crew = { writerIds, organiserIds, leadWriterId };
  if (isSame(transcript, crew)) return transcript;
  await unit.em.nativeUpdate(TranscriptEntity, { id: transcript.id }, crew);
  unit.announce({ name: 'transcriptAccess', id: transcript.id }, {});
  unit.announce({ name: 'crewPassing', id: transcript.id }, { kind: 'CHANGED' });
  for (const id of transcript.writerIds) if (!writerIds.includes(id)) endDraft(unit, transcript.id, id);
  const changed = { ...transcript, ...crew };
  // Readers are told who has the lead, and of nothing else of the crew.
  return leadWriterId === transcript.leadWriterId ? changed : recordChange(unit, changed);
}

/** Takes the line of one who writes no more off the readers' screens: they cannot do so themselves from now on. */
const endDraft = (unit: Unit, transcriptId: string, memberId: string): void => {
  const writer = { writerKey: writerKeyOf(transcriptId, memberId), isOwner: false, writerName: '' };
  unit.announce({ name: 'transcriptDraft', id: transcriptId }, { ...writer, text: '', speaker: null });
};

const isSame = (one: Omit<CrewIds, 'ownerId'>, other: Omit<CrewIds, 'ownerId'>): boolean =>
  one.leadWriterId === other.leadWriterId &&
  one.writerIds.join() === other.writerIds.join() &&
  one.organiserIds.join() === other.organiserIds.join();
