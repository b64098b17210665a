import { Field, Int, ObjectType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';

/** Somebody has this username, or one that reads like it. */
@ObjectType({ implements: UserError, description: 'Somebody has this username, or one that reads like it.' })
export class UsernameTaken extends UserFailure implements UserError {
  constructor() {
    super({ zh: '该用户名已被使用，请换一个。', en: 'This username is taken. Please choose another.' });
  }
}

/** No such member with such a secret; which of the two it was is not told. */
@ObjectType({
  implements: UserError,
  description: 'The username and the secret do not belong together; which is wrong is not told.',
})
export class WrongCredentials extends UserFailure implements UserError {
  constructor() {
    super({
      zh: '用户名与密码（或恢复码）不匹配，请检查后重试。',
      en: 'The username does not go with this password or code. Please check both and try again.',
    });
  }
}

/** The current password that was given is not the current password. */
@ObjectType({ implements: UserError, description: 'The current password that was given is wrong.' })
export class WrongPassword extends UserFailure implements UserError {
  constructor() {
    super({
      zh: '当前密码不正确，请重新输入。',
      en: 'The current password is wrong. Please enter it again.',
    });
  }
}

/** The link's secret is unknown, used or too old; which is not told. */
@ObjectType({ implements: UserError, description: 'The link is unknown, used or too old.' })
export class InvalidToken extends UserFailure implements UserError {
  constructor() {
    super({
      zh: '该链接无效、已使用或已过期，请重新获取。',
      en: 'This link is unknown, used or too old. Please ask for a new one.',
    });
  }
}

/** The answer to the security question is wrong. */
@ObjectType({ implements: UserError, description: 'The answer to the security question is wrong.' })
export class WrongSecurityAnswer extends UserFailure implements UserError {
  @Field(() => Int, { description: 'How many more tries this link has; at 0 it is burnt.' })
  readonly attemptsLeft: number;

  constructor(attemptsLeft: number) {
    super(
      attemptsLeft > 0
        ? {
            zh: `密码问题的答案不正确，还可尝试 ${attemptsLeft} 次。`,
            en: `The answer is wrong. Tries left: ${attemptsLeft}.`,
          }
        : {
            zh: '密码问题的答案不正确，该链接已失效，请重新获取。',
            en: 'The answer is wrong, and this link no longer works. Please ask for a new one.',
          },
    );
    this.attemptsLeft = attemptsLeft;
  }
}

/** The house cannot send mail. */
@ObjectType({ implements: UserError, description: 'The house is not set up to send mail.' })
export class MailNotConfigured extends UserFailure implements UserError {
  constructor() {
    super({
      zh: '本站尚未配置邮件服务，无法发送重设链接。请使用恢复码，或联系工作人员。',
      en: 'This service cannot send mail. Please use a recovery code, or ask the staff.',
    });
  }
}
