import { ObjectType } from 'type-graphql';
import { UserFailure } from '../../platform/errors/user-failure.ts';
import { UserError } from '../../platform/graphql/user-error.ts';

/** The host takes no comments now. */
@ObjectType({
  implements: UserError,
  description: 'No comments are taken on this transcript now. Reading goes on as before.',
})
export class CommentsClosed extends UserFailure implements UserError {
  constructor(why: 'CLOSED' | 'TOO_MANY_WAIT' = 'CLOSED') {
    super(
      why === 'CLOSED'
        ? {
            zh: '主办已关闭评论，这条没有发出。你仍可继续阅读。',
            en: 'The host has closed comments, so this one was not posted. You can go on reading.',
          }
        : {
            zh: '等待审核的评论太多，这条没有发出。请过一会儿再试。',
            en: 'Too many comments wait to be looked at, so this one was not posted. Please try again later.',
          },
    );
  }
}

/** The host does not want this author's comments. */
@ObjectType({
  implements: UserError,
  description: 'The host takes no comments of yours on this transcript. Reading goes on as before.',
})
export class CommenterBanned extends UserFailure implements UserError {
  constructor() {
    super({
      zh: '主办已停止你在这里的评论，这条没有发出。你仍可继续阅读。',
      en: 'The host has stopped your comments here, so this one was not posted. You can go on reading.',
    });
  }
}

/** What was approved may not become something else. */
@ObjectType({
  implements: UserError,
  description: 'The new words would have to be looked at first; the comment stays as it was.',
})
export class EditNeedsReview extends UserFailure implements UserError {
  constructor() {
    super({
      zh: '这里的评论要先经主办审核，所以不能改，原文未变。你可以删除后重新写一条。',
      en: 'Comments are looked at by the host first here, so yours stays as it was. You can remove it and write another.',
    });
  }
}
