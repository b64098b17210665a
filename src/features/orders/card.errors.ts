import { Field, ObjectType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';
import { problemText, type CardProblem as Problem } from './card.rules.ts';
import { CardBatch, CardProblem } from './card.types.ts';

/** The card brings no points. */
@ObjectType({ implements: UserError, description: 'The card cannot be redeemed.' })
export class CardNotRedeemable extends UserFailure implements UserError {
  @Field(() => CardProblem, { description: 'Why.' })
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problemText[problem]);
    this.problem = problem;
  }
}

/** The key made its batch before; the codes cannot be shown again. */
@ObjectType({
  implements: UserError,
  description: 'This request made its batch before. The codes were shown then and cannot be shown again.',
})
export class CardBatchAlreadyCreated extends UserFailure implements UserError {
  @Field(() => CardBatch, { description: 'The batch that was made.' })
  readonly batch: CardBatch;

  constructor(batch: CardBatch) {
    super({
      zh: '这批卡已经生成，卡号只在当时显示一次。如未保存，请作废该批次并重新生成。',
      en: 'This batch was made already, and its codes were shown once. If they were not kept, void the batch and make another.',
    });
    this.batch = batch;
  }
}
