import type { Actor } from '../../platform/auth/actor.ts';
import { isOpen } from './order.rules.ts';
import type { OrderRow } from './order.entity.ts';

const isStaff = (actor: Actor): boolean => actor.member?.role === 'OPERATOR';

/** An order is its buyer's and staff's; for everybody else it is not there. */
export const maySeeOrder = (actor: Actor, order: Pick<OrderRow, 'memberId'>): boolean =>
  isStaff(actor) || actor.member?.id === order.memberId;

/** Who bought is for staff. */
export const maySeeBuyer = (actor: Actor): boolean => isStaff(actor);

/** A buyer cancels what they have not reported as paid; staff cancel whatever is open, as when no money comes. */
export const mayCancel = (actor: Actor, order: Pick<OrderRow, 'status'>): boolean =>
  isStaff(actor) ? isOpen(order.status) : order.status === 'AWAITING_PAYMENT';
