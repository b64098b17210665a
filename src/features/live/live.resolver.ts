import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { Comment, commentFromLog } from '../comments/index.ts';
import { Transcript, transcripts, transcriptsByIds } from '../transcripts/index.ts';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { toOne } from '../../platform/reading/one.ts';
import { declared, ReadsAs } from '../../platform/reading/reads.ts';
import { showDraft } from './draft.service.ts';
import { followTranscript, type ToldOfTranscript } from './followed-transcript.ts';
import { liveEvent } from './live-event.ts';
import {
  afterDescription,
  ShowDraftInput,
  ShowDraftResult,
  TranscriptChanged,
  TranscriptEvent,
  TranscriptFeedArgs,
} from './live.types.ts';

interface FeedArgs {
  readonly transcriptId: string;
  readonly after?: number | null;
  readonly withAudience?: boolean | null;
}

interface Subscribing {
  readonly args: FeedArgs;
  readonly context: RequestContext;
}

const followed = (
  { args: { transcriptId, after }, context }: Subscribing,
  choose: (told: ToldOfTranscript) => object | null,
): ReturnType<typeof followTranscript> =>
  followTranscript(context, { transcriptId, after: after ?? null, choose });

const postedComment = (told: ToldOfTranscript): object | null =>
  'event' in told && told.event.kind === 'COMMENT_POSTED' ? commentFromLog(told.event) : null;

const withoutAudience = (told: ToldOfTranscript): object | null =>
  'passing' in told && 'count' in told.passing ? null : liveEvent(told);

/** The live room. */
@Resolver()
export class LiveResolver {
  @Mutation(() => ShowDraftResult, {
    description: 'Shows the line being typed to whoever reads along; it is not stored.',
  })
  @Access('member')
  async showDraft(
    @Arg('input', () => ShowDraftInput) input: ShowDraftInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    await showDraft(ctx, input);
    return { shown: true };
  }

  @Subscription(() => TranscriptEvent, {
    description:
      'Everything that happens in one transcript, in order, nothing lost and nothing twice. Ends with ACCESS_REVOKED when the right to read does.',
    subscribe: (subscribing: Subscribing) =>
      followed(subscribing, subscribing.args.withAudience === true ? liveEvent : withoutAudience),
  })
  @Access('anyone')
  transcriptFeed(@Root() event: object, @Args(() => TranscriptFeedArgs) _args: TranscriptFeedArgs): object {
    return event;
  }

  @Subscription(() => Comment, {
    description: 'The comments of one transcript: the same feed, seen through a filter.',
    subscribe: (subscribing: Subscribing) => followed(subscribing, postedComment),
  })
  @Access('anyone')
  commentAdded(
    @Root() comment: object,
    @Arg('transcriptId', () => ID, { description: 'The transcript.' }) _transcriptId: string,
    @Arg('after', () => Int, { nullable: true, description: afterDescription }) _after?: number,
  ): object {
    return comment;
  }
}

/** The transcript of a change, as it is now. */
@Resolver(() => TranscriptChanged)
export class TranscriptChangedResolver {
  @FieldResolver(() => Transcript, { description: 'The transcript as it is now.' })
  @ReadsAs(toOne({ source: transcripts, key: 'transcriptId', by: 'id', read: transcriptsByIds }))
  transcript(): object {
    return declared();
  }
}
