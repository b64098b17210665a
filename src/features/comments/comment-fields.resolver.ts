import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { PageArgs, PageBothWaysArgs } from '../../platform/graphql/connection.ts';
import { batched, type RequestContext } from '../../platform/graphql/request-context.ts';
import { declared, ReadsAs } from '../../platform/reading/reads.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { Member } from '../members/index.ts';
import { Transcript, type TranscriptRow } from '../transcripts/index.ts';
import { receivedReads, repliesReads, threadsReads } from './comment.reading.ts';
import { Comment, CommentConnection, ReceivedCommentsArgs } from './comment.types.ts';
import { commentsByIds } from './comments.queries.ts';

/** What stands in a thread. */
@Resolver(() => Comment)
export class CommentFieldsResolver {
  @FieldResolver(() => CommentConnection, { description: 'Its replies, oldest first; a reply has none.' })
  @ReadsAs(repliesReads)
  replies(@Args(() => PageArgs) _args: PageArgs): never {
    return declared();
  }
}

/** The comments of a transcript. */
@Resolver(() => Transcript)
export class TranscriptCommentsResolver {
  @FieldResolver(() => CommentConnection, {
    description: 'Its top-level comments, oldest first; removed ones leave their mark.',
  })
  @ReadsAs(threadsReads)
  comments(@Args(() => PageBothWaysArgs) _args: PageBothWaysArgs): never {
    return declared();
  }

  @FieldResolver(() => Comment, {
    nullable: true,
    description:
      'One of its comments, whole: for the rest of a long thread. Null when it is not one of its own.',
  })
  async comment(
    @Arg('id', () => ID, { description: 'The comment.' }) id: string,
    @Root() transcript: TranscriptRow,
    @Ctx() ctx: RequestContext,
  ): Promise<object | null> {
    const found = isId(id) ? await batched(ctx, commentsByIds, id) : null;
    return found?.transcriptId === transcript.id ? found : null;
  }
}

/** The comments that a member gets. */
@Resolver(() => Member)
export class MemberCommentsResolver {
  @FieldResolver(() => CommentConnection, {
    description:
      'What other people wrote on your transcripts, newest first; without what was removed or is in the bin.',
  })
  @ReadsAs(receivedReads)
  receivedComments(@Args(() => ReceivedCommentsArgs) _args: ReceivedCommentsArgs): never {
    return declared();
  }
}
