import { defineEntity } from '@mikro-orm/postgresql';

/** Top-up cards that were made together; their codes are kept as hashes only. */
export const CardBatchEntity = defineEntity({
  name: 'CardBatch',
  tableName: 'card_batches',
  properties: (p) => ({
    id: p.uuid().primary(),
    count: p.integer(),
    points: p.integer(),
    note: p.text(),
    createdBy: p.uuid(),
    createdAt: p.datetime(3),
    voidedAt: p.datetime(3).nullable(),
  }),
});
