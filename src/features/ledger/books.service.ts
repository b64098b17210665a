import { v7 } from 'uuid';
import { rows, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import {
  spendable,
  standingAccounts,
  type Balance,
  type Currency,
  type MemberAccountKind,
  type RewardBalance,
} from './accounts.rules.ts';

export interface LockedAccount {
  readonly id: string;
  readonly balance: number;
}

/** A member's accounts in one currency, locked until the unit of work ends. */
export interface Book {
  readonly memberId: string;
  readonly currency: Currency;
  readonly accounts: ReadonlyMap<MemberAccountKind, LockedAccount>;
}

/** An account of the book; throws when the book was locked without it. */
export function accountOf(book: Book, kind: MemberAccountKind): LockedAccount {
  const account = book.accounts.get(kind);
  if (!account) throw new Error(`The book of ${book.memberId} in ${book.currency} has no account ${kind}.`);
  return account;
}

/** The account that the member spends from. */
export const mainAccount = (book: Book): LockedAccount => accountOf(book, spendable[book.currency]);

/** What the member has and owes. */
export const balanceIn = (book: Book): Balance => ({
  balance: mainAccount(book).balance,
  // Not -0, which JSON and tests tell apart from 0.
  debt: Math.abs(accountOf(book, 'DEBT').balance),
});

/** What the member has of reward points. */
export const rewardsIn = (book: Book): RewardBalance => ({
  ...balanceIn(book),
  pending: accountOf(book, 'REWARD_POINTS_PENDING').balance,
  held: book.accounts.get('HOLD')?.balance ?? 0,
});

interface BookWanted {
  readonly memberId: string;
  readonly currency: Currency;
  /** Accounts that not everybody has. */
  readonly needs?: readonly MemberAccountKind[];
}

/**
 * Locks all accounts of a member, and makes those that are needed at first. Whatever moves a member's points does
 * this first and takes no other lock after it: that is why postings cannot deadlock. Both currencies are locked
 * together, so that nobody who needs the other one later meets somebody coming the other way.
 */
export async function lockBook(unit: Unit, { memberId, currency, needs = [] }: BookWanted): Promise<Book> {
  const wanted = [...standingAccounts[currency], ...needs];
  const locked = await lockedBook(unit, memberId, currency);
  if (wanted.every((kind) => locked.accounts.has(kind))) return locked;
  await rows(
    unit.em,
    sql`insert into accounts (id, member_id, kind, currency)
      select made.id, ${memberId}, made.kind, ${currency}
      from unnest(${wanted.map(() => v7())}::uuid[], ${wanted}::text[]) as made (id, kind)
      on conflict (member_id, kind, currency) do nothing`,
  );
  return await lockedBook(unit, memberId, currency);
}

async function lockedBook(unit: Unit, memberId: string, currency: Currency): Promise<Book> {
  const found = await rows(
    unit.em,
    sql<LockedAccount & { kind: MemberAccountKind; currency: Currency }>`
      select id, kind, currency, balance from accounts where member_id = ${memberId} order by currency, kind for update`,
  );
  const own = found.filter((account) => account.currency === currency);
  return {
    memberId,
    currency,
    accounts: new Map(own.map(({ id, kind, balance }) => [kind, { id, balance }])),
  };
}

/** The book after some of its accounts have moved; `balances` is by the account's id. */
export function moved(book: Book, balances: ReadonlyMap<string, number>): Book {
  const accounts = [...book.accounts].map(
    ([kind, account]) =>
      [kind, { ...account, balance: balances.get(account.id) ?? account.balance }] as const,
  );
  return { ...book, accounts: new Map(accounts) };
}
