export { jobsFeature } from './jobs.feature.ts';
