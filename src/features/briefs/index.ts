export { briefsFeature } from './briefs.feature.ts';
export type {} from './brief.events.ts';
