import { ArgsType, Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { Comment } from '../comments/index.ts';
import { Participant } from '../members/index.ts';
import { Segment, Transcript, TranscriptNotLive } from '../transcripts/index.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';

export const afterDescription =
  'The last number that you have applied: what came after it is replayed first. Absent: only what comes now.';

/** What is asked of a transcript's feed. */
@ArgsType()
export class TranscriptFeedArgs {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;

  @Field(() => Int, { nullable: true, description: afterDescription })
  after?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether to be told how many read along (AudienceCounted). Costs nothing when it is not asked for.',
  })
  withAudience!: boolean;
}

@ObjectType({ description: 'A segment was committed.' })
export class SegmentAppended {
  @Field(() => Int, { description: 'The number of this event.' })
  seq!: number;

  @Field(() => Segment, { description: 'The segment as it was then.' })
  segment!: object;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose draft it ends: the writerKey of their DraftShown. Null: not known, so of all.',
  })
  endsDraftOf!: string | null;
}

@ObjectType({ description: 'A segment was corrected.' })
export class SegmentRevised {
  @Field(() => Int, { description: 'The number of this event.' })
  seq!: number;

  @Field(() => Segment, { description: 'The segment after it.' })
  segment!: object;
}

@ObjectType({
  description: 'A segment is gone. What was removed later than its event appears as removed from the first.',
})
export class SegmentRemoved {
  @Field(() => Int, { description: 'The number of this event.' })
  seq!: number;

  @Field(() => ID, { description: 'The segment.' })
  segmentId!: string;
}

@ObjectType({ description: 'A comment was posted.' })
export class CommentPosted {
  @Field(() => Int, { description: 'The number of this event.' })
  seq!: number;

  @Field(() => Comment, { description: 'The comment.' })
  comment!: object;
}

@ObjectType({ description: 'A comment was edited.' })
export class CommentEdited {
  @Field(() => Int, { description: 'The number of this event.' })
  seq!: number;

  @Field(() => Comment, { description: 'The comment after it.' })
  comment!: object;
}

@ObjectType({
  description: 'A comment is gone. What was removed later than its event appears as removed from the first.',
})
export class CommentRemoved {
  @Field(() => Int, { description: 'The number of this event.' })
  seq!: number;

  @Field(() => ID, { description: 'The comment.' })
  commentId!: string;
}

@ObjectType({ description: 'The title, status or visibility changed.' })
export class TranscriptChanged {
  @Field(() => Int, { description: 'The number of this event.' })
  seq!: number;

  @Field(() => Transcript, { description: 'The transcript as it is now.' })
  transcript!: object;
}

@ObjectType({
  description: 'The line being typed, as it is now. It has no number: the latest wins, and it may be lost.',
})
export class DraftShown {
  @Field(() => Participant, { description: 'Who types.' })
  writer!: object;

  @Field(() => ID, {
    description:
      'Tells the writers of one transcript apart: each has a line of their own. It leads to nobody.',
  })
  writerKey!: string;

  @Field(() => String, { description: 'The line so far; empty when it was committed or given up.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Who speaks.' })
  speaker!: string | null;
}

@ObjectType({
  description:
    'How many read along now, those who work on the transcript left out. Only in feeds that ask for it; it has no number.',
})
export class AudienceCounted {
  @Field(() => Int, { description: 'How many people; somebody with two windows is one.' })
  count!: number;
}

/** Everything that a feed can bring; the object's own class says which. */
export const TranscriptEvent = createUnionType({
  name: 'TranscriptEvent',
  description:
    'Everything that happens in a transcript. Durable events carry seq; drafts and counts carry none.',
  types: () =>
    [
      SegmentAppended,
      SegmentRevised,
      SegmentRemoved,
      CommentPosted,
      CommentEdited,
      CommentRemoved,
      TranscriptChanged,
      DraftShown,
      AudienceCounted,
    ] as const,
});

@InputType({ description: 'The line being typed.' })
export class ShowDraftInput {
  @Field(() => ID, { description: 'The live transcript.' })
  transcriptId!: string;

  @Field(() => String, { description: 'At most 10,000 characters; empty clears the line.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'At most 80 characters.' })
  speaker?: string | null;
}

@ObjectType({ description: 'The line was shown to whoever reads along.' })
export class ShowDraftSuccess {
  @Field(() => Boolean, { description: 'Always true.' })
  shown!: boolean;
}

export const ShowDraftResult = resultUnion('ShowDraftResult', ShowDraftSuccess, [
  InvalidInput,
  TranscriptNotLive,
]);
