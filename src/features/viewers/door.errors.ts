import { Field, Int, ObjectType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';

/** The share code or the view password is wrong. */
@ObjectType({
  implements: UserError,
  description: 'The share code or the view password is wrong; which of the two is not told.',
})
export class WrongViewPassword extends UserFailure implements UserError {
  @Field(() => Int, { description: 'Attempts left before a pause.' })
  readonly attemptsLeft: number;

  constructor(attemptsLeft: number) {
    super({
      zh: `查看码或查看密码不对，还可尝试 ${attemptsLeft} 次。`,
      en: `The code or the view password is wrong. Attempts left: ${attemptsLeft}.`,
    });
    this.attemptsLeft = attemptsLeft;
  }
}

/** The password is right, and a person has to let them in. */
@ObjectType({
  implements: UserError,
  description:
    'The password is right; the host has to let you in. Until then this gives no access to anything; follow doorFeed.',
})
export class WaitingForApproval extends UserFailure implements UserError {
  @Field(() => String, {
    description:
      'A bearer token for this transcript alone, good once you are let in. The same is in a cookie.',
  })
  readonly token: string;

  constructor(token: string) {
    super({
      zh: '密码正确。请稍候，主持人同意后会自动进入。',
      en: 'The password is right. Please wait: you come in by yourself once the host lets you in.',
    });
    this.token = token;
  }
}

/** The time for which viewers were welcome is over. */
@ObjectType({
  implements: UserError,
  description: 'The password is right, but the time for which viewers were welcome is over.',
})
export class ViewingEnded extends UserFailure implements UserError {
  @Field(() => Date, { description: 'When it ended.' })
  readonly endedAt: Date;

  constructor(endedAt: Date) {
    super({
      zh: '这份速录的查看期限已过。如需继续查看，请联系主持人。',
      en: 'The time for viewing this transcript is over. Please ask its host.',
    });
    this.endedAt = endedAt;
  }
}
