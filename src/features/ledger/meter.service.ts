import { rows, sql } from '../../platform/database/sql.ts';
import type { Unit } from '../../platform/database/unit-of-work.ts';
import { houseAccounts, type Balance } from './accounts.rules.ts';
import { planCharge, type Charge, type MinuteBill } from './charge.rules.ts';
import { planDraw, type LotDraw } from './draw.rules.ts';
import { unbilled, type StartedMinutes } from './lots.queries.ts';
import { accountOf, balanceIn, lockBook, mainAccount, type Book } from './books.service.ts';
import type { Posting } from './posting.statements.ts';
import { post } from './postings.service.ts';

export interface ChargedMinutes extends Balance {
  /** The points of this charge, from balance and debt together. */
  readonly pointsSpent: number;
}

/**
 * Bills started minutes, each once whatever is retried. What the balance cannot cover goes on the member's debt up
 * to its bound, what is beyond is waived; the session is never cut off (realtime.md, "The meter").
 */
export async function chargeMinutes(unit: Unit, started: StartedMinutes): Promise<ChargedMinutes> {
  const { perMinute, debtMax } = unit.config.points;
  const book = await lockBook(unit, { memberId: started.memberId, currency: 'CARD' });
  const { at, lots, minutes } = await unbilled(unit, started, perMinute);
  if (minutes.length === 0) return { pointsSpent: 0, ...balanceIn(book) };
  const charge = planCharge(minutes, {
    pointsPerMinute: perMinute,
    spendable: lots.reduce((sum, { remaining }) => sum + remaining, 0),
    debtRoom: debtMax - balanceIn(book).debt,
  });
  const draws = planDraw(lots, charge.drawn);
  const posted =
    charge.drawn + charge.owed > 0
      ? await post(unit, book, usagePosting({ book, started, charge, draws, at }))
      : null;
  await recordBills(unit, started, { bills: charge.bills, transactionId: posted?.transactionId ?? null, at });
  return { pointsSpent: charge.drawn + charge.owed, ...balanceIn(posted?.book ?? book) };
}

interface Usage {
  readonly book: Book;
  readonly started: StartedMinutes;
  readonly charge: Charge;
  readonly draws: readonly LotDraw[];
  readonly at: Date;
}

function usagePosting({ book, started, charge, draws, at }: Usage): Posting {
  const paid = charge.bills.filter(({ points }) => points > 0).map(({ minute }) => minute);
  const first = paid[0] ?? 0;
  return {
    key: `minutes:${started.sessionId}:${first}`,
    reason: { kind: 'TRANSCRIPTION', facts: { title: started.title, first, last: paid.at(-1) ?? first } },
    subjectId: started.transcriptId,
    entries: [
      { accountId: mainAccount(book).id, amount: -charge.drawn },
      { accountId: accountOf(book, 'DEBT').id, amount: -charge.owed },
      { accountId: houseAccounts.CARD.USAGE_TRANSCRIPTION, amount: charge.drawn + charge.owed },
    ].filter(({ amount }) => amount !== 0),
    draws,
    at,
  };
}

async function recordBills(
  unit: Unit,
  { sessionId, transcriptId }: StartedMinutes,
  {
    bills,
    transactionId,
    at,
  }: { readonly bills: readonly MinuteBill[]; readonly transactionId: string | null; readonly at: Date },
): Promise<void> {
  await rows(
    unit.em,
    sql`insert into billed_minutes (session_id, minute, transcript_id, points, transaction_id, billed_at)
      select ${sessionId}, bill.minute, ${transcriptId}, bill.points, case when bill.points > 0 then ${transactionId}::uuid end, ${at}
      from unnest(${bills.map(({ minute }) => minute)}::int[], ${bills.map(({ points }) => points)}::int[]) as bill (minute, points)`,
  );
}
