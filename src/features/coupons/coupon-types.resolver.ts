import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import { PageArgs, type Page } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { inLocale } from '../../platform/text/text.ts';
import { benefitText, issueRulesOf, termsOf } from './coupon-terms.rules.ts';
import * as shapes from './coupon-type.types.ts';
import { CouponTypeConnection } from './coupon.types.ts';
import {
  couponFigures,
  couponTypes,
  couponTypesByIds,
  packParts,
  type CouponTypeRow,
  type PackPartRow,
} from './coupon-types.queries.ts';
import { createCouponType, setCouponTypeActive } from './coupon-types.service.ts';

const CreateCouponTypeResult = resultUnion('CreateCouponTypeResult', shapes.CreateCouponTypeSuccess, [
  InvalidInput,
]);

const isStaff = (ctx: RequestContext): boolean => ctx.actor.member?.role === 'OPERATOR';

/** Types of coupons, and staff's work on them. */
@Resolver(() => shapes.CouponType)
export class CouponTypesResolver {
  @Query(() => CouponTypeConnection, { description: 'Staff: the types of coupons, the newest first.' })
  @Access('operator')
  couponTypes(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<CouponTypeRow>> {
    return couponTypes(ctx, args);
  }

  @Mutation(() => CreateCouponTypeResult, {
    description:
      'Staff: makes a type of coupon. Its terms stand for good, for members hold what they were promised.',
  })
  @Access('operator')
  async createCouponType(
    @Arg('input', () => shapes.CreateCouponTypeInput) input: shapes.CreateCouponTypeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<shapes.CreateCouponTypeSuccess> {
    const none = {
      amountFen: null,
      payBasisPoints: null,
      maxOffFen: null,
      minutes: null,
      validFrom: null,
      validUntil: null,
      daysValid: null,
      onSpendFen: null,
      claimCode: null,
      pointsCost: null,
      capTotal: null,
      issueCap: null,
    };
    return { type: await createCouponType(ctx, { ...none, ...input }) };
  }

  @Mutation(() => shapes.SetCouponTypeActiveSuccess, {
    description: 'Staff: stops giving a type out, or starts again. What members hold stays good.',
  })
  @Access('operator')
  async setCouponTypeActive(
    @Arg('input', () => shapes.SetCouponTypeActiveInput) input: shapes.SetCouponTypeActiveInput,
    @Ctx() ctx: RequestContext,
  ): Promise<shapes.SetCouponTypeActiveSuccess> {
    return { type: await setCouponTypeActive(ctx, input) };
  }

  @FieldResolver(() => String, { description: 'What it is worth, in a few words in the reader’s language.' })
  benefit(@Root() type: CouponTypeRow, @Ctx() ctx: RequestContext): string {
    return inLocale(benefitText(type), ctx.locale);
  }

  @FieldResolver(() => [String], {
    description: 'All that it is subject to, in sentences in the reader’s language.',
  })
  terms(@Root() type: CouponTypeRow, @Ctx() ctx: RequestContext): readonly string[] {
    return termsOf(type).map((text) => inLocale(text, ctx.locale));
  }

  @FieldResolver(() => [shapes.CouponPackPart], { description: 'What a pack holds.' })
  pack(@Root() type: CouponTypeRow, @Ctx() ctx: RequestContext): Promise<readonly object[]> {
    return type.kind === 'PACK' ? batched(ctx, packParts, type.id) : Promise.resolve([]);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Its code; for staff, null for others.' })
  claimCode(@Root() type: CouponTypeRow, @Ctx() ctx: RequestContext): string | null {
    return isStaff(ctx) ? type.claimCode : null;
  }

  @FieldResolver(() => [String], {
    description: 'How members come by it, in words; for staff, empty for others.',
  })
  issueRules(@Root() type: CouponTypeRow, @Ctx() ctx: RequestContext): readonly string[] {
    return isStaff(ctx) ? issueRulesOf(type).map((text) => inLocale(text, ctx.locale)) : [];
  }

  @FieldResolver(() => shapes.CouponFigures, {
    nullable: true,
    description: 'Where its coupons are; for staff, null for others.',
  })
  figures(@Root() type: CouponTypeRow, @Ctx() ctx: RequestContext): Promise<object> | null {
    return isStaff(ctx) ? batched(ctx, couponFigures, type.id) : null;
  }
}

/** What stands in a pack. */
@Resolver(() => shapes.CouponPackPart)
export class CouponPackPartResolver {
  @FieldResolver(() => shapes.CouponType, { description: 'Of which type.' })
  type(@Root() part: PackPartRow, @Ctx() ctx: RequestContext): Promise<CouponTypeRow | null> {
    return batched(ctx, couponTypesByIds, part.typeId);
  }
}
