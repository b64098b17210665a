import { systemContext } from '../../platform/context.ts';
import type { Feature } from '../../platform/feature.ts';
import { decideTier } from './decisions.service.ts';
import { askedRun } from './tier-runs.service.ts';
import { dailyTierRun } from './tiers.job.ts';
import {
  MemberTierDecisionsResolver,
  MemberTierResolver,
  TierDecisionResolver,
  TiersResolver,
} from './tiers.resolver.ts';

/** Levels of membership: decided by a pure function of facts, rules and a day, and explained. */
export const tiersFeature: Feature = {
  name: 'tiers',
  // Decisions are written in batches and read as they are: no row of theirs is an object.
  entities: [],
  resolvers: [TiersResolver, MemberTierResolver, MemberTierDecisionsResolver, TierDecisionResolver],
  listen: (house) => {
    house.outbox.on('orderRefunded', ({ memberId }) => decideTier(systemContext(house), memberId));
    house.outbox.on(
      'orderCompleted',
      ({ memberId }) => decideTier(systemContext(house), memberId),
      // Whoever confirms a payment and looks sees the level that it made.
      { before: 'answer' },
    );
  },
  jobs: [dailyTierRun],
  orderedJobs: [askedRun],
};
