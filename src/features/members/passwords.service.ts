import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { unauthenticated } from '../../platform/errors/app-error.ts';
import { verifyCurrentPassword } from './current-password.service.ts';
import { checkNewPassword } from './password.rules.ts';
import { endSessions } from './sessions.service.ts';

export interface ChangePassword {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * Changes the caller's password and ends their other sessions with their sockets; returns how many sessions ended.
 * Throws InvalidInput, WrongPassword, TooManyAttempts.
 */
export async function changePassword(
  ctx: Context,
  { currentPassword, newPassword }: ChangePassword,
): Promise<number> {
  const { id: memberId, sessionId } = requireMember(ctx);
  const member = await row(
    ctx.em,
    sql<{ username: string }>`select username from members where id = ${memberId}`,
  );
  if (!member) throw unauthenticated();
  checkNewPassword('newPassword', newPassword, member.username);
  await verifyCurrentPassword(ctx, memberId, currentPassword);
  const passwordHash = await ctx.hasher.hash(newPassword);
  return unitOfWork(ctx, (unit) => replacePassword(ctx, unit, { memberId, passwordHash, allBut: sessionId }));
}

export interface NewPassword {
  readonly memberId: string;
  readonly passwordHash: string;
  /** The one session that stays, if any does. */
  readonly allBut: string | null;
}

/** Sets a password; what could be opened with the old one ends: sessions, sockets, reset links. Returns the sessions ended. */
export async function replacePassword(
  ctx: Context,
  unit: Unit,
  { memberId, passwordHash, allBut }: NewPassword,
): Promise<number> {
  await rows(unit.em, sql`update members set password_hash = ${passwordHash} where id = ${memberId}`);
  await burnResetLinks(ctx, unit, memberId);
  return endSessions(unit, { memberId, allBut });
}

/** Makes every reset link that was mailed to the member useless. */
export async function burnResetLinks(ctx: Context, unit: Unit, memberId: string): Promise<void> {
  await rows(
    unit.em,
    sql`update password_resets set used_at = ${ctx.clock.now()} where member_id = ${memberId} and used_at is null`,
  );
}
