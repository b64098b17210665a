import { defineEntity } from '@mikro-orm/postgresql';

/** An invited viewer's right to read one transcript, given in exchange for the view password. */
export const ViewGrantEntity = defineEntity({
  name: 'ViewGrant',
  tableName: 'view_grants',
  properties: (p) => ({
    id: p.uuid().primary(),
    transcriptId: p.uuid(),
    tokenHash: p.blob(),
    nickname: p.text(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    revokedAt: p.datetime(3).strictNullable(),
  }),
});
