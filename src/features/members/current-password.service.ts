import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { countCharacters } from '../../platform/text/text.rules.ts';
import { WrongPassword } from './member.errors.ts';
import { passwordCharactersMax } from './password.rules.ts';
import { addressKey } from '../../platform/auth/address.ts';
import { inTurn } from '../../platform/auth/password-hasher.ts';
import { backOff } from './throttling.ts';

/**
 * Makes sure that whoever acts knows the member's password, as sensitive changes ask for. Counted before anything is
 * hashed. Throws WrongPassword, TooManyAttempts.
 */
export async function verifyCurrentPassword(ctx: Context, memberId: string, password: string): Promise<void> {
  const attempts = backOff(ctx.throttles, 'currentPassword');
  const key = `${memberId}|${addressKey(ctx.address)}`;
  await attempts.attempt(key);
  if (countCharacters(password) > passwordCharactersMax) throw new WrongPassword();
  if (!(await inTurn(ctx, (ctx) => isPasswordOf(ctx, memberId, password)))) {
    await attempts.wrong(key);
    throw new WrongPassword();
  }
  await attempts.forget(key);
}

async function isPasswordOf(ctx: Context, memberId: string, password: string): Promise<boolean> {
  const member = await row(
    ctx.em,
    sql<{ hash: string }>`select password_hash as hash from members where id = ${memberId}`,
  );
  return ctx.hasher.verify(member?.hash ?? null, password);
}
