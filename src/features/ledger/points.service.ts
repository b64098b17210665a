import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import type { Context } from '../../platform/context.ts';
import { houseAccounts, type Balance } from './accounts.rules.ts';
import { requireName, requirePoints } from './amount.rules.ts';
import { balanceIn, lockBook, mainAccount } from './books.service.ts';
import { repayDebt } from './debt.service.ts';
import { isPosted } from './ledger.queries.ts';
import type { PointReason } from './point-reason.rules.ts';
import { post } from './postings.service.ts';
import { forever, forMonths, type Validity } from './validity.rules.ts';

/** Card points that come to a member. */
export interface PointIssue {
  readonly memberId: string;
  readonly points: number;
  readonly reason: Extract<
    PointReason,
    { readonly kind: 'WELCOME_GIFT' | 'GIFT' | 'PURCHASE' | 'TOP_UP_CARD' }
  >;
  /** Names this issue for all time, such as `order:<id>`: it happens once. */
  readonly key: string;
  /** The order or card that it comes from. */
  readonly subjectId: string | null;
  /** How long given points last; what was paid for lasts forever (C22). */
  readonly validity?: Validity;
}

/**
 * Issues card points as one new lot, and pays the member's debt out of the lots before anything else can be bought.
 * The same issue a second time changes nothing. Throws IdempotencyConflict when the key stands for another issue.
 */
export async function issuePoints(unit: Unit, issue: PointIssue): Promise<Balance> {
  requirePoints(issue.points);
  requireName(issue.key);
  const book = await lockBook(unit, { memberId: issue.memberId, currency: 'CARD' });
  const isGift = issue.reason.kind === 'WELCOME_GIFT' || issue.reason.kind === 'GIFT';
  const { ISSUE_GIFT, ISSUE_PAID } = houseAccounts.CARD;
  const posted = await post(unit, book, {
    key: issue.key,
    reason: issue.reason,
    subjectId: issue.subjectId,
    entries: [
      { accountId: mainAccount(book).id, amount: issue.points },
      { accountId: isGift ? ISSUE_GIFT : ISSUE_PAID, amount: -issue.points },
    ],
    lot: { kind: isGift ? 'GIFT' : 'PAID', points: issue.points, validity: validityOf(issue) },
  });
  if (!posted) return balanceIn(book);
  return balanceIn(
    await repayDebt(unit, posted.book, { subjectId: issue.subjectId, cause: posted.transactionId }),
  );
}

function validityOf({ reason, validity = forever }: PointIssue): Validity {
  if (reason.kind === 'WELCOME_GIFT') return forMonths(reason.facts.months);
  return reason.kind === 'GIFT' ? validity : forever;
}

/** Gives the welcome gift; hearing of the same member twice gives it once. */
export async function giveWelcomeGift(ctx: Context, memberId: string): Promise<void> {
  const { welcomeGift, giftMonths } = ctx.config.points;
  if (welcomeGift === 0) return;
  // The key alone decides: a gift given under an earlier configuration is not given again, nor is it an error.
  if (await isPosted(ctx, welcomeKey(memberId))) return;
  await unitOfWork(ctx, async (unit) => {
    await issuePoints(unit, {
      memberId,
      points: welcomeGift,
      reason: { kind: 'WELCOME_GIFT', facts: { months: giftMonths } },
      key: welcomeKey(memberId),
      subjectId: null,
    });
  });
}

const welcomeKey = (memberId: string): string => `welcome:${memberId}`;
