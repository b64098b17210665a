import { defineEntity } from '@mikro-orm/postgresql';

/** A code, kept on paper by its member, that replaces a forgotten password once. */
export const RecoveryCodeEntity = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_codes',
  properties: (p) => ({
    id: p.uuid().primary(),
    memberId: p.uuid(),
    codeHash: p.blob(),
    usedAt: p.datetime(3).strictNullable(),
  }),
});
