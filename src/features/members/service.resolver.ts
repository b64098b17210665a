import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { ServiceInfo } from './member.types.ts';
import { hasNoOperator } from './members.queries.ts';
import { SetUpOperatorInput, SetUpOperatorResult, SetUpOperatorSuccess } from './registration.types.ts';
import { setSessionCookie } from './session-cookie.ts';
import { setUpOperator } from './setup.service.ts';
import { version } from './version.rules.ts';

/** The house itself, and its first operator. */
@Resolver()
export class ServiceResolver {
  @Query(() => ServiceInfo, { description: 'The house as anyone may know it.' })
  @Access('anyone')
  async serviceInfo(@Ctx() ctx: RequestContext): Promise<ServiceInfo> {
    const { points, binDays, commentEditMinutes } = ctx.config;
    return {
      version,
      welcomePoints: points.welcomeGift,
      pointsPerMinute: points.perMinute,
      mailIsConfigured: ctx.mailer.isConfigured,
      needsSetup: await hasNoOperator(ctx.em),
      binDays,
      commentEditMinutes,
    };
  }

  @Mutation(() => SetUpOperatorResult, {
    description: 'Makes the first operator by the link that was printed at first boot.',
  })
  @Access('anyone')
  async setUpOperator(
    @Arg('input', () => SetUpOperatorInput) input: SetUpOperatorInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SetUpOperatorSuccess> {
    const signedIn = await setUpOperator(ctx, input);
    setSessionCookie(ctx, signedIn);
    return { token: signedIn.token, member: signedIn.member };
  }
}
