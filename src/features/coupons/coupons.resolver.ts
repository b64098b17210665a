import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { IdempotencyConflict, InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { inLocale } from '../../platform/text/text.ts';
import { dayOf } from '../../platform/time/programme-day.rules.ts';
import { Member } from '../members/index.ts';
import { requireMember } from '../../platform/auth/actor.ts';
import { claimCoupon, claimCouponByCode, issueCoupons } from './coupon-claims.service.ts';
import { CouponNotClaimable } from './coupon.errors.ts';
import { standingAt, type CouponStanding } from './coupon.rules.ts';
import { CouponType } from './coupon-type.types.ts';
import * as types from './coupon.types.ts';
import { claimableTypes, couponTypesByIds, type CouponTypeRow } from './coupon-types.queries.ts';
import { couponsOf, type CouponRow } from './coupons.queries.ts';

const ClaimCouponResult = resultUnion('ClaimCouponResult', types.ClaimCouponSuccess, [
  CouponNotClaimable,
  InvalidInput,
  IdempotencyConflict,
]);
const ClaimCouponByCodeResult = resultUnion('ClaimCouponByCodeResult', types.ClaimCouponByCodeSuccess, [
  CouponNotClaimable,
  InvalidInput,
  IdempotencyConflict,
  TooManyAttempts,
]);
const IssueCouponsResult = resultUnion('IssueCouponsResult', types.IssueCouponsSuccess, [
  InvalidInput,
  IdempotencyConflict,
]);

/** Coming by coupons. */
@Resolver()
export class CouponsResolver {
  @Query(() => [CouponType], { description: 'What you can claim on the page now; at most 100.' })
  @Access('member')
  claimableCoupons(@Ctx() ctx: RequestContext): Promise<readonly CouponTypeRow[]> {
    return claimableTypes(ctx, requireMember(ctx).id, dayOf(ctx.clock.now()));
  }

  @Mutation(() => ClaimCouponResult, { description: 'Claims a coupon that is offered on the page.' })
  @Access('member')
  async claimCoupon(
    @Arg('input', () => types.ClaimCouponInput) input: types.ClaimCouponInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.ClaimCouponSuccess> {
    return { coupons: await claimCoupon(ctx, input) };
  }

  @Mutation(() => ClaimCouponByCodeResult, { description: 'Claims a coupon by its code.' })
  @Access('member')
  async claimCouponByCode(
    @Arg('input', () => types.ClaimCouponByCodeInput) input: types.ClaimCouponByCodeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.ClaimCouponByCodeSuccess> {
    return { coupons: await claimCouponByCode(ctx, input) };
  }

  @Mutation(() => IssueCouponsResult, { description: 'Staff: gives a coupon to members.' })
  @Access('operator')
  async issueCoupons(
    @Arg('input', () => types.IssueCouponsInput) input: types.IssueCouponsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.IssueCouponsSuccess> {
    const { issuedCount, failures } = await issueCoupons(ctx, input);
    return {
      issuedCount,
      failures: failures.map(({ id, text }) => ({ id, message: inLocale(text, ctx.locale) })),
    };
  }
}

/** Your own coupons. */
@Resolver(() => Member)
export class MemberCouponsResolver {
  @FieldResolver(() => types.CouponConnection, { description: 'Your coupons, the newest first.' })
  coupons(
    @Root() member: Member,
    @Args(() => types.CouponArgs) { filter, ...args }: types.CouponArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<CouponRow>> {
    return couponsOf(ctx, { memberId: member.id, filter, args });
  }
}

/** What a coupon says. */
@Resolver(() => types.Coupon)
export class CouponResolver {
  @FieldResolver(() => CouponType, { description: 'What it is good for.' })
  type(@Root() coupon: CouponRow, @Ctx() ctx: RequestContext): Promise<CouponTypeRow | null> {
    return batched(ctx, couponTypesByIds, coupon.typeId);
  }

  @FieldResolver(() => types.CouponStanding, { description: 'How it stands now.' })
  standing(@Root() coupon: CouponRow, @Ctx() ctx: RequestContext): CouponStanding {
    return standingAt(coupon, ctx.clock.now());
  }
}
