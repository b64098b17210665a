import { announcementsFeature } from './features/announcements/index.ts';
import { briefsFeature } from './features/briefs/index.ts';
import { commentsFeature } from './features/comments/index.ts';
import { couponsFeature } from './features/coupons/index.ts';
import { crewFeature } from './features/crew/index.ts';
import { jobsFeature } from './features/jobs/index.ts';
import { ledgerFeature } from './features/ledger/index.ts';
import { liveFeature } from './features/live/index.ts';
import { membersFeature } from './features/members/index.ts';
import { notificationsFeature } from './features/notifications/index.ts';
import { ordersFeature } from './features/orders/index.ts';
import { programmeFeature } from './features/programme/index.ts';
import { tiersFeature } from './features/tiers/index.ts';
import { transcriptsFeature } from './features/transcripts/index.ts';
import { viewersFeature } from './features/viewers/index.ts';
import { Migration20261121000000_house } from '../migrations/Migration20261121000000_house.ts';
import { Migration20261122000000_speed } from '../migrations/Migration20261122000000_speed.ts';
import { Migration20261122110000_crew } from '../migrations/Migration20261122110000_crew.ts';
import { Migration20261122120000_viewers } from '../migrations/Migration20261122120000_viewers.ts';
import { Migration20261122130000_comments } from '../migrations/Migration20261122130000_comments.ts';
import { Migration20261122140000_briefs } from '../migrations/Migration20261122140000_briefs.ts';
import { Migration20261122100000_segments } from '../migrations/Migration20261122100000_segments.ts';
import { Migration20261122150000_names } from '../migrations/Migration20261122150000_names.ts';
import { Migration20261123000000_ledger } from '../migrations/Migration20261123000000_ledger.ts';
import { Migration20261123010000_tiers } from '../migrations/Migration20261123010000_tiers.ts';
import { Migration20261123030000_jobs } from '../migrations/Migration20261123030000_jobs.ts';
import { Migration20261123031000_notifications } from '../migrations/Migration20261123031000_notifications.ts';
import { Migration20261123040000_room } from '../migrations/Migration20261123040000_room.ts';
import { Migration20261123050000_decisions } from '../migrations/Migration20261123050000_decisions.ts';
import { Migration20261123020000_coupons } from '../migrations/Migration20261123020000_coupons.ts';
import type { MigrationList } from './platform/database/orm.ts';
import type { Feature } from './platform/feature.ts';

/** Every feature of the product; a new one is added here and nowhere else. */
export const features: readonly Feature[] = [
  membersFeature,
  programmeFeature,
  ledgerFeature,
  couponsFeature,
  ordersFeature,
  tiersFeature,
  transcriptsFeature,
  viewersFeature,
  commentsFeature,
  crewFeature,
  announcementsFeature,
  briefsFeature,
  jobsFeature,
  notificationsFeature,
  liveFeature,
];

/** The database's history, oldest first. */
export const migrations: MigrationList = [
  { name: 'Migration20261121000000_house', class: Migration20261121000000_house },
  { name: 'Migration20261122000000_speed', class: Migration20261122000000_speed },
  { name: 'Migration20261122100000_segments', class: Migration20261122100000_segments },
  { name: 'Migration20261122110000_crew', class: Migration20261122110000_crew },
  { name: 'Migration20261122120000_viewers', class: Migration20261122120000_viewers },
  { name: 'Migration20261122130000_comments', class: Migration20261122130000_comments },
  { name: 'Migration20261122140000_briefs', class: Migration20261122140000_briefs },
  { name: 'Migration20261122150000_names', class: Migration20261122150000_names },
  { name: 'Migration20261123000000_ledger', class: Migration20261123000000_ledger },
  { name: 'Migration20261123010000_tiers', class: Migration20261123010000_tiers },
  { name: 'Migration20261123020000_coupons', class: Migration20261123020000_coupons },
  { name: 'Migration20261123030000_jobs', class: Migration20261123030000_jobs },
  { name: 'Migration20261123031000_notifications', class: Migration20261123031000_notifications },
  { name: 'Migration20261123040000_room', class: Migration20261123040000_room },
  { name: 'Migration20261123050000_decisions', class: Migration20261123050000_decisions },
];

export const entities = features.flatMap((feature) => feature.entities);
