import type { Feature } from '../../platform/feature.ts';
import { CrewFeedResolver, CrewMessagesResolver } from './crew-feed.resolver.ts';
import type {} from './crew.events.ts';
import { presenceJob } from './crew.job.ts';
import { CrewResolver, MemberCrewResolver, TranscriptCrewResolver } from './crew.resolver.ts';

/** Who works on a transcript besides its owner: their rights, their lead, what they say and do. */
export const crewFeature: Feature = {
  name: 'crew',
  entities: [],
  resolvers: [
    CrewResolver,
    TranscriptCrewResolver,
    MemberCrewResolver,
    CrewFeedResolver,
    CrewMessagesResolver,
  ],
  jobs: [presenceJob],
};
