import { source } from '../../platform/reading/source.ts';
import type { Balance } from './accounts.rules.ts';

/** What a member has and owes, and who they are. */
export interface CardBalance extends Balance {
  readonly memberId: string;
}

/** Where card points are read from: a view with one row for every member. */
export const cardBalances = source<CardBalance>('card_balances', {
  memberId: '@.member_id',
  balance: '@.balance',
  debt: '@.debt',
});
