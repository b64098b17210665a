import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LedgerBook, type PeerEntry } from '../../bench/peers/ledger.ts';

const bookOf = (amounts: readonly number[]): LedgerBook => {
  const book = new LedgerBook();
  for (const [i, amount] of amounts.entries()) book.add(entry(i + 1, amount));
  return book;
};

const entry = (id: number, amount: number): PeerEntry => ({
  id,
  memberId: 1 + (id % 2),
  amount,
  createdAt: new Date(id * 1_000),
});

const anyAmounts = fc.array(fc.integer({ min: -900, max: 1_100 }), { maxLength: 60 });

describe('the peers’ amounts as postings', () => {
  test('balance less debt is the sum of the amounts', () => {
    fc.assert(
      fc.property(anyAmounts, (amounts) => {
        const ofMembers = [...bookOf(amounts).accounts.values()].filter(({ memberId }) => memberId !== null);
        const sum = ofMembers.reduce((total, { balance }) => total + balance, 0);
        expect(sum).toBe(amounts.reduce((total, amount) => total + amount, 0));
      }),
    );
  });

  test('nothing but debt is ever below zero, and debt is never above it', () => {
    fc.assert(
      fc.property(anyAmounts, (amounts) => {
        const book = bookOf(amounts);
        for (const { accountId, balanceAfter } of book.entries) {
          const kind = book.accounts.get(accountId)?.kind;
          if (kind === 'CARD_POINTS') expect(balanceAfter).toBeGreaterThanOrEqual(0);
          if (kind === 'DEBT') expect(balanceAfter).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('every transaction balances, and a balance is what is left in its lots', () => {
    fc.assert(
      fc.property(anyAmounts, (amounts) => {
        const book = bookOf(amounts);
        const sums = new Map<string, number>();
        for (const { transactionId, amount } of book.entries)
          sums.set(transactionId, (sums.get(transactionId) ?? 0) + amount);
        expect([...sums.values()].every((sum) => sum === 0)).toBe(true);
        const points = [...book.accounts.values()].filter(({ kind }) => kind === 'CARD_POINTS');
        for (const { memberId, balance } of points) {
          const lots = book.lots.filter((lot) => lot.memberId === memberId);
          expect(lots.reduce((left, { remaining }) => left + remaining, 0)).toBe(balance);
        }
      }),
    );
  });
});
