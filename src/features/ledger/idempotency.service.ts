import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import type { Context } from '../../platform/context.ts';
import { IdempotencyConflict } from '../../platform/graphql/user-error.ts';
import { checkIdempotencyKey } from './idempotency-key.rules.ts';
import { requestHash } from './request-hash.ts';

/** A request that is to be done once, however often it arrives. */
export interface KeyedRequest {
  /** Whose key it is: another actor's equal key is another key. */
  readonly actor: string;
  readonly key: string;
  /** What is asked for, with the operation's name; build it with fixed key order. */
  readonly request: { readonly operation: string } & Readonly<Record<string, string | number | null>>;
}

/** An answer, and whether it was given before. */
export interface Answered<Answer> {
  readonly answer: Answer;
  readonly isReplay: boolean;
}

/**
 * Does a request once and keeps its answer, in one unit of work; a repetition gets the kept answer (I7, I8). An
 * answer that says no is kept too, so an act that refuses returns that and has written nothing; what it throws
 * undoes everything and frees the key. Throws InvalidInput for a key outside its rule, and IdempotencyConflict when
 * the key stands for another request. Equal requests at the same time wait for the first.
 */
export async function answerOnce<Answer extends object>(
  ctx: Context,
  keyed: KeyedRequest,
  act: (unit: Unit) => Promise<Answer>,
): Promise<Answered<Answer>> {
  checkIdempotencyKey(keyed.key);
  const hash = requestHash(keyed.request);
  return await unitOfWork(ctx, async (unit) => {
    if (!(await takeKey(unit, keyed, hash))) {
      return { answer: await keptAnswer<Answer>(unit, keyed, hash), isReplay: true };
    }
    const answer = await act(unit);
    await rows(
      unit.em,
      sql`update idempotent_requests set response = ${JSON.stringify(answer)}::jsonb
        where actor = ${keyed.actor} and idempotency_key = ${keyed.key}`,
    );
    return { answer, isReplay: false };
  });
}

/** Waits while an equal request is under way; true when the key is ours to answer. */
async function takeKey(unit: Unit, { actor, key }: KeyedRequest, hash: Buffer): Promise<boolean> {
  const taken = await row(
    unit.em,
    sql`insert into idempotent_requests (actor, idempotency_key, request_hash) values (${actor}, ${key}, ${hash})
      on conflict (actor, idempotency_key) do nothing returning 1`,
  );
  return taken !== null;
}

async function keptAnswer<Answer>(unit: Unit, { actor, key }: KeyedRequest, hash: Buffer): Promise<Answer> {
  const kept = await row(
    unit.em,
    sql<{ hash: Buffer; response: Answer }>`select request_hash as hash, response from idempotent_requests
      where actor = ${actor} and idempotency_key = ${key}`,
  );
  if (!kept?.hash.equals(hash)) throw new IdempotencyConflict();
  return kept.response;
}
