import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { notFound } from '../../platform/errors/app-error.ts';
import {
  pageFrom,
  PageArgs,
  PageBothWaysArgs,
  pageRequest,
  type CursorKeys,
  type Page,
} from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { Member, Participant, participantOf } from '../members/index.ts';
import { Transcript, transcriptsByIds, type TranscriptRow } from '../transcripts/index.ts';
import { canEdit, canRemove } from './comment.access.ts';
import type { CommentRow } from './comment.rules.ts';
import { Comment, CommentConnection, ReceivedCommentsArgs } from './comment.types.ts';
import { replyCounts, replyPages, topLevelCounts, topLevelPages } from './comments.queries.ts';
import { receivedComments } from './received-comments.queries.ts';

const bySeq = ({ seq }: CommentRow): CursorKeys => [seq];

/** What a comment says of itself beyond its own words. */
@Resolver(() => Comment)
export class CommentFieldsResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether it was removed: its place stays, its words are gone.',
  })
  isRemoved(@Root() comment: CommentRow): boolean {
    return comment.removedAt !== null;
  }

  @FieldResolver(() => Participant, { description: 'Who wrote it.' })
  author(@Root() comment: CommentRow): Participant {
    return participantOf(comment.authorName, comment.authorKind);
  }

  @FieldResolver(() => Transcript, { description: 'The transcript that it is about.' })
  async transcript(@Root() comment: CommentRow, @Ctx() ctx: RequestContext): Promise<TranscriptRow> {
    const found = await batched(ctx, transcriptsByIds, comment.transcriptId);
    if (!found) throw notFound();
    return found;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the transcript’s owner has written after it in its thread. Never true of the owner’s own.',
  })
  isAnswered(@Root() comment: CommentRow): boolean {
    return comment.answeredAt !== null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can change it now.' })
  viewerCanEdit(@Root() comment: CommentRow, @Ctx() ctx: RequestContext): boolean {
    return canEdit(ctx, comment, { now: ctx.clock.now(), windowMinutes: ctx.config.commentEditMinutes });
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can remove it.' })
  viewerCanRemove(@Root() comment: CommentRow, @Ctx() ctx: RequestContext): boolean {
    return canRemove(ctx, comment);
  }

  @FieldResolver(() => CommentConnection, { description: 'Its replies, oldest first; a reply has none.' })
  async replies(
    @Root() comment: CommentRow,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<CommentRow>> {
    const request = pageRequest(args);
    const found = await batched(ctx, replyPages, { of: comment.id, request });
    return pageFrom(found, request, { keys: bySeq, count: () => batched(ctx, replyCounts, comment.id) });
  }
}

/** The comments of a transcript. */
@Resolver(() => Transcript)
export class TranscriptCommentsResolver {
  @FieldResolver(() => CommentConnection, {
    description: 'Its top-level comments, oldest first; removed ones leave their mark.',
  })
  async comments(
    @Root() transcript: TranscriptRow,
    @Args(() => PageBothWaysArgs) args: PageBothWaysArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<CommentRow>> {
    const request = pageRequest(args);
    const found = await batched(ctx, topLevelPages, { of: transcript.id, request });
    return pageFrom(found, request, {
      keys: bySeq,
      count: () => batched(ctx, topLevelCounts, transcript.id),
    });
  }
}

/** The comments that a member gets. */
@Resolver(() => Member)
export class MemberCommentsResolver {
  @FieldResolver(() => CommentConnection, {
    description:
      'What other people wrote on your transcripts, newest first; without what was removed or is in the bin.',
  })
  receivedComments(
    @Root() member: { readonly id: string },
    @Args(() => ReceivedCommentsArgs) { unansweredOnly, ...page }: ReceivedCommentsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<CommentRow>> {
    return receivedComments(ctx, member.id, { unansweredOnly, page });
  }
}
