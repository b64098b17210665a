export { crewFeature } from './crew.feature.ts';
