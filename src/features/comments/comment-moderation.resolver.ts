import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { declared, ReadsAs } from '../../platform/reading/reads.ts';
import {
  canWrite,
  Segment,
  SegmentConnection,
  Transcript,
  type TranscriptRow,
} from '../transcripts/index.ts';
import * as reading from './comment-moderation.reading.ts';
import { commentWordsOf } from './comment-moderation.queries.ts';
import { commentModes, type CommentMode } from './comment-moderation.rules.ts';
import * as types from './comment-moderation.types.ts';
import { Comment, CommentConnection } from './comment.types.ts';
import { banCommenter, unbanCommenter } from './comment-bans.service.ts';
import { dismissReports, reportComment } from './comment-reports.service.ts';
import { setCommentMode, setCommentWords } from './comment-settings.service.ts';
import { reviewComments } from './held-comments.service.ts';
import * as acts from './moderate-comments.types.ts';

/** What those who decide about comments do, and what readers ask them to. */
@Resolver()
export class CommentModerationResolver {
  @Mutation(() => acts.SetCommentModeSuccess, {
    description: 'Opens comments, closes them, or has each looked at first.',
  })
  @Access('member')
  async setCommentMode(
    @Arg('input', () => acts.SetCommentModeInput) input: acts.SetCommentModeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return { transcript: await setCommentMode(ctx, input) };
  }

  @Mutation(() => acts.SetCommentWordsResult, { description: 'Sets the words that make a comment wait.' })
  @Access('member')
  async setCommentWords(
    @Arg('input', () => acts.SetCommentWordsInput) input: acts.SetCommentWordsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<acts.SetCommentWordsSuccess> {
    return { words: await setCommentWords(ctx, input) };
  }

  @Mutation(() => acts.ReviewCommentsResult, {
    description: 'Posts comments that wait, in the order in which they were written, or refuses them.',
  })
  @Access('member')
  async reviewComments(
    @Arg('input', () => acts.ReviewCommentsInput) { ids = null, ...input }: acts.ReviewCommentsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<acts.ReviewCommentsSuccess> {
    return { decidedIds: await reviewComments(ctx, { ...input, ids }) };
  }

  @Mutation(() => acts.ReportCommentResult, {
    description: 'Tells the host that something is wrong with a comment; each reader once.',
  })
  @Access('anyone')
  async reportComment(
    @Arg('input', () => acts.ReportCommentInput) input: acts.ReportCommentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<acts.ReportCommentSuccess> {
    return { reportedId: await reportComment(ctx, input) };
  }

  @Mutation(() => acts.DismissReportsSuccess, { description: 'Lets a comment stand that was reported.' })
  @Access('member')
  async dismissReports(
    @Arg('input', () => acts.DismissReportsInput) input: acts.DismissReportsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<acts.DismissReportsSuccess> {
    return { dismissedId: await dismissReports(ctx, input.id) };
  }

  @Mutation(() => acts.BanCommenterResult, {
    description: 'Takes no more comments from an author on this transcript; they can go on reading.',
  })
  @Access('member')
  async banCommenter(
    @Arg('input', () => acts.BanCommenterInput) input: acts.BanCommenterInput,
    @Ctx() ctx: RequestContext,
  ): Promise<acts.BanCommenterSuccess> {
    return { ban: await banCommenter(ctx, input.commentId) };
  }

  @Mutation(() => acts.UnbanCommenterSuccess, { description: 'Takes an author’s comments again.' })
  @Access('member')
  async unbanCommenter(
    @Arg('input', () => acts.UnbanCommenterInput) input: acts.UnbanCommenterInput,
    @Ctx() ctx: RequestContext,
  ): Promise<acts.UnbanCommenterSuccess> {
    return { endedId: await unbanCommenter(ctx, input.id) };
  }
}

/** What is decided about the comments of a transcript. */
@Resolver(() => Transcript)
export class TranscriptModerationResolver {
  @FieldResolver(() => commentModes, { description: 'Who may comment, of those who may read.' })
  @ReadsAs(reading.commentModeReads)
  commentMode(): CommentMode {
    return declared();
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: 'The words that make a comment wait; told to whoever decides about comments.',
  })
  async commentWords(
    @Root() transcript: TranscriptRow,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly string[] | null> {
    return canWrite(ctx, transcript) ? commentWordsOf(ctx, transcript.id) : null;
  }

  @FieldResolver(() => types.HeldCommentConnection, {
    description: 'What waits, oldest first: all of it to whoever decides, to an author their own.',
  })
  @ReadsAs(reading.heldReads)
  heldComments(@Args(() => PageArgs) _args: PageArgs): never {
    return declared();
  }

  @FieldResolver(() => CommentConnection, {
    description: 'Its comments that readers have reported, in their order; to whoever decides, else empty.',
  })
  @ReadsAs(reading.reportedReads)
  reportedComments(@Args(() => PageArgs) _args: PageArgs): never {
    return declared();
  }

  @FieldResolver(() => types.CommentBanConnection, {
    description: 'Who may not comment, the newest first; to whoever decides, else empty.',
  })
  @ReadsAs(reading.bansReads)
  commentBans(@Args(() => PageArgs) _args: PageArgs): never {
    return declared();
  }

  @FieldResolver(() => SegmentConnection, {
    description: 'Its segments with comments pinned to them, in their order.',
  })
  @ReadsAs(reading.commentedSegmentsReads)
  commentedSegments(@Args(() => PageArgs) _args: PageArgs): never {
    return declared();
  }
}

/** What readers said against a comment. */
@Resolver(() => Comment)
export class CommentReportsResolver {
  @FieldResolver(() => types.CommentReportConnection, {
    description: 'What readers have against it, newest first; to whoever decides, else empty.',
  })
  @ReadsAs(reading.reportsReads)
  reports(@Args(() => PageArgs) _args: PageArgs): never {
    return declared();
  }
}

/** The comments on one passage. */
@Resolver(() => Segment)
export class SegmentCommentsResolver {
  @FieldResolver(() => Int, { description: 'How many comments are pinned to it; without removed ones.' })
  @ReadsAs(reading.commentCountReads)
  commentCount(): number {
    return declared();
  }
}
