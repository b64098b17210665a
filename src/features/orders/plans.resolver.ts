import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { inLocale } from '../../platform/text/text.ts';
import * as types from './order.types.ts';
import { plans } from './orders.queries.ts';
import { configuredProviders } from './payment-providers.ts';
import { savePlan } from './plans.service.ts';

const SavePointPlanResult = resultUnion('SavePointPlanResult', types.SavePointPlanSuccess, [InvalidInput]);

/** What can be bought here, and how it is paid. */
@Resolver()
export class PlansResolver {
  @Query(() => [types.PointPlan], { description: 'The plans on sale, the cheapest first; at most 100.' })
  @Access('anyone')
  pointPlans(
    @Arg('includeRetired', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Staff: those not on sale as well.',
    })
    includeRetired: boolean,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly types.PointPlan[]> {
    return plans(ctx, { includeRetired: includeRetired && ctx.actor.member?.role === 'OPERATOR' });
  }

  @Query(() => [types.PaymentOption], {
    description: 'The ways to pay that work here; one that is not set up is not shown.',
  })
  @Access('anyone')
  paymentOptions(@Ctx() ctx: RequestContext): readonly types.PaymentOption[] {
    return configuredProviders(ctx.config).map((provider) => ({
      method: provider.method,
      name: inLocale(provider.name, ctx.locale),
      instructions: inLocale(provider.describe(ctx.config), ctx.locale),
    }));
  }

  @Mutation(() => SavePointPlanResult, { description: 'Staff: makes or changes a plan.' })
  @Access('operator')
  async savePointPlan(
    @Arg('input', () => types.SavePointPlanInput) input: types.SavePointPlanInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.SavePointPlanSuccess> {
    return { plan: await savePlan(ctx, input) };
  }
}
