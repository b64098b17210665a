import { v7 } from 'uuid';
import { balanceOf, chargeMinutes } from '../ledger/index.ts';
import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { later, minuteMs } from '../../platform/time/clock.ts';
import { LiveSessionEntity } from './live-session.entity.ts';
import { lockForWriting, lockTranscript } from './lock-transcript.ts';
import { minuteNumbers, startedMinutes } from './meter.rules.ts';
import { isOwner } from './transcript.access.ts';
import { TranscriptEntity } from './transcript.entity.ts';
import { InsufficientPoints, TranscriptNotLive } from './transcript.errors.ts';
import { recordChange } from './transcripts.service.ts';
import type { LiveSessionRow, TranscriptRow } from './transcript-states.rules.ts';

const sessionColumns =
  sql.raw(`l.id, l.transcript_id as "transcriptId", l.member_id as "memberId", l.started_at as "startedAt",
  l.first_segment_at as "firstSegmentAt", l.last_activity_at as "lastActivityAt", l.ended_at as "endedAt"`);

/**
 * Goes live; going live twice is the same. Whoever of the writers starts it, its owner's points pay. Throws NOT_FOUND,
 * and InsufficientPoints when the owner has less than one card point.
 */
export async function startLive(ctx: Context, transcriptId: string): Promise<TranscriptRow> {
  requireMember(ctx);
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockForWriting(ctx, unit, transcriptId);
    if (transcript.status === 'LIVE') return transcript;
    const { balance } = await balanceOf({ ...ctx, em: unit.em }, transcript.ownerId);
    if (balance < 1) throw new InsufficientPoints(balance, isOwner(ctx, transcript));
    const now = ctx.clock.now();
    await unit.em.insert(LiveSessionEntity, {
      id: v7(),
      transcriptId: transcript.id,
      memberId: transcript.ownerId,
      startedAt: now,
      lastActivityAt: now,
    });
    const live = {
      ...transcript,
      status: 'LIVE' as const,
      startedAt: transcript.startedAt ?? now,
      endedAt: null,
    };
    await unit.em.nativeUpdate(
      TranscriptEntity,
      { id: transcript.id },
      { status: 'LIVE', startedAt: live.startedAt, endedAt: null },
    );
    return recordChange(unit, live);
  });
}

/** What a session came to. */
export interface EndedLive {
  readonly transcript: TranscriptRow;
  readonly minutes: number;
  readonly pointsSpent: number;
}

/** Ends the live session and bills its last minute. Throws NOT_FOUND, TranscriptNotLive. */
export async function endLive(ctx: Context, transcriptId: string): Promise<EndedLive> {
  return unitOfWork(ctx, async (unit) => {
    const transcript = await lockForWriting(ctx, unit, transcriptId);
    const session = await openSession(unit, transcript.id);
    if (!session) throw new TranscriptNotLive();
    return finish(unit, { transcript, session, endedAt: ctx.clock.now() });
  });
}

interface Ending {
  readonly transcript: TranscriptRow;
  readonly session: LiveSessionRow;
  readonly endedAt: Date;
}

async function finish(unit: Unit, { transcript, session, endedAt }: Ending): Promise<EndedLive> {
  await billSession(unit, { session, title: transcript.title, until: endedAt });
  await unit.em.nativeUpdate(LiveSessionEntity, { id: session.id }, { endedAt });
  await unit.em.nativeUpdate(TranscriptEntity, { id: transcript.id }, { status: 'ENDED', endedAt });
  const ended = await recordChange(unit, { ...transcript, status: 'ENDED', endedAt });
  return { transcript: ended, ...(await usageOf(unit, session.id)) };
}

/** The running session of a transcript with what it cost so far, or null. */
export async function runningSession(
  ctx: Context,
  transcriptId: string,
): Promise<(LiveSessionRow & { readonly minutes: number; readonly pointsSpent: number }) | null> {
  const session = await openSession({ em: ctx.em }, transcriptId);
  return session && { ...session, ...(await usageOf(ctx, session.id)) };
}

interface Billing {
  readonly session: LiveSessionRow;
  readonly title: string;
  readonly until: Date;
}

/** Bills what has started since it was last looked at; each minute is billed once, whatever is retried. */
async function billSession(unit: Unit, { session, title, until }: Billing): Promise<void> {
  const started = startedMinutes({ firstSegmentAt: session.firstSegmentAt, until });
  const { minutes } = await usageOf(unit, session.id);
  if (started <= minutes) return;
  const { memberId, transcriptId, id: sessionId } = session;
  await chargeMinutes(unit, { memberId, transcriptId, sessionId, minutes: minuteNumbers(started), title });
}

/** What a session has cost so far. */
async function usageOf(
  { em }: Pick<Unit, 'em'>,
  sessionId: string,
): Promise<{ readonly minutes: number; readonly pointsSpent: number }> {
  const usage = await row(
    em,
    sql<{
      minutes: number;
      pointsSpent: number;
    }>`select count(*) as minutes, coalesce(sum(points), 0)::bigint as "pointsSpent"
      from billed_minutes where session_id = ${sessionId}`,
  );
  return usage ?? { minutes: 0, pointsSpent: 0 };
}

/**
 * Bills every running session up to its last sign of life, and ends those that were left alone for too long. A pause
 * is billed by whatever ends it: the next line, or the writer's own end.
 */
export async function runMeter(ctx: Context): Promise<void> {
  const running = await rows(
    ctx.em,
    sql<{
      transcriptId: string;
    }>`select transcript_id as "transcriptId" from live_sessions where ended_at is null`,
  );
  for (const { transcriptId } of running) {
    // One session in trouble must not stop the meter of the others.
    await meterOne(ctx, transcriptId).catch((error: unknown) =>
      ctx.log.error({ err: error, transcriptId }, 'a session could not be billed yet'),
    );
  }
}

async function meterOne(ctx: Context, transcriptId: string): Promise<void> {
  await unitOfWork(ctx, async (unit) => {
    const transcript = await lockTranscript(unit, transcriptId);
    const session = await openSession(unit, transcriptId);
    if (!transcript || !session) return;
    const now = ctx.clock.now();
    const isAbandoned = later(session.lastActivityAt, ctx.config.live.idleEndMinutes * minuteMs) < now;
    if (isAbandoned) await finish(unit, { transcript, session, endedAt: session.lastActivityAt });
    else await billSession(unit, { session, title: transcript.title, until: session.lastActivityAt });
  });
}

/** Ends a session whose transcript goes to the bin; in the caller's transaction, the transcript's row locked. */
export async function endForDeletion(ctx: Context, unit: Unit, transcript: TranscriptRow): Promise<void> {
  const session = await openSession(unit, transcript.id);
  if (session) await finish(unit, { transcript, session, endedAt: ctx.clock.now() });
}

const openSession = (unit: Pick<Unit, 'em'>, transcriptId: string): Promise<LiveSessionRow | null> =>
  row(
    unit.em,
    sql<LiveSessionRow>`select ${sessionColumns} from live_sessions l where l.transcript_id = ${transcriptId} and l.ended_at is null`,
  );
