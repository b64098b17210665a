import { v7 } from 'uuid';
import type { EntityManager } from '@mikro-orm/postgresql';
import { requireOperator } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import type { JobTurn } from '../../platform/jobs/job-turn.ts';
import type { OrderedJob } from '../../platform/jobs/ordered.ts';
import { dayOf, type Day } from '../../platform/time/programme-day.rules.ts';
import { configOn, programmeConfigAt } from '../programme/index.ts';
import { decideAll, decideTier } from './decisions.service.ts';
import { openRun, runOf, type RunRow } from './tier-runs.queries.ts';
import { memberIdsAfter } from './tiers.queries.ts';

/** Members that are decided about in one transaction. */
const batchMax = 1_000;

/** A run that was asked for, done to its end; whoever takes it up again goes on where it was left. */
export const askedRun: OrderedJob<{ readonly runId: string }> = {
  name: 'tier run',
  title: { zh: '评定全部会员（人工发起）', en: 'Decide about all members, as asked' },
  run: (ctx, { runId }, turn) => finishRun(ctx, runId, turn),
};

/** An operator asks for a run now; while one is under way it is that one. Throws FORBIDDEN. */
export async function runTiers(ctx: Context): Promise<RunRow> {
  const staff = requireOperator(ctx);
  return await unitOfWork(ctx, async (unit) => {
    const run = await begin(unit, staff.id);
    await unit.enqueue(askedRun, { runId: run.id });
    return run;
  });
}

/** Begins a run over all members by the rules in force; while one is under way it is that one. */
export async function beginRun(ctx: Context): Promise<RunRow> {
  return await unitOfWork(ctx, (unit) => begin(unit, null));
}

async function begin({ em }: Unit, startedBy: string | null): Promise<RunRow> {
  const now = await databaseNow(em);
  const { version } = await configOn(em, now);
  await row(
    em,
    sql`insert into tier_runs (id, config_version, as_of, total, done, changed, started_at, moved_at, started_by)
      select ${v7()}::uuid, ${version}::int, ${dayOf(now)}::date, count(*), 0, 0, ${now}::timestamptz, ${now}::timestamptz,
        ${startedBy}::uuid from members
      on conflict ((true)) where finished_at is null do nothing`,
  );
  const open = await openRun(em);
  if (!open) throw new Error('A run that was just begun is not there.');
  return open;
}

/**
 * Goes through a run and tells how far it is. When the house stops it throws between two batches, so that its job does
 * not count as done and is taken up again, by whoever runs next.
 */
export async function finishRun(ctx: Context, runId: string, turn?: JobTurn): Promise<void> {
  for (;;) {
    const { done, total, finishedAt } = await continueRun(ctx, runId);
    await turn?.progress(done, total);
    if (finishedAt) return;
    if (turn?.signal.aborted)
      throw new Error(`Run ${runId} is left at ${done} of ${total}: the house stops.`);
  }
}

/** The clock that all nodes share: one whose own is wrong begins no run of another day. */
async function databaseNow(em: EntityManager): Promise<Date> {
  const found = await row(em, sql<{ now: Date }>`select ledger_now() as now`);
  if (!found) throw new Error('The database does not tell the time.');
  return new Date(found.now);
}

/** Begins the run of a day (Asia/Shanghai) unless that day has had one; null when nothing is to be done. */
export async function runOfTheDay(ctx: Context): Promise<RunRow | null> {
  const open = await openRun(ctx.em);
  if (open) return open;
  const today: Day = dayOf(await databaseNow(ctx.em));
  const had = await row(ctx.em, sql`select 1 from tier_runs where as_of = ${today}::date limit 1`);
  return had ? null : await beginRun(ctx);
}

/**
 * Decides about the next members of a run, and says where the run stands then. What was done and the place that was
 * reached are one transaction: a run that was killed goes on where it was. Nobody else may run the same one.
 */
export async function continueRun(ctx: Context, runId: string): Promise<RunRow> {
  const { run, overtaken } = await unitOfWork(ctx, async (unit) => {
    const { em } = unit;
    const standing = await runOf(em, runId, { isLocked: true });
    if (!standing || standing.finishedAt) return { run: standing, overtaken: [] };
    const memberIds = await memberIdsAfter(em, { after: standing.lastMemberId, limit: batchMax });
    const config = await programmeConfigAt({ em }, standing.configVersion);
    if (!config) throw new Error(`The rules of version ${standing.configVersion} are not there.`);
    const now = ctx.clock.now();
    const decided = await decideAll(unit, { config, asOf: standing.asOf, now }, memberIds);
    const isOver = memberIds.length < batchMax;
    await row(
      em,
      sql`update tier_runs set done = done + ${memberIds.length}, changed = changed + ${decided.count},
        last_member_id = coalesce(${memberIds.at(-1) ?? null}::uuid, last_member_id), moved_at = ${now},
        finished_at = case when ${isOver} then ${now}::timestamptz end where id = ${runId}`,
    );
    return { run: await runOf(em, runId), overtaken: decided.overtaken };
  });
  for (const memberId of overtaken) await decideTier(ctx, memberId);
  if (!run) throw new Error(`There is no run ${runId}.`);
  return run;
}
