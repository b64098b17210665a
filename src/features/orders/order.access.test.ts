import { describe, expect, test } from '@jest/globals';
import { nobody, type Actor } from '../../platform/auth/actor.ts';
import { mayCancel, maySeeBuyer, maySeeOrder } from './order.access.ts';

const actor = (id: string, role: 'MEMBER' | 'OPERATOR'): Actor => ({
  member: { id, role, sessionId: 's' },
  grants: [],
});
const buyer = actor('buyer', 'MEMBER');
const other = actor('other', 'MEMBER');
const staff = actor('staff', 'OPERATOR');
const order = { memberId: 'buyer' };

describe('who may do what with an order', () => {
  test('its buyer and staff see it, nobody else', () => {
    expect([buyer, staff, other, nobody].map((who) => maySeeOrder(who, order))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('only staff see who bought', () => {
    expect([staff, buyer, nobody].map(maySeeBuyer)).toEqual([true, false, false]);
  });

  test('its buyer cancels it until the payment is reported, staff until it is closed', () => {
    const statuses = ['AWAITING_PAYMENT', 'AWAITING_CONFIRMATION', 'COMPLETED', 'CANCELLED'] as const;
    expect(statuses.map((status) => mayCancel(buyer, { status }))).toEqual([true, false, false, false]);
    expect(statuses.map((status) => mayCancel(staff, { status }))).toEqual([true, true, false, false]);
  });
});
