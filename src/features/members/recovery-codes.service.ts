import { v7 } from 'uuid';
import { requireMember } from '../../platform/auth/actor.ts';
import { hashToken, newReadableCode, readableCodeFrom } from '../../platform/auth/tokens.ts';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import { addressKey } from '../../platform/auth/address.ts';
import { verifyCurrentPassword } from './current-password.service.ts';
import { WrongCredentials } from './member.errors.ts';
import { checkGivenUsername, isUsername, usernameKey } from './member.rules.ts';
import { checkNewPassword } from './password.rules.ts';
import { replacePassword } from './passwords.service.ts';
import { RecoveryCodeEntity } from './recovery-code.entity.ts';
import { backOff, countAttempt, recoveriesPerAccount, recoveriesPerAddress } from './throttling.ts';

const codesAtOnce = 10;

/** 16 characters of an alphabet of 31: 79 bits. */
const codeCharacters = 16;
const groupPattern = /.{4}(?=.)/g;
const givenCharactersMax = 64;

/** Makes ten new codes, shown this once; earlier ones stop working. Throws WrongPassword, TooManyAttempts. */
export async function createRecoveryCodes(ctx: Context, currentPassword: string): Promise<readonly string[]> {
  const { id: memberId } = requireMember(ctx);
  await verifyCurrentPassword(ctx, memberId, currentPassword);
  const codes = Array.from({ length: codesAtOnce }, () => newReadableCode(codeCharacters));
  await unitOfWork(ctx, async (unit) => {
    // Two sets that are made at the same moment must not both stand.
    await rows(unit.em, sql`select 1 from members where id = ${memberId} for no key update`);
    await rows(unit.em, sql`delete from recovery_codes where member_id = ${memberId}`);
    const kept = codes.map((code) => ({ id: v7(), memberId, codeHash: hashToken(code), usedAt: null }));
    await unit.em.insertMany(RecoveryCodeEntity, kept);
  });
  return codes.map((code) => code.replace(groupPattern, '$&-'));
}

export interface UseRecoveryCode {
  readonly username: string;
  readonly recoveryCode: string;
  readonly newPassword: string;
}

/**
 * Sets a new password for whoever has one of the member's codes, which is used up by it, and ends all their sessions;
 * returns how many ended. Throws InvalidInput, TooManyAttempts, WrongCredentials.
 */
export async function useRecoveryCode(
  ctx: Context,
  { username, recoveryCode, newPassword }: UseRecoveryCode,
): Promise<number> {
  checkGivenUsername('username', username);
  checkNewPassword('newPassword', newPassword, username);
  const place = addressKey(ctx.address);
  const account = usernameKey(username);
  const attempts = backOff(ctx.throttles, 'recoveryCode');
  await countAttempt(ctx.throttles, recoveriesPerAddress, place);
  await attempts.attempt(`${account}|${place}`);
  await countAttempt(ctx.throttles, recoveriesPerAccount, account);
  // Hashed before anybody looks, so that a known name takes no longer than an unknown one.
  const passwordHash = await ctx.hasher.hash(newPassword);
  const ended = await spendCode(ctx, {
    account: isUsername(username) ? account : null,
    recoveryCode,
    passwordHash,
  });
  if (ended === null) {
    await attempts.wrong(`${account}|${place}`);
    throw new WrongCredentials();
  }
  await attempts.forget(`${account}|${place}`);
  return ended;
}

interface Spending {
  readonly account: string | null;
  readonly recoveryCode: string;
  readonly passwordHash: string;
}

/** Uses the code up and sets the password in one act; null when there is no such code. */
async function spendCode(
  ctx: Context,
  { account, recoveryCode, passwordHash }: Spending,
): Promise<number | null> {
  if (account === null || recoveryCode.length > givenCharactersMax) return null;
  const codeHash = hashToken(readableCodeFrom(recoveryCode));
  return unitOfWork(ctx, async (unit) => {
    const used = await row(
      unit.em,
      sql<{ memberId: string }>`update recovery_codes c set used_at = ${ctx.clock.now()} from members m
        where m.username_key = ${account} and c.member_id = m.id and c.code_hash = ${codeHash} and c.used_at is null
        returning m.id as "memberId"`,
    );
    return used && replacePassword(ctx, unit, { memberId: used.memberId, passwordHash, allBut: null });
  });
}
