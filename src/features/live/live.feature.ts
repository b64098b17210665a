import type { Feature } from '../../platform/feature.ts';
import { LiveResolver, TranscriptChangedResolver } from './live.resolver.ts';
import { MemberFeedResolver } from './member-feed.resolver.ts';

export const liveFeature: Feature = {
  name: 'live',
  entities: [],
  resolvers: [LiveResolver, TranscriptChangedResolver, MemberFeedResolver],
};
