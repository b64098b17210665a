import 'reflect-metadata';
import { Field, ID, InterfaceType, Int, ObjectType } from 'type-graphql';
import { UserFailure } from '../errors/user-failure.ts';
import type { Text } from '../text/text.ts';

/** What every expected failure has. */
@InterfaceType({
  description:
    'A failure that a user can expect and mend; every one of them has a message in their language.',
})
export abstract class UserError {
  @Field({ description: 'What happened and what to do, in the reader’s language.' })
  message!: string;
}

/** Something entered is outside its rule. */
@ObjectType({ implements: UserError, description: 'Something that was entered is outside its rule.' })
export class InvalidInput extends UserFailure implements UserError {
  @Field({ description: 'The input field at fault.' })
  readonly field: string;

  @Field(() => Int, { nullable: true, description: 'The limit that was passed, where there is one.' })
  readonly limit: number | null;

  constructor(field: string, text: Text, limit: number | null = null) {
    super(text);
    this.field = field;
    this.limit = limit;
  }
}

/** Too many attempts; later ones are welcome again. */
@ObjectType({ implements: UserError, description: 'Too many attempts; wait and try again.' })
export class TooManyAttempts extends UserFailure implements UserError {
  @Field(() => Int, { description: 'Seconds until the next attempt is looked at.' })
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super({
      zh: `尝试次数过多，请在 ${retryAfterSeconds} 秒后再试。`,
      en: `Too many attempts. Please try again in ${retryAfterSeconds} seconds.`,
    });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** An idempotency key came back with a different request. */
@ObjectType({
  implements: UserError,
  description: 'This idempotency key was used before for a different request; nothing was done.',
})
export class IdempotencyConflict extends UserFailure implements UserError {
  constructor() {
    super({
      zh: '同一请求编号曾用于不同的内容，本次没有执行任何操作。',
      en: 'This request key was used before for something else. Nothing was done.',
    });
  }
}

/** One item of a batch that could not be done. */
@ObjectType({ description: 'One item of a batch that could not be done; the others were.' })
export class ItemFailure {
  @Field(() => ID, { description: 'The id as it was given.' })
  id!: string;

  @Field({ description: 'Why, in the reader’s language.' })
  message!: string;
}
