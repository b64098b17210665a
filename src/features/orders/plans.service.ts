import { v7 } from 'uuid';
import { requireOperator } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkPlan, plansMax } from './order.rules.ts';
import { findPlan } from './orders.queries.ts';
import { PointPlanEntity, type PointPlanRow } from './point-plan.entity.ts';

export interface SavePlan {
  readonly id?: string | null;
  readonly name: string;
  readonly points: number;
  readonly priceFen: number;
  readonly isOnSale: boolean;
}

/** Makes or changes a plan; orders keep what they were sold as. Throws FORBIDDEN, NOT_FOUND, InvalidInput. */
export async function savePlan(ctx: Context, { id, ...plan }: SavePlan): Promise<PointPlanRow> {
  requireOperator(ctx);
  checkPlan(plan);
  return await unitOfWork(ctx, async (unit) => {
    const saved = id == null ? null : await findPlan({ em: unit.em }, id);
    if (id != null && !saved) throw notFound();
    if (saved) {
      await unit.em.nativeUpdate(PointPlanEntity, { id: saved.id }, plan);
      return { ...saved, ...plan };
    }
    await refuseTooMany(unit);
    const made = { id: v7(), ...plan, createdAt: ctx.clock.now() };
    await unit.em.insert(PointPlanEntity, made);
    return made;
  });
}

async function refuseTooMany(unit: Unit): Promise<void> {
  const counted = await row(unit.em, sql<{ count: number }>`select count(*) as count from point_plans`);
  if ((counted?.count ?? 0) < plansMax) return;
  throw new InvalidInput(
    'id',
    {
      zh: `方案最多 ${plansMax} 个，请修改已有的方案。`,
      en: `There can be at most ${plansMax} plans. Please change one that there is.`,
    },
    plansMax,
  );
}
