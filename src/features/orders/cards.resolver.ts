import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import { PageArgs, type Page } from '../../platform/graphql/connection.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { IdempotencyConflict, InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { cardBatches, type CardBatchRow } from './card-batches.queries.ts';
import { createCardBatch, voidCardBatch } from './card-batches.service.ts';
import { CardBatchAlreadyCreated, CardNotRedeemable } from './card.errors.ts';
import * as types from './card.types.ts';
import { redeemCard } from './cards.service.ts';

const RedeemCardResult = resultUnion('RedeemCardResult', types.RedeemCardSuccess, [
  CardNotRedeemable,
  InvalidInput,
  IdempotencyConflict,
  TooManyAttempts,
]);
const CreateCardBatchResult = resultUnion('CreateCardBatchResult', types.CreateCardBatchSuccess, [
  CardBatchAlreadyCreated,
  InvalidInput,
  IdempotencyConflict,
]);

/** Top-up cards: redeeming them, and staff's making and voiding of them. */
@Resolver()
export class CardsResolver {
  @Mutation(() => RedeemCardResult, { description: 'Turns a top-up card into card points, once.' })
  @Access('member')
  redeemCard(
    @Arg('input', () => types.RedeemCardInput) input: types.RedeemCardInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.RedeemCardSuccess> {
    return redeemCard(ctx, input);
  }

  @Mutation(() => CreateCardBatchResult, {
    description: 'Staff: makes top-up cards. Their codes are in this answer and nowhere else.',
  })
  @Access('operator')
  createCardBatch(
    @Arg('input', () => types.CreateCardBatchInput) input: types.CreateCardBatchInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.CreateCardBatchSuccess> {
    return createCardBatch(ctx, input);
  }

  @Mutation(() => types.VoidCardBatchSuccess, {
    description: 'Staff: voids the unused cards of a batch; redeemed ones keep their points.',
  })
  @Access('operator')
  voidCardBatch(
    @Arg('input', () => types.VoidCardBatchInput) input: types.VoidCardBatchInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.VoidCardBatchSuccess> {
    return voidCardBatch(ctx, input.batchId);
  }

  @Query(() => types.CardBatchConnection, {
    description: 'Staff: the batches of top-up cards, the newest first.',
  })
  @Access('operator')
  cardBatches(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: RequestContext): Promise<Page<CardBatchRow>> {
    return cardBatches(ctx, args);
  }
}
