import type { Context } from '../../platform/context.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import type { DomainEvents } from '../../platform/events/outbox.ts';
import { programmeConfig, rankOf, tierName } from '../programme/index.ts';
import { notify, type Notice } from './notify.service.ts';
import type { TemplateName } from './notification-templates.rules.ts';

/** An order whose money was confirmed. */
export const tellOfOrder = (
  ctx: Context,
  { orderId, memberId, points }: DomainEvents['orderCompleted'],
): Promise<void> =>
  tell(ctx, {
    memberId,
    template: 'ORDER_COMPLETED',
    values: { orderId, points },
    dedupeKey: `order:${orderId}`,
  });

/** A level that changed, up or down. Hearing it twice tells it once. */
export async function tellOfTier(
  ctx: Context,
  { memberId, decisionId, before, after }: DomainEvents['tierChanged'],
): Promise<void> {
  const { rules } = await programmeConfig(ctx);
  await tell(ctx, {
    memberId,
    template: 'TIER_CHANGED',
    values: {
      before: tierName(rules, before),
      after: tierName(rules, after),
      isUp: rankOf(after) > rankOf(before),
    },
    dedupeKey: `tier:${decisionId}`,
  });
}

/** A level that is lost after a day unless something is done. */
export async function tellOfRisk(
  ctx: Context,
  { memberId, decisionId, tier, until }: DomainEvents['tierAtRisk'],
): Promise<void> {
  const { rules } = await programmeConfig(ctx);
  await tell(ctx, {
    memberId,
    template: 'TIER_AT_RISK',
    values: { tier: tierName(rules, tier), until },
    dedupeKey: `tier-at-risk:${decisionId}`,
  });
}

async function tell<Name extends TemplateName>(ctx: Context, notice: Notice<Name>): Promise<void> {
  await unitOfWork(ctx, (unit) => notify(unit, notice));
}
