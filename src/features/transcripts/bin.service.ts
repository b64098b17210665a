import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { AppError, notFound } from '../../platform/errors/app-error.ts';
import { inLocale } from '../../platform/text/text.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { dayMs, later } from '../../platform/time/clock.ts';
import { endForDeletion } from './live-sessions.service.ts';
import { lockTranscript } from './lock-transcript.ts';
import { isOwner } from './transcript.access.ts';
import { TranscriptEntity } from './transcript.entity.ts';
import { checkBatch } from './transcript.rules.ts';
import type { TranscriptRow } from './transcript-states.rules.ts';

/** What became of a batch, item by item. */
export interface BatchOutcome {
  readonly done: readonly string[];
  readonly failures: readonly { readonly id: string; readonly message: string }[];
}

/** Puts transcripts into the bin (M18.8); a live one is ended and billed first. Throws InvalidInput. */
export const deleteTranscripts = (ctx: Context, ids: readonly string[]): Promise<BatchOutcome> =>
  eachOwn(ctx, ids, async (unit, transcript) => {
    if (transcript.deletedAt) return;
    await endForDeletion(ctx, unit, transcript);
    await unit.em.nativeUpdate(TranscriptEntity, { id: transcript.id }, { deletedAt: ctx.clock.now() });
    unit.announce({ name: 'transcriptAccess', id: transcript.id }, {});
  });

/** Takes transcripts back out of the bin. Throws InvalidInput. */
export const restoreTranscripts = (ctx: Context, ids: readonly string[]): Promise<BatchOutcome> =>
  eachOwn(ctx, ids, async (unit, transcript) => {
    if (transcript.deletedAt)
      await unit.em.nativeUpdate(TranscriptEntity, { id: transcript.id }, { deletedAt: null });
  });

/** Deletes for ever what is in the bin, and nothing else. Throws InvalidInput. */
export const purgeTranscripts = (ctx: Context, ids: readonly string[]): Promise<BatchOutcome> =>
  eachOwn(ctx, ids, async (unit, transcript) => {
    if (!transcript.deletedAt) throw notInBin();
    await unit.em.nativeDelete(TranscriptEntity, { id: transcript.id });
  });

/** Deletes for ever what has been in the bin for longer than it keeps things. */
export async function emptyBins(ctx: Context): Promise<void> {
  const before = later(ctx.clock.now(), -ctx.config.binDays * dayMs);
  await unitOfWork(ctx, (unit) => rows(unit.em, sql`delete from transcripts where deleted_at < ${before}`));
}

const notInBin = (): AppError =>
  new AppError('BAD_INPUT', {
    zh: '只有回收站里的速录可以永久删除。',
    en: 'Only what is in the bin can be deleted for ever.',
  });

type ItemWork = (unit: Unit, transcript: TranscriptRow) => Promise<void>;

/** Each item in a transaction of its own: one that fails takes no other with it. */
async function eachOwn(ctx: Context, ids: readonly string[], work: ItemWork): Promise<BatchOutcome> {
  requireMember(ctx);
  const done: string[] = [];
  const failures: { id: string; message: string }[] = [];
  for (const id of checkBatch(ids)) {
    try {
      await unitOfWork(ctx, async (unit) => {
        const transcript = isId(id) ? await lockTranscript(unit, id) : null;
        if (!transcript || !isOwner(ctx, transcript)) throw notFound();
        await work(unit, transcript);
      });
      done.push(id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push({ id, message: inLocale(error.text, ctx.locale) });
    }
  }
  return { done, failures };
}
