import { Field, ObjectType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';
import { HeldComment } from './comment-moderation.types.ts';
import type { HeldCommentRow } from './comment-moderation.rules.ts';

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

/** A comment is kept, and not posted before the host has looked at it. Not posted is told as a failure is: whoever knows only that is not told too much. */
@ObjectType({
  implements: UserError,
  description:
    'The comment is kept, and waits until the host has looked at it. Sending it again changes nothing.',
})
export class CommentHeld extends UserFailure implements UserError {
  @Field(() => HeldComment, { description: 'The comment as it waits.' })
  readonly held: HeldCommentRow;

  constructor(held: HeldCommentRow) {
    super(
      held.refusedAt === null
        ? {
            zh: '评论已收到，主办审核后会显示给大家。现在只有你和主办能看到。',
            en: 'Your comment is kept and will be shown once the host has approved it. Until then only you and the host see it.',
          }
        : {
            zh: '主办没有通过这条评论，只有你能看到它。',
            en: 'The host did not approve this comment. Only you see it.',
          },
    );
    this.held = held;
  }
}
