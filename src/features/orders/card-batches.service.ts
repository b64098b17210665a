import { v7 } from 'uuid';
import { requireOperator } from '../../platform/auth/actor.ts';
import { hashToken, newReadableCode } from '../../platform/auth/tokens.ts';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { answerOnce } from '../ledger/index.ts';
import { CardBatchEntity } from './card-batch.entity.ts';
import { findBatch, type CardBatchRow } from './card-batches.queries.ts';
import { CardBatchAlreadyCreated } from './card.errors.ts';
import { checkBatch, codeLength, shownCode } from './card.rules.ts';

export interface CreateBatch {
  readonly count: number;
  readonly points: number;
  readonly note?: string | null;
  readonly idempotencyKey: string;
}

export interface CreatedBatch {
  readonly batch: CardBatchRow;
  readonly codes: readonly string[];
}

/**
 * Makes top-up cards and hands their codes out, this once: only hashes are kept. Throws FORBIDDEN, InvalidInput,
 * IdempotencyConflict, and CardBatchAlreadyCreated where the key made its batch before.
 */
export async function createCardBatch(
  ctx: Context,
  { idempotencyKey, ...given }: CreateBatch,
): Promise<CreatedBatch> {
  const staff = requireOperator(ctx);
  const { count, points, note } = checkBatch({ ...given, note: given.note ?? '' });
  const codes = Array.from({ length: count }, () => newReadableCode(codeLength));
  const request = { operation: 'createCardBatch', count, points, note };
  const { answer, isReplay } = await answerOnce(
    ctx,
    { actor: staff.id, key: idempotencyKey, request },
    async (unit) => {
      const batchId = v7();
      await unit.em.insert(CardBatchEntity, {
        id: batchId,
        count,
        points,
        note,
        createdBy: staff.id,
        createdAt: ctx.clock.now(),
      });
      await insertCards(unit, { batchId, points, codes });
      return { batchId };
    },
  );
  const batch = await batchOf(ctx, answer.batchId);
  if (isReplay) throw new CardBatchAlreadyCreated(batch);
  return { batch, codes: codes.map(shownCode) };
}

async function insertCards(
  unit: Unit,
  {
    batchId,
    points,
    codes,
  }: { readonly batchId: string; readonly points: number; readonly codes: readonly string[] },
): Promise<void> {
  await rows(
    unit.em,
    sql`insert into top_up_cards (id, batch_id, code_hash, points)
      select card.id, ${batchId}, card.hash, ${points}
      from unnest(${codes.map(() => v7())}::uuid[], ${codes.map(hashToken)}::bytea[]) as card (id, hash)`,
  );
}

async function batchOf(ctx: Pick<Context, 'em'>, batchId: string): Promise<CardBatchRow> {
  const batch = await findBatch(ctx, batchId);
  if (!batch) throw notFound();
  return batch;
}

/** Voids the unused cards of a batch; a redeemed one keeps its points. Again is the same. Throws FORBIDDEN, NOT_FOUND. */
export async function voidCardBatch(
  ctx: Context,
  batchId: string,
): Promise<{ readonly batch: CardBatchRow; readonly voidedCount: number }> {
  requireOperator(ctx);
  if (!isId(batchId)) throw notFound();
  return await unitOfWork(ctx, async (unit) => {
    const now = ctx.clock.now();
    await rows(
      unit.em,
      sql`update card_batches set voided_at = ${now} where id = ${batchId} and voided_at is null`,
    );
    // A card that is being redeemed at this moment is waited for, and then left as it is.
    const voided = await rows(
      unit.em,
      sql`update top_up_cards set voided_at = ${now}
        where batch_id = ${batchId} and redeemed_at is null and voided_at is null returning 1`,
    );
    return { batch: await batchOf({ em: unit.em }, batchId), voidedCount: voided.length };
  });
}
