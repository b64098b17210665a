import { defineEntity } from '@mikro-orm/postgresql';
import type { TranscriptStatus, Visibility } from './transcript-states.rules.ts';

/** A meeting's transcript: its settings, and the counters that its log keeps. */
export const TranscriptEntity = defineEntity({
  name: 'Transcript',
  tableName: 'transcripts',
  properties: (p) => ({
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    writerIds: p.array().$type<readonly string[]>().columnType('uuid[]').default([]),
    organiserIds: p.array().$type<readonly string[]>().columnType('uuid[]').default([]),
    leadWriterId: p.uuid().strictNullable(),
    /** The number of the newest message of the crew's own log. */
    crewSeq: p.integer().default(0),
    title: p.text(),
    visibility: p.text().$type<Visibility>(),
    status: p.text().$type<TranscriptStatus>(),
    shareCode: p.text(),
    viewPasswordHash: p.text().strictNullable(),
    lastSeq: p.integer().default(0),
    segmentCount: p.integer().default(0),
    characterCount: p.integer().default(0),
    commentCount: p.integer().default(0),
    commentsGuarded: p.boolean().default(false),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    startedAt: p.datetime(3).strictNullable(),
    endedAt: p.datetime(3).strictNullable(),
    deletedAt: p.datetime(3).strictNullable(),
    viewersUntil: p.datetime(3).strictNullable(),
    viewersEpoch: p.integer().default(0),
  }),
});
