import { defineEntity } from '@mikro-orm/postgresql';

/** What an act on many segments answered, so that the same request again is answered the same. */
export const SegmentActEntity = defineEntity({
  name: 'SegmentAct',
  tableName: 'segment_acts',
  properties: (p) => ({
    transcriptId: p.uuid().primary(),
    memberId: p.uuid().primary(),
    actId: p.uuid().primary(),
    requestHash: p.blob().primary(),
    answer: p.json<object>(),
    createdAt: p.datetime(3),
  }),
});
