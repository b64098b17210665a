import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { newKey, orderPoints, starterPlanId } from './shop.ts';
import type { Wire } from '../support/wire.ts';

const off = await startWorld({ env: { BANK_TRANSFER: 'off' } });
const told = await startWorld({ env: { BANK_TRANSFER_INSTRUCTIONS: 'Bank of Testing 6222 0000' } });
const wish = (): object => ({
  planId: starterPlanId,
  paymentMethod: 'BANK_TRANSFER',
  idempotencyKey: newKey(),
});

describe('a payment provider that is not configured', () => {
  test('is not shown, and orders that name it are refused', async () => {
    const buyer = await off.member();
    expect(await buyer.data(`{ paymentOptions { method } }`)).toEqual({ paymentOptions: [] });
    expect((await orderPoints(buyer, wish())).__typename).toBe('PaymentMethodUnavailable');
  });
});

describe('the operator’s own words for a bank transfer', () => {
  test('are shown before and after ordering', async () => {
    const buyer = await told.member();
    const { paymentOptions } = await buyer.data<Wire>(`{ paymentOptions { instructions } }`);
    expect(paymentOptions[0].instructions).toBe('Bank of Testing 6222 0000');
    expect((await orderPoints(buyer, wish())).order.instructions).toMatch(/^Bank of Testing 6222 0000\n/);
  });
});
