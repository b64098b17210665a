import type { Feature } from '../../platform/feature.ts';
import { JobsResolver } from './jobs.resolver.ts';

/** What operators see of the work that the house does by itself; the work is its features'. */
export const jobsFeature: Feature = { name: 'jobs', entities: [], resolvers: [JobsResolver] };
