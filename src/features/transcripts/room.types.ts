import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { Segment } from './segments/segment.types.ts';
import { InsufficientPoints, SegmentConflict, TranscriptNotLive } from './transcript.errors.ts';
import { Transcript } from './transcript.types.ts';

@InputType({ description: 'A transcript to go live with.' })
export class StartLiveInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;
}

@ObjectType({ description: 'The transcript is live.' })
export class StartLiveSuccess {
  @Field(() => Transcript, { description: 'The transcript.' })
  transcript!: object;
}

@InputType({ description: 'A live transcript to end.' })
export class EndLiveInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;
}

@ObjectType({ description: 'The session has ended and is billed.' })
export class EndLiveSuccess {
  @Field(() => Transcript, { description: 'The transcript.' })
  transcript!: object;

  @Field(() => Int, { description: 'Started minutes of the session, from its first segment.' })
  minutes!: number;

  @Field(() => Int, { description: 'Card points it cost.' })
  pointsSpent!: number;
}

@InputType({ description: 'A segment for the end of a live transcript.' })
export class AppendSegmentInput {
  @Field(() => ID, {
    description: 'A UUID made by the client (UUIDv7), so that a retry is the same segment.',
  })
  id!: string;

  @Field(() => ID, { description: 'The live transcript.' })
  transcriptId!: string;

  @Field(() => String, { description: '1–10,000 characters.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'At most 80 characters.' })
  speaker?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Milliseconds from the beginning of the meeting. Absent: now.',
  })
  startedMs?: number | null;

  @Field(() => Int, { nullable: true, description: 'Milliseconds from the beginning of the meeting.' })
  endedMs?: number | null;
}

@ObjectType({ description: 'The segment stands.' })
export class AppendSegmentSuccess {
  @Field(() => Segment, { description: 'The segment as it stands.' })
  segment!: object;
}

@InputType({ description: 'A correction of a segment.' })
export class ReviseSegmentInput {
  @Field(() => ID, { description: 'The segment.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that you saw.' })
  baseRevision!: number;

  @Field(() => String, { description: '1–10,000 characters.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Absent: stays as it is. Null or empty: nobody.' })
  speaker?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is checked (副打). Absent: stays as it is. A mark is a revision like any other.',
  })
  isChecked?: boolean | null;
}

@ObjectType({ description: 'The correction stands.' })
export class ReviseSegmentSuccess {
  @Field(() => Segment, { description: 'The segment as it stands.' })
  segment!: object;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of the event that made it so, by which it can be taken back.',
  })
  seq!: number | null;
}

@InputType({ description: 'A segment to take away.' })
export class RemoveSegmentInput {
  @Field(() => ID, { description: 'The segment.' })
  id!: string;
}

@ObjectType({ description: 'The segment is gone.' })
export class RemoveSegmentSuccess {
  @Field(() => ID, { description: 'The segment.' })
  removedId!: string;

  @Field(() => Int, { description: 'The number of the event that took it away.' })
  seq!: number;
}

export const StartLiveResult = resultUnion('StartLiveResult', StartLiveSuccess, [InsufficientPoints]);
export const EndLiveResult = resultUnion('EndLiveResult', EndLiveSuccess, [TranscriptNotLive]);
export const AppendSegmentResult = resultUnion('AppendSegmentResult', AppendSegmentSuccess, [
  InvalidInput,
  TranscriptNotLive,
]);
export const ReviseSegmentResult = resultUnion('ReviseSegmentResult', ReviseSegmentSuccess, [
  SegmentConflict,
  InvalidInput,
]);
