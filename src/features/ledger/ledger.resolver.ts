import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, pageFrom, pageRequest, type Page } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { declared, ReadsAs } from '../../platform/reading/reads.ts';
import { inLocale } from '../../platform/text/text.ts';
import { Member, MemberAccount } from '../members/index.ts';
import { cardPointsReads } from './card-points.reading.ts';
import { entriesOf, entryCountsOf, type PointEntryRow } from './ledger.queries.ts';
import { CardPoints, PointEntry, PointEntryConnection } from './ledger.types.ts';
import { reasonText, type PointReason } from './point-reason.rules.ts';

/** Your own card points. */
@Resolver(() => Member)
export class MemberCardPointsResolver {
  @FieldResolver(() => CardPoints, { description: 'Your card points.' })
  @ReadsAs(cardPointsReads)
  cardPoints(): never {
    return declared();
  }
}

/** A member's card points as staff see them. */
@Resolver(() => MemberAccount)
export class MemberAccountCardPointsResolver {
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
  async entries(
    @Root() { memberId }: CardPoints,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<PointEntryRow>> {
    const page = pageRequest(args);
    const found = await batched(ctx, entriesOf, { memberId, page });
    return pageFrom(found, page, {
      keys: ({ place }) => [place],
      count: () => batched(ctx, entryCountsOf, memberId),
    });
  }
}

/** The words of a movement. */
@Resolver(() => PointEntry)
export class PointEntryResolver {
  @FieldResolver(() => String, { description: 'Why the points moved, in the reader’s language.' })
  reason(@Root() { kind, facts }: PointEntry, @Ctx() ctx: RequestContext): string {
    return inLocale(reasonText({ kind, facts } as PointReason), ctx.locale);
  }
}
