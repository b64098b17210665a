import type { Feature } from '../../platform/feature.ts';
import { DoorResolver, TranscriptDoorResolver } from './door.resolver.ts';
import { EntryResolver, SharedTranscriptResolver } from './entry.resolver.ts';
import { TranscriptDoorEntity } from './transcript-door.entity.ts';
import { ViewGrantEntity } from './view-grant.entity.ts';
import { ViewerVisitEntity, ViewPasswordMissEntity } from './viewer-visit.entity.ts';
import { visitsJob } from './viewers.job.ts';

export const viewersFeature: Feature = {
  name: 'viewers',
  entities: [ViewGrantEntity, TranscriptDoorEntity, ViewerVisitEntity, ViewPasswordMissEntity],
  resolvers: [EntryResolver, SharedTranscriptResolver, DoorResolver, TranscriptDoorResolver],
  jobs: [visitsJob],
};
