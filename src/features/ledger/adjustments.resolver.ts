import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { IdempotencyConflict, InvalidInput } from '../../platform/graphql/user-error.ts';
import { memberAccountsByIds } from '../members/index.ts';
import { adjustPoints } from './adjustments.service.ts';
import * as types from './adjustments.types.ts';
import { NotEnoughPoints } from './ledger.errors.ts';

const AdjustPointsResult = resultUnion('AdjustPointsResult', types.AdjustPointsSuccess, [
  NotEnoughPoints,
  InvalidInput,
  IdempotencyConflict,
]);

/** Staff put points right. */
@Resolver()
export class AdjustmentsResolver {
  @Mutation(() => AdjustPointsResult, {
    description: 'Staff: gives points to a member or takes them, with a reason that the member reads.',
  })
  @Access('operator')
  async adjustPoints(
    @Arg('input', () => types.AdjustPointsInput) input: types.AdjustPointsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<types.AdjustPointsSuccess> {
    const { memberId } = await adjustPoints(ctx, input);
    const [account] = await memberAccountsByIds(ctx, [memberId]);
    if (!account) throw new Error(`Member ${memberId} is gone after an adjustment.`);
    return { account };
  }
}
