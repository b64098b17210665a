import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, pageFrom, pageRequest, type Page } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { declared, ReadsAs } from '../../platform/reading/reads.ts';
import { inLocale } from '../../platform/text/text.ts';
import { Member, MemberAccount } from '../members/index.ts';
import { cardPointsReads } from './card-points.reading.ts';
import { entriesOf, entryCountsOf, type PointEntryRow } from './ledger.queries.ts';
import { CardPoints, PointEntry, PointEntryConnection } from './ledger.types.ts';
import type { Holder } from './lots.queries.ts';
import { openLotCountsOf, openLotsOf, type PointLotRow } from './open-lots.queries.ts';
import { PointLotConnection, RewardPoints } from './reward.types.ts';
import { rewardPointsReads } from './reward-points.reading.ts';
import { reasonText, type PointReason } from './point-reason.rules.ts';

/** Your own points. */
@Resolver(() => Member)
export class MemberCardPointsResolver {
  @FieldResolver(() => RewardPoints, { description: 'Your reward points.' })
  @ReadsAs(rewardPointsReads)
  rewardPoints(): never {
    return declared();
  }

  @FieldResolver(() => CardPoints, { description: 'Your card points.' })
  @ReadsAs(cardPointsReads)
  cardPoints(): never {
    return declared();
  }
}

/** A member's points as staff see them. */
@Resolver(() => MemberAccount)
export class MemberAccountCardPointsResolver {
  @FieldResolver(() => RewardPoints, { description: 'The member’s reward points.' })
  @ReadsAs(rewardPointsReads)
  rewardPoints(): never {
    return declared();
  }

  @FieldResolver(() => CardPoints, { description: 'The member’s card points.' })
  @ReadsAs(cardPointsReads)
  cardPoints(): never {
    return declared();
  }
}

/** The history of card points. */
@Resolver(() => CardPoints)
export class CardPointsResolver {
  @FieldResolver(() => PointEntryConnection, {
    description: 'Every movement of these points, the newest first.',
  })
  entries(
    @Root() { memberId }: CardPoints,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<PointEntryRow>> {
    return entriesPage(ctx, { memberId, currency: 'CARD' }, args);
  }

  @FieldResolver(() => PointLotConnection, {
    description: 'What these points are made of, in the order in which they are spent.',
  })
  lots(
    @Root() { memberId }: CardPoints,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<PointLotRow>> {
    return lotsPage(ctx, { memberId, currency: 'CARD' }, args);
  }
}

/** The history of reward points, and what they are made of. */
@Resolver(() => RewardPoints)
export class RewardPointsResolver {
  @FieldResolver(() => PointEntryConnection, {
    description: 'Every movement of what can be spent, the newest first.',
  })
  entries(
    @Root() { memberId }: RewardPoints,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<PointEntryRow>> {
    return entriesPage(ctx, { memberId, currency: 'REWARD' }, args);
  }

  @FieldResolver(() => PointLotConnection, {
    description: 'What they are made of, in the order in which they are spent; pending ones come last.',
  })
  lots(
    @Root() { memberId }: RewardPoints,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<PointLotRow>> {
    return lotsPage(ctx, { memberId, currency: 'REWARD' }, args);
  }
}

async function entriesPage(ctx: RequestContext, of: Holder, args: PageArgs): Promise<Page<PointEntryRow>> {
  const page = pageRequest(args);
  const found = await batched(ctx, entriesOf, { ...of, page });
  return pageFrom(found, page, {
    keys: ({ place }) => [place],
    count: () => batched(ctx, entryCountsOf, of),
  });
}

async function lotsPage(ctx: RequestContext, of: Holder, args: PageArgs): Promise<Page<PointLotRow>> {
  const page = pageRequest(args);
  const found = await batched(ctx, openLotsOf, { ...of, page });
  return pageFrom(found, page, {
    keys: ({ place }) => [place],
    count: () => batched(ctx, openLotCountsOf, of),
  });
}

/** The words of a movement. */
@Resolver(() => PointEntry)
export class PointEntryResolver {
  @FieldResolver(() => String, { description: 'Why the points moved, in the reader’s language.' })
  reason(@Root() { kind, facts }: PointEntry, @Ctx() ctx: RequestContext): string {
    return inLocale(reasonText({ kind, facts } as PointReason), ctx.locale);
  }
}
