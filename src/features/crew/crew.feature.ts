import type { Feature } from '../../platform/feature.ts';
import { CrewResolver, MemberCrewResolver, TranscriptCrewResolver } from './crew.resolver.ts';

/** Who works on a transcript besides its owner. */
export const crewFeature: Feature = {
  name: 'crew',
  entities: [],
  resolvers: [CrewResolver, TranscriptCrewResolver, MemberCrewResolver],
};
