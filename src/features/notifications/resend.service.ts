import { requireOperator } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { findDelivery, type DeliveryRow } from './deliveries.queries.ts';
import { resendable } from './notification.rules.ts';
import { deliverNotification } from './notifications.job.ts';

/**
 * Has something sent that did not go out, or perhaps did not. What was sent, or is on its way, stays as it is.
 * Operators only; throws NOT_FOUND.
 */
export async function resend(ctx: Context, deliveryId: string): Promise<DeliveryRow> {
  requireOperator(ctx);
  if (!isId(deliveryId)) throw notFound();
  await unitOfWork(ctx, async (unit) => {
    const queued = await rows(
      unit.em,
      sql`update notification_deliveries set state = 'QUEUED', attempts = 0, last_error = null, due_at = null
        where id = ${deliveryId} and state = any(${[...resendable]}::text[]) returning id`,
    );
    if (queued.length > 0) await unit.enqueue(deliverNotification, { deliveryId });
  });
  const delivery = await findDelivery(ctx, deliveryId);
  if (!delivery) throw notFound();
  return delivery;
}
