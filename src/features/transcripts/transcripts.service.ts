import { v7 } from 'uuid';
import { defaultViewPasswordHash } from '../members/index.ts';
import { requireMember } from '../../platform/auth/actor.ts';
import { newReadableCode } from '../../platform/auth/tokens.ts';
import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkClientId, isId } from '../../platform/text/text.rules.ts';
import { lockOwn } from './lock-transcript.ts';
import { appendToLog } from './transcript-log.ts';
import { TranscriptEntity } from './transcript.entity.ts';
import { endAllGrants } from './end-grants.ts';
import { checkTitle, checkViewPassword } from './transcript.rules.ts';
import { transcriptColumns } from './transcripts.queries.ts';
import type { TranscriptRow, Visibility } from './transcript-states.rules.ts';

/** About 49 bits: nobody finds a room by guessing, and it is short enough to read aloud. */
const shareCodeLength = 10;
const generatedPasswordLength = 8;

export interface CreateTranscript {
  readonly id?: string | null;
  readonly title: string;
  readonly visibility: Visibility;
  readonly viewPassword?: string | null;
  readonly generateViewPassword?: boolean;
}

/** A transcript, and its view password when it was generated: it is known this once. */
export interface CreatedTranscript {
  readonly transcript: TranscriptRow;
  readonly viewPassword: string | null;
}

/** Makes a transcript. Without a view password of its own it takes the member's default. Throws InvalidInput. */
export async function createTranscript(ctx: Context, input: CreateTranscript): Promise<CreatedTranscript> {
  const transcript = await newTranscript(ctx, input);
  const known = await ownById(ctx, transcript.row.id);
  // The client made the id, so a retry finds what it made.
  if (known) return { transcript: known, viewPassword: null };
  await unitOfWork(ctx, (unit) => insertTranscript(unit, transcript.row));
  return { transcript: transcript.row, viewPassword: transcript.viewPassword };
}

/** A new transcript's row, not yet stored. Throws InvalidInput. */
export async function newTranscript(
  ctx: Context,
  input: CreateTranscript,
): Promise<{ readonly row: TranscriptRow; readonly viewPassword: string | null }> {
  const member = requireMember(ctx);
  const id = input.id == null ? v7() : checkClientId('id', input.id);
  const title = checkTitle(input.title);
  const generated = input.generateViewPassword ? newReadableCode(generatedPasswordLength) : null;
  const password = generated ?? (input.viewPassword == null ? null : checkViewPassword(input.viewPassword));
  const viewPasswordHash =
    password === null ? await defaultViewPasswordHash(ctx, member.id) : await ctx.hasher.hash(password);
  const now = ctx.clock.now();
  const counters = { lastSeq: 0, segmentCount: 0, characterCount: 0, commentCount: 0 };
  const times = { createdAt: now, updatedAt: now, startedAt: null, endedAt: null, deletedAt: null };
  const viewers = { viewersUntil: null, viewersEpoch: 0 };
  const settings = {
    title,
    visibility: input.visibility,
    status: 'READY' as const,
    shareCode: newReadableCode(shareCodeLength),
    viewPasswordHash,
  };
  const crew = { writerIds: [], organiserIds: [], leadWriterId: null };
  return {
    row: { id, ownerId: member.id, ...crew, ...settings, ...counters, ...times, ...viewers },
    viewPassword: generated,
  };
}

/** Stores a new transcript; throws InvalidInput when its id is somebody else's. */
export async function insertTranscript(unit: Unit, transcript: TranscriptRow): Promise<void> {
  const taken = await row(unit.em, sql`select 1 from transcripts where id = ${transcript.id}`);
  if (taken)
    throw new InvalidInput('id', {
      zh: '这个编号已被使用，请换一个。',
      en: 'This id is taken. Please make another.',
    });
  await unit.em.insert(TranscriptEntity, transcript);
}

async function ownById(ctx: Context, id: string): Promise<TranscriptRow | null> {
  return row(
    ctx.em,
    sql<TranscriptRow>`select ${transcriptColumns} from transcripts t where t.id = ${id} and t.owner_id = ${requireMember(ctx).id}`,
  );
}

/** Gives a transcript another title. Throws NOT_FOUND, InvalidInput. */
export async function renameTranscript(
  ctx: Context,
  transcriptId: string,
  title: string,
): Promise<TranscriptRow> {
  const checked = checkTitle(title);
  return change(ctx, transcriptId, { title: checked });
}

/** Makes a transcript private or public. Throws NOT_FOUND. */
export const setVisibility = (
  ctx: Context,
  transcriptId: string,
  visibility: Visibility,
): Promise<TranscriptRow> => change(ctx, transcriptId, { visibility });

async function change(
  ctx: Context,
  transcriptId: string,
  settings: Partial<Pick<TranscriptRow, 'title' | 'visibility'>>,
): Promise<TranscriptRow> {
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockOwn(ctx, unit, transcriptId);
    const changed = { ...transcript, ...settings };
    if (changed.title === transcript.title && changed.visibility === transcript.visibility) return transcript;
    await unit.em.nativeUpdate(TranscriptEntity, { id: transcript.id }, settings);
    if (settings.visibility) unit.announce({ name: 'transcriptAccess', id: transcript.id }, {});
    return recordChange(unit, changed);
  });
}

/** Writes a change of title, status or visibility into the log; returns the transcript as it is after it. */
export async function recordChange(unit: Unit, transcript: TranscriptRow): Promise<TranscriptRow> {
  const { id, title, status, visibility } = transcript;
  const { seq, createdAt } = await appendToLog(unit, {
    transcriptId: id,
    kind: 'TRANSCRIPT_CHANGED',
    subjectId: id,
    payload: { title, status, visibility },
  });
  return { ...transcript, lastSeq: seq, updatedAt: createdAt };
}

export interface ChangedViewPassword {
  readonly transcript: TranscriptRow;
  readonly viewersSignedOut: number;
  /** Only when it was generated. */
  readonly viewPassword: string | null;
}

/** Sets the view password and ends every grant that the old one gave. Throws NOT_FOUND, InvalidInput. */
export async function setViewPassword(
  ctx: Context,
  transcriptId: string,
  wanted: string | null,
): Promise<ChangedViewPassword> {
  const viewPassword = wanted === null ? newReadableCode(generatedPasswordLength) : checkViewPassword(wanted);
  // Before the work of hashing: whose transcript it is.
  if (!isId(transcriptId) || !(await ownById(ctx, transcriptId))) throw notFound();
  const viewPasswordHash = await ctx.hasher.hash(viewPassword);
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockOwn(ctx, unit, transcriptId);
    await unit.em.nativeUpdate(TranscriptEntity, { id: transcript.id }, { viewPasswordHash });
    const { endedCount, viewersEpoch } = await endAllGrants(unit, transcript.id, {
      now: ctx.clock.now(),
      because: 'PASSWORD_CHANGED',
    });
    return {
      transcript: { ...transcript, viewPasswordHash, viewersEpoch },
      viewersSignedOut: endedCount,
      viewPassword: wanted === null ? viewPassword : null,
    };
  });
}
