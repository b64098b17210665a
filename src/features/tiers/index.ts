export { tiersFeature } from './tiers.feature.ts';
export { decideTier, grantTrialTier } from './decisions.service.ts';
export { recomputeDecisions } from './recomputing.queries.ts';
export { beginRun, continueRun } from './tier-runs.service.ts';
export { tierOfMember, type TierOfMember } from './tiers.queries.ts';
export type {} from './tier.events.ts';
