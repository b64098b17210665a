import { defineEntity } from '@mikro-orm/postgresql';
import type { GrantEnd } from './door.rules.ts';

/** An invited viewer's right to read one transcript, given in exchange for the view password; or waiting to be given. */
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
    epoch: p.integer().default(0),
    admittedAt: p.datetime(3).strictNullable(),
    visitorId: p.uuid().strictNullable(),
    addressDigest: p.blob().strictNullable(),
    endedBecause: p.text().$type<GrantEnd>().strictNullable(),
  }),
});
