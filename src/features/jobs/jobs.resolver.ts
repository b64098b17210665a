import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { inLocale } from '../../platform/text/text.ts';
import { Job, RunJobNowInput, RunJobNowSuccess } from './job.types.ts';
import { jobViews, type JobView } from './job-views.ts';
import { runJobNow } from './jobs.service.ts';

/** What the house does by itself, as its operators see it. */
@Resolver(() => Job)
export class JobsResolver {
  @Query(() => [Job], { description: 'Staff: everything that the house does by itself, and how it stands.' })
  @Access('operator')
  jobs(@Ctx() ctx: RequestContext): Promise<readonly JobView[]> {
    return jobViews(ctx);
  }

  @Mutation(() => RunJobNowSuccess, {
    description: 'Staff: has a job run now. Orders that failed too often are given once more.',
  })
  @Access('operator')
  async runJobNow(
    @Arg('input', () => RunJobNowInput) input: RunJobNowInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RunJobNowSuccess> {
    return { job: await runJobNow(ctx, input.name) };
  }

  @FieldResolver(() => String, { description: 'What it does, in the reader’s language.' })
  title(@Root() job: JobView, @Ctx() ctx: RequestContext): string {
    return inLocale(job.title, ctx.locale);
  }
}
