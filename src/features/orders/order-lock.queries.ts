import type { Unit } from '../../platform/database/unit-of-work.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { orderColumns, type OrderRow } from './orders.queries.ts';

/** The order, locked until the unit of work ends; null when it is not there. Locked before any coupon or account. */
export async function lockOrder(unit: Unit, orderId: string): Promise<OrderRow | null> {
  if (!isId(orderId)) return null;
  return await row(
    unit.em,
    sql<OrderRow>`select ${orderColumns} from orders o where o.id = ${orderId} for update`,
  );
}
