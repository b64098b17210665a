import { defineEntity } from '@mikro-orm/postgresql';

/** The link printed at first boot, by which the first operator is made. */
export const SetupLinkEntity = defineEntity({
  name: 'SetupLink',
  tableName: 'setup_links',
  properties: (p) => ({
    id: p.uuid().primary(),
    tokenHash: p.blob().unique(),
    createdAt: p.datetime(3),
    usedAt: p.datetime(3).strictNullable(),
  }),
});
