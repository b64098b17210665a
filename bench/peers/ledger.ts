import type pg from 'pg';
import { v7 } from 'uuid';
import { houseAccounts } from '../../src/features/ledger/accounts.rules.ts';
import { drawnBy, planDraw, type LotDraw } from '../../src/features/ledger/draw.rules.ts';
import type { PointKind } from '../../src/features/ledger/point-reason.rules.ts';
import { benchId } from '../bench-ids.ts';

/** A row of the peers' ledger: an amount, nothing else. */
export interface PeerEntry {
  readonly id: number;
  readonly memberId: number;
  readonly amount: number;
  readonly createdAt: Date;
}

interface Transaction {
  readonly id: string;
  readonly key: string;
  readonly kind: PointKind;
  readonly memberId: string;
  readonly createdAt: Date;
}

interface Lot {
  readonly id: string;
  readonly memberId: string;
  readonly initial: number;
  remaining: number;
  readonly transactionId: string;
  readonly createdAt: Date;
}

interface Member {
  readonly id: string;
  readonly cardPoints: string;
  readonly debt: string;
  readonly lots: Lot[];
  owed: number;
}

/**
 * Keeps the peers' amounts as the product's ledger does: what comes is a purchase with its lot and pays the debt
 * first; what goes is a billed minute, out of the lots and then on debt. The sum is the same: balance less debt.
 */
export class LedgerBook {
  readonly accounts = new Map<
    string,
    { id: string; memberId: string | null; kind: string; balance: number }
  >();
  readonly transactions: Transaction[] = [];
  readonly entries: { transactionId: string; accountId: string; amount: number; balanceAfter: number }[] = [];
  readonly lots: Lot[] = [];
  readonly draws: (LotDraw & { readonly transactionId: string })[] = [];
  readonly minutes: { sessionId: string; transactionId: string; points: number; billedAt: Date }[] = [];
  readonly #members = new Map<number, Member>();

  constructor() {
    for (const [kind, id] of Object.entries(houseAccounts.CARD)) this.#open(id, kind, null);
  }

  add(entry: PeerEntry): void {
    if (entry.amount > 0) this.#bought(entry);
    if (entry.amount < 0) this.#billed(entry);
  }

  #bought({ id, memberId, amount, createdAt }: PeerEntry): void {
    const member = this.#member(memberId);
    const transactionId = this.#post(`order:bench-${id}`, 'PURCHASE', { member, createdAt });
    this.#move(transactionId, member.cardPoints, amount);
    this.#move(transactionId, houseAccounts.CARD.ISSUE_PAID, -amount);
    const lot = {
      id: v7(),
      memberId: member.id,
      initial: amount,
      remaining: amount,
      transactionId,
      createdAt,
    };
    this.lots.push(lot);
    member.lots.push(lot);
    if (member.owed === 0) return;
    const repaid = Math.min(member.owed, amount);
    const repayment = this.#post(`debt:${transactionId}`, 'DEBT_REPAID', { member, createdAt });
    this.#move(repayment, member.cardPoints, -this.#draw(repayment, member, repaid));
    this.#move(repayment, member.debt, repaid);
    member.owed -= repaid;
  }

  #billed({ id, memberId, amount, createdAt }: PeerEntry): void {
    const member = this.#member(memberId);
    const sessionId = benchId('session', id);
    const transactionId = this.#post(`minutes:${sessionId}:0`, 'TRANSCRIPTION', { member, createdAt });
    const drawn = this.#draw(transactionId, member, -amount);
    const owed = -amount - drawn;
    this.#move(transactionId, member.cardPoints, -drawn);
    this.#move(transactionId, member.debt, -owed);
    this.#move(transactionId, houseAccounts.CARD.USAGE_TRANSCRIPTION, -amount);
    member.owed += owed;
    this.minutes.push({ sessionId, transactionId, points: -amount, billedAt: createdAt });
  }

  #post(key: string, kind: PointKind, of: { readonly member: Member; readonly createdAt: Date }): string {
    const id = v7();
    this.transactions.push({ id, key, kind, memberId: of.member.id, createdAt: of.createdAt });
    return id;
  }

  #move(transactionId: string, accountId: string, amount: number): void {
    const account = this.accounts.get(accountId);
    if (!account) throw new Error(`There is no account ${accountId}.`);
    if (amount === 0) return;
    // The house's accounts are summed when asked.
    if (account.memberId !== null) account.balance += amount;
    this.entries.push({ transactionId, accountId, amount, balanceAfter: account.balance });
  }

  #draw(transactionId: string, member: Member, amount: number): number {
    const draws = planDraw(member.lots, amount);
    for (const { lotId, amount: taken } of draws) {
      const lot = member.lots.find(({ id }) => id === lotId);
      if (lot) lot.remaining -= taken;
      this.draws.push({ transactionId, lotId, amount: taken });
    }
    return drawnBy(draws);
  }

  #member(number: number): Member {
    const known = this.#members.get(number);
    if (known) return known;
    const id = benchId('member', number);
    const member: Member = { id, cardPoints: v7(), debt: v7(), lots: [], owed: 0 };
    this.#open(member.cardPoints, 'CARD_POINTS', id);
    this.#open(member.debt, 'DEBT', id);
    this.#members.set(number, member);
    return member;
  }

  #open(id: string, kind: string, memberId: string | null): void {
    this.accounts.set(id, { id, memberId, kind, balance: 0 });
  }
}

/** Writes the book into the product's tables; triggers are asleep, so the invariants are to be asked afterwards. */
export async function writeLedger(client: pg.Client, book: LedgerBook): Promise<void> {
  const write = async (statement: string, rows: readonly object[]): Promise<void> => {
    await client.query(statement, [JSON.stringify(rows)]);
  };
  await write(
    `insert into accounts (id, member_id, kind, currency, balance)
     select id, "memberId", kind, 'CARD', balance
     from jsonb_to_recordset($1::jsonb) as r (id uuid, "memberId" uuid, kind text, balance bigint)
     on conflict (id) do update set balance = excluded.balance`,
    [...book.accounts.values()],
  );
  await write(
    `insert into ledger_transactions (id, actor, idempotency_key, request_hash, kind, member_id, reason, created_at)
     select r.id, 'house', key, sha256(convert_to(key, 'UTF8')), kind, "memberId",
       case kind when 'PURCHASE' then jsonb_build_object('plan', 'Bench')
         when 'TRANSCRIPTION' then jsonb_build_object('title', 'Bench', 'first', 0, 'last', 0) else '{}' end, "createdAt"
     from jsonb_array_elements($1::jsonb) with ordinality as a (row, place)
     cross join lateral jsonb_to_record(a.row) as r (id uuid, key text, kind text, "memberId" uuid, "createdAt" timestamptz)
     order by place`,
    book.transactions,
  );
  await write(
    `insert into ledger_entries (transaction_id, account_id, currency, amount, balance_after)
     select "transactionId", "accountId", 'CARD', amount, "balanceAfter"
     from jsonb_array_elements($1::jsonb) with ordinality as a (row, place)
     cross join lateral jsonb_to_record(a.row) as r ("transactionId" uuid, "accountId" uuid, amount bigint, "balanceAfter" bigint)
     order by place`,
    book.entries,
  );
  await write(
    `insert into lots (id, member_id, currency, kind, initial, remaining, available_at, source_transaction_id, created_at)
     select id, "memberId", 'CARD', 'PAID', initial, remaining, "createdAt", "transactionId", "createdAt"
     from jsonb_to_recordset($1::jsonb) as r (id uuid, "memberId" uuid, initial bigint, remaining bigint, "transactionId" uuid, "createdAt" timestamptz)`,
    book.lots,
  );
  await write(
    `insert into lot_consumptions (transaction_id, lot_id, amount) select "transactionId", "lotId", amount
     from jsonb_to_recordset($1::jsonb) as r ("transactionId" uuid, "lotId" uuid, amount bigint)`,
    book.draws,
  );
  await write(
    `insert into billed_minutes (session_id, minute, transcript_id, points, transaction_id, billed_at)
     select "sessionId", 0, "sessionId", points, "transactionId", "billedAt"
     from jsonb_to_recordset($1::jsonb) as r ("sessionId" uuid, "transactionId" uuid, points int, "billedAt" timestamptz)`,
    book.minutes,
  );
}
