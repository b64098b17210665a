import { v7 } from 'uuid';
import { inTurn } from '../../platform/auth/password-hasher.ts';
import { hashToken, newToken } from '../../platform/auth/tokens.ts';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import { folded } from '../../platform/text/text.rules.ts';
import type { Locale } from '../../platform/text/text.ts';
import { later } from '../../platform/time/clock.ts';
import { addressKey } from '../../platform/auth/address.ts';
import { houseUrl } from './house-url.rules.ts';
import { InvalidToken, MailNotConfigured, WrongSecurityAnswer } from './member.errors.ts';
import { checkGivenNameOrEmail } from './member.rules.ts';
import { checkNewPassword } from './password.rules.ts';
import { resetMail } from './member.mails.ts';
import { PasswordResetEntity } from './password-reset.entity.ts';
import { openResetByHash, type OpenReset } from './password-resets.queries.ts';
import {
  answerAttemptsMax,
  checkAnswerGiven,
  linkLastsMs,
  linkLastsMinutes,
  securityAnswerKey,
} from './password-reset.rules.ts';
import { replacePassword } from './passwords.service.ts';
import { countAttempt, resetMailsPerAccount, resetMailsPerAddress, resetsPerAddress } from './throttling.ts';

/**
 * Mails a single-use link to the members who go by this name or address, if there are any: the caller is answered
 * before anybody looks, so that neither the words nor the time tell. Throws InvalidInput, TooManyAttempts,
 * MailNotConfigured.
 */
export async function requestPasswordReset(ctx: Context, usernameOrEmail: string): Promise<void> {
  const key = folded(checkGivenNameOrEmail('usernameOrEmail', usernameOrEmail));
  if (!ctx.mailer.isConfigured) throw new MailNotConfigured();
  await countAttempt(ctx.throttles, resetMailsPerAddress, addressKey(ctx.address));
  await countAttempt(ctx.throttles, resetMailsPerAccount, key);
  mailLinks(ctx, { usernameKey: key, email: usernameOrEmail }).catch((error: unknown) =>
    ctx.log.error({ err: error }, 'a password reset link could not be mailed'),
  );
}

interface Addressee {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly locale: Locale;
}

/** One mailbox may serve a few accounts; each gets a link of its own. */
const addresseesMax = 5;

async function mailLinks(
  ctx: Context,
  given: { readonly usernameKey: string; readonly email: string },
): Promise<void> {
  const addressees = await rows(
    ctx.em.fork(),
    sql<Addressee>`select id, username, email, locale from members
      where email is not null and (username_key = ${given.usernameKey} or lower(email) = lower(${given.email}))
      order by username_key limit ${addresseesMax}`,
  );
  for (const addressee of addressees) await mailLink(ctx, addressee);
}

async function mailLink(ctx: Context, { id: memberId, username, email, locale }: Addressee): Promise<void> {
  const token = newToken();
  const createdAt = ctx.clock.now();
  const expiresAt = later(createdAt, linkLastsMs);
  await unitOfWork(ctx, (unit) =>
    unit.em.insert(PasswordResetEntity, {
      id: v7(),
      memberId,
      tokenHash: hashToken(token),
      answerAttempts: 0,
      createdAt,
      expiresAt,
      usedAt: null,
    }),
  );
  const link = `${houseUrl(ctx.config)}/recover#token=${token}`;
  await ctx.mailer.send({ to: email, ...resetMail({ username, link, minutes: linkLastsMinutes }, locale) });
}

/** The reset behind a mailed link, security question and all; null when it is unknown, used, burnt or too old. */
export const openReset = (ctx: Context, token: string): Promise<OpenReset | null> =>
  openResetByHash(ctx, hashToken(token));

export interface ResetPassword {
  readonly token: string;
  readonly newPassword: string;
  readonly securityAnswer?: string | null;
}

/**
 * Sets a new password by a mailed link, after the security question where the member has one, and ends all their
 * sessions; returns how many ended. The link works once. Throws TooManyAttempts, InvalidToken, InvalidInput,
 * WrongSecurityAnswer.
 */
export async function resetPassword(ctx: Context, input: ResetPassword): Promise<number> {
  await countAttempt(ctx.throttles, resetsPerAddress, addressKey(ctx.address));
  // A house too busy to look at an answer must not have counted it.
  return inTurn(ctx, (ctx) => resetByLink(ctx, input));
}

async function resetByLink(
  ctx: Context,
  { token, newPassword, securityAnswer }: ResetPassword,
): Promise<number> {
  const reset = await openReset(ctx, token);
  if (!reset) throw new InvalidToken();
  checkNewPassword('newPassword', newPassword, reset.username);
  if (reset.securityAnswerHash !== null) await checkAnswer(ctx, reset, checkAnswerGiven(securityAnswer));
  const passwordHash = await ctx.hasher.hash(newPassword);
  return unitOfWork(ctx, async (unit) => {
    const used = await row(
      unit.em,
      sql`update password_resets set used_at = ${ctx.clock.now()} where id = ${reset.id} and used_at is null returning id`,
    );
    if (!used) throw new InvalidToken();
    return replacePassword(ctx, unit, { memberId: reset.memberId, passwordHash, allBut: null });
  });
}

/** Counts the try before it looks, so that tries at the same moment count as well. */
async function checkAnswer(ctx: Context, reset: OpenReset, answer: string): Promise<void> {
  const counted = await unitOfWork(ctx, (unit) =>
    row(
      unit.em,
      sql<{ attempts: number }>`update password_resets set answer_attempts = answer_attempts + 1
        where id = ${reset.id} and used_at is null and answer_attempts < ${answerAttemptsMax}
        returning answer_attempts as attempts`,
    ),
  );
  if (!counted) throw new InvalidToken();
  if (!(await ctx.hasher.verify(reset.securityAnswerHash, securityAnswerKey(answer)))) {
    throw new WrongSecurityAnswer(answerAttemptsMax - counted.attempts);
  }
}

/** Forgets links whose time is long over. */
export async function dropOldResets(ctx: Context): Promise<void> {
  await unitOfWork(ctx, (unit) =>
    rows(unit.em, sql`delete from password_resets where expires_at < ${ctx.clock.now()}`),
  );
}
