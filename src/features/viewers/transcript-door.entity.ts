import { defineEntity } from '@mikro-orm/postgresql';
import type { Admission } from './door.rules.ts';

/** How the door of a transcript is kept; one without a row is kept as it always was. */
export const TranscriptDoorEntity = defineEntity({
  name: 'TranscriptDoor',
  tableName: 'transcript_doors',
  properties: (p) => ({
    transcriptId: p.uuid().primary(),
    admission: p.text().$type<Admission>().default('OPEN'),
    embedOrigins: p.array().default([]),
  }),
});
