import { systemContext } from '../../platform/context.ts';
import type { Feature } from '../../platform/feature.ts';
import { giveWelcomeCoupons } from './coupon-issue.service.ts';
import { CouponPackPartResolver, CouponTypesResolver } from './coupon-types.resolver.ts';
import { birthdayCoupons } from './coupons.job.ts';
import { CouponResolver, CouponsResolver, MemberCouponsResolver } from './coupons.resolver.ts';

/** Coupons: their types, how members come by them, and their life from issue to use. Rows only, no entities. */
export const couponsFeature: Feature = {
  name: 'coupons',
  entities: [],
  resolvers: [
    CouponsResolver,
    MemberCouponsResolver,
    CouponResolver,
    CouponTypesResolver,
    CouponPackPartResolver,
  ],
  listen: (house) =>
    house.outbox.on(
      'memberRegistered',
      ({ memberId }) => giveWelcomeCoupons(systemContext(house), memberId),
      {
        // A new member who looks at once sees them.
        before: 'answer',
      },
    ),
  jobs: [birthdayCoupons],
};
