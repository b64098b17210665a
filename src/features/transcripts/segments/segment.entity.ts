import { defineEntity } from '@mikro-orm/postgresql';

/** A piece of what was said, numbered by the event that brought it. */
export const SegmentEntity = defineEntity({
  name: 'Segment',
  tableName: 'segments',
  properties: (p) => ({
    id: p.uuid().primary(),
    transcriptId: p.uuid(),
    seq: p.integer(),
    position: p.text().collation('C'),
    speaker: p.text().strictNullable(),
    text: p.text(),
    startedMs: p.integer(),
    endedMs: p.integer().strictNullable(),
    revision: p.integer().default(1),
    authorId: p.uuid(),
    createdAt: p.datetime(3),
    checkedAt: p.datetime(3).strictNullable(),
    removedAt: p.datetime(3).strictNullable(),
  }),
});
