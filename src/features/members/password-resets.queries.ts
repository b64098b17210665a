import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { answerAttemptsMax } from './password-reset.rules.ts';

/** A reset whose link still works. */
export interface OpenReset {
  readonly id: string;
  readonly memberId: string;
  readonly username: string;
  readonly securityQuestion: string | null;
  readonly securityAnswerHash: string | null;
  readonly expiresAt: Date;
}

/** The reset behind a link's hashed secret; null when it is unknown, used, burnt or too old. */
export function openResetByHash(ctx: Context, tokenHash: Buffer): Promise<OpenReset | null> {
  return row(
    ctx.em,
    sql<OpenReset>`select r.id, r.member_id as "memberId", m.username, m.security_question as "securityQuestion",
        m.security_answer_hash as "securityAnswerHash", r.expires_at as "expiresAt"
      from password_resets r join members m on m.id = r.member_id
      where r.token_hash = ${tokenHash} and r.used_at is null and r.expires_at > ${ctx.clock.now()}
        and r.answer_attempts < ${answerAttemptsMax}`,
  );
}
