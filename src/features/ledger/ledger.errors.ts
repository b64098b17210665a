import { Field, Int, ObjectType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';

/** There are fewer points than it takes. */
@ObjectType({ implements: UserError, description: 'There are fewer points than it takes; nothing was done.' })
export class NotEnoughPoints extends UserFailure implements UserError {
  @Field(() => Int, { description: 'How many there are.' })
  readonly available: number;

  constructor(available: number) {
    super({
      zh: `点数不足：现在可用 ${available} 点，本次没有执行任何操作。`,
      en: `There are only ${available} points to spend. Nothing was done.`,
    });
    this.available = available;
  }
}
