import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import {
  AddCommentInput,
  AddCommentResult,
  AddCommentSuccess,
  EditCommentInput,
  EditCommentResult,
  EditCommentSuccess,
  RemoveCommentInput,
  RemoveCommentSuccess,
} from './comment.types.ts';
import { editComment, removeComment } from './comment-changes.service.ts';
import { addComment } from './comments.service.ts';

/** What people do with comments. Guests have no account, so anyone may call; the transcript's access decides. */
@Resolver()
export class CommentsResolver {
  @Mutation(() => AddCommentResult, {
    description:
      'Comments on a transcript that you may read; by a guest under the name they gave at the door.',
  })
  @Access('anyone')
  async addComment(
    @Arg('input', () => AddCommentInput) input: AddCommentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AddCommentSuccess> {
    return { comment: await addComment(ctx, input) };
  }

  @Mutation(() => EditCommentResult, {
    description: 'Changes your own comment, for a while after it was posted.',
  })
  @Access('anyone')
  async editComment(
    @Arg('input', () => EditCommentInput) input: EditCommentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<EditCommentSuccess> {
    return { comment: await editComment(ctx, input) };
  }

  @Mutation(() => RemoveCommentSuccess, {
    description: 'Removes your own comment, or any on your own transcript. Twice is the same.',
  })
  @Access('anyone')
  async removeComment(
    @Arg('input', () => RemoveCommentInput) input: RemoveCommentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RemoveCommentSuccess> {
    return { removedId: await removeComment(ctx, input.id) };
  }
}
