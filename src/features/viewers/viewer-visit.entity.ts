import { defineEntity } from '@mikro-orm/postgresql';
import type { VisitWay } from './door.rules.ts';

/** That somebody opened a transcript, for its owner to look back at. */
export const ViewerVisitEntity = defineEntity({
  name: 'ViewerVisit',
  tableName: 'viewer_visits',
  properties: (p) => ({
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    transcriptId: p.uuid(),
    way: p.text().$type<VisitWay>(),
    visitorName: p.text(),
    memberId: p.uuid().strictNullable(),
    addressPrefix: p.text(),
    day: p.date(),
    createdAt: p.datetime(3),
  }),
});

/** How often a wrong view password was tried on one day. */
export const ViewPasswordMissEntity = defineEntity({
  name: 'ViewPasswordMiss',
  tableName: 'view_password_misses',
  properties: (p) => ({
    transcriptId: p.uuid().primary(),
    day: p.date().primary(),
    attempts: p.integer(),
  }),
});
