import type { Feature } from '../../platform/feature.ts';
import { BriefDictionaryEntity, BriefEntryEntity } from './brief.entity.ts';
import { BriefsResolver, MemberBriefsResolver, TranscriptBriefsResolver } from './briefs.resolver.ts';

/** Briefs (略码): what a few keys stand for, for one writer or for all writers of one event. */
export const briefsFeature: Feature = {
  name: 'briefs',
  entities: [BriefDictionaryEntity, BriefEntryEntity],
  resolvers: [BriefsResolver, MemberBriefsResolver, TranscriptBriefsResolver],
};
