import { ObjectType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';

/** A comment can be changed for a while only, so that what was answered is what was asked. */
@ObjectType({
  implements: UserError,
  description: 'The time in which the comment could be changed is over; it can still be removed.',
})
export class EditWindowClosed extends UserFailure implements UserError {
  constructor(windowMinutes: number) {
    super({
      zh: `评论只能在发出后 ${windowMinutes} 分钟内修改，原文未变。你仍可删除这条评论。`,
      en: `A comment can be changed for ${windowMinutes} minutes after it was posted. Yours stays as it was; you can still remove it.`,
    });
  }
}
