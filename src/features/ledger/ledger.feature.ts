import { systemContext } from '../../platform/context.ts';
import type { Feature } from '../../platform/feature.ts';
import { AdjustmentsResolver } from './adjustments.resolver.ts';
import { ledgerDue, ledgerWatch } from './ledger.job.ts';
import {
  CardPointsResolver,
  MemberAccountCardPointsResolver,
  MemberCardPointsResolver,
  PointEntryResolver,
  RewardPointsResolver,
} from './ledger.resolver.ts';
import { giveWelcomeGift } from './points.service.ts';

/** Card points and reward points: a double-entry ledger with dated lots. Its rows are never objects, so it has no entities. */
export const ledgerFeature: Feature = {
  name: 'ledger',
  entities: [],
  resolvers: [
    MemberCardPointsResolver,
    MemberAccountCardPointsResolver,
    CardPointsResolver,
    PointEntryResolver,
    RewardPointsResolver,
    AdjustmentsResolver,
  ],
  listen: (house) =>
    house.outbox.on(
      'memberRegistered',
      ({ memberId }) => giveWelcomeGift(systemContext(house), memberId),
      // A new member who looks at once sees the gift.
      { before: 'answer' },
    ),
  jobs: [ledgerWatch, ledgerDue],
};
