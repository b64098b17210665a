import { defineEntity } from '@mikro-orm/postgresql';

/** One stretch of live typing, from start to end; the meter counts its minutes. */
export const LiveSessionEntity = defineEntity({
  name: 'LiveSession',
  tableName: 'live_sessions',
  properties: (p) => ({
    id: p.uuid().primary(),
    transcriptId: p.uuid(),
    memberId: p.uuid(),
    startedAt: p.datetime(3),
    firstSegmentAt: p.datetime(3).strictNullable(),
    lastActivityAt: p.datetime(3),
    endedAt: p.datetime(3).strictNullable(),
  }),
});
