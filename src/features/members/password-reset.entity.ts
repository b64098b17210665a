import { defineEntity } from '@mikro-orm/postgresql';

/** A mailed link that lets somebody choose a new password once. */
export const PasswordResetEntity = defineEntity({
  name: 'PasswordReset',
  tableName: 'password_resets',
  properties: (p) => ({
    id: p.uuid().primary(),
    memberId: p.uuid(),
    tokenHash: p.blob().unique(),
    /** Tries at the security question; the link is burnt when they are used up. */
    answerAttempts: p.integer().default(0),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    usedAt: p.datetime(3).strictNullable(),
  }),
});
