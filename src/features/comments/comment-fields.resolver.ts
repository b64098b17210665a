import { Args, FieldResolver, Resolver } from 'type-graphql';
import { PageArgs, PageBothWaysArgs } from '../../platform/graphql/connection.ts';
import { declared, ReadsAs } from '../../platform/reading/reads.ts';
import { Member } from '../members/index.ts';
import { Transcript } from '../transcripts/index.ts';
import { receivedReads, repliesReads, threadsReads } from './comment.reading.ts';
import { Comment, CommentConnection, ReceivedCommentsArgs } from './comment.types.ts';

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
