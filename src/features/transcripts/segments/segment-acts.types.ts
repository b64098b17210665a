import { Field, ID, InputType, Int, InterfaceType, ObjectType } from 'type-graphql';
import { resultUnion } from '../../../platform/graphql/result-union.ts';
import { InvalidInput } from '../../../platform/graphql/user-error.ts';
import { SegmentConflict } from '../transcript.errors.ts';
import { Transcript } from '../transcript.types.ts';
import { Segment } from './segment.types.ts';

/** The numbers that an act took. */
@InterfaceType({ description: 'What took numbers of a transcript’s log; by them it can be taken back.' })
export abstract class TookNumbers {
  @Field(() => Int, { nullable: true, description: 'The first number; null when nothing was changed.' })
  fromSeq!: number | null;

  @Field(() => Int, { nullable: true, description: 'The last number; there is no gap between.' })
  toSeq!: number | null;
}

/** An act that is asked for again by the same id is answered as the first time. */
@InputType({ description: 'An act that may have to be asked for again.' })
abstract class OnceInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'A UUID made by the client (UUIDv7) for what its user does, in however many requests: the same request again is answered as the first time, with the numbers that it took. Absent: again, it finds nothing left to do and names none.',
  })
  actId?: string | null;
}

@InputType({ description: 'Where a segment is to be cut in two.' })
export class SplitSegmentInput {
  @Field(() => ID, { description: 'The segment.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that you saw.' })
  baseRevision!: number;

  @Field(() => Int, {
    description: 'After how many characters, counted as code points; there is text on both sides.',
  })
  at!: number;

  @Field(() => ID, { description: 'A UUID made by the client (UUIDv7) for the later half.' })
  newId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who speaks in the later half. Absent: the same. Null or empty: nobody.',
  })
  speaker?: string | null;
}

@ObjectType({
  implements: TookNumbers,
  description: 'One segment is two, its time divided by their lengths.',
})
export class SplitSegmentSuccess extends TookNumbers {
  @Field(() => Segment, { description: 'The earlier half, which kept the id.' })
  segment!: object;

  @Field(() => Segment, { description: 'The later half, which stands right behind it.' })
  newSegment!: object;
}

@InputType({ description: 'Two neighbours that are to be one segment.' })
export class MergeSegmentsInput {
  @Field(() => ID, { description: 'The segment that stays.' })
  firstId!: string;

  @Field(() => Int, { description: 'The revision of it that you saw.' })
  firstRevision!: number;

  @Field(() => ID, { description: 'The one right behind it.' })
  secondId!: string;

  @Field(() => Int, { description: 'The revision of it that you saw.' })
  secondRevision!: number;

  @Field(() => String, {
    description: 'What is to stand between their texts: at most 8 characters, or nothing.',
  })
  joiner!: string;
}

@ObjectType({ implements: TookNumbers, description: 'Two segments are one.' })
export class MergeSegmentsSuccess extends TookNumbers {
  @Field(() => Segment, { description: 'The segment with both texts; it kept the first one’s speaker.' })
  segment!: object;

  @Field(() => ID, { description: 'The second, which is gone.' })
  removedId!: string;
}

@InputType({ description: 'A correction among many.' })
export class SegmentChangeInput {
  @Field(() => ID, { description: 'The segment.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that you saw.' })
  baseRevision!: number;

  @Field(() => String, { description: '1–10,000 characters.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Absent: stays as it is. Null or empty: nobody.' })
  speaker?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is checked. Absent: stays as it is.' })
  isChecked?: boolean | null;
}

@InputType({ description: 'Corrections of many segments of one transcript.' })
export class ReviseSegmentsInput extends OnceInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;

  @Field(() => [SegmentChangeInput], { description: 'From 1 to 500, each segment once.' })
  changes!: SegmentChangeInput[];
}

@ObjectType({ description: 'What became of one correction among many.' })
export class SegmentOutcome {
  @Field(() => ID, { description: 'The segment.' })
  id!: string;

  @Field(() => Boolean, {
    description: 'Whether it stands as you wanted; false: it was changed or removed meanwhile.',
  })
  isRevised!: boolean;

  @Field(() => Segment, { nullable: true, description: 'What stands now; null when it is not there.' })
  segment!: object | null;
}

@ObjectType({
  implements: TookNumbers,
  description: 'The corrections stand, but for those that were made on something older.',
})
export class ReviseSegmentsSuccess extends TookNumbers {
  @Field(() => [SegmentOutcome], { description: 'One for each correction, in their order.' })
  outcomes!: object[];
}

@InputType({ description: 'A speaker who is to be called something else.' })
export class RenameSpeakerInput extends OnceInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;

  @Field(() => String, { description: 'What the speaker is called now, exactly.' })
  from!: string;

  @Field(() => String, { description: 'At most 80 characters; empty: nobody.' })
  to!: string;
}

@ObjectType({ implements: TookNumbers, description: 'The speaker is called so in the whole transcript.' })
export class RenameSpeakerSuccess extends TookNumbers {
  @Field(() => Int, { description: 'In how many segments the name was changed.' })
  renamedCount!: number;
}

@InputType({ description: 'A removed segment to bring back.' })
export class RestoreSegmentInput extends OnceInput {
  @Field(() => ID, { description: 'The segment.' })
  id!: string;
}

@ObjectType({ implements: TookNumbers, description: 'The segment stands in its place again.' })
export class RestoreSegmentSuccess extends TookNumbers {
  @Field(() => Segment, { description: 'The segment.' })
  segment!: object;
}

@InputType({ description: 'Changes to take back, by the numbers that they took.' })
export class RevertChangesInput extends OnceInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;

  @Field(() => Int, { description: 'The first of the numbers.' })
  fromSeq!: number;

  @Field(() => Int, { description: 'The last of the numbers, at most 50,000 of them.' })
  toSeq!: number;
}

@ObjectType({
  implements: TookNumbers,
  description: 'The changes are taken back, where nobody has changed more since.',
})
export class RevertChangesSuccess extends TookNumbers {
  @Field(() => Int, { description: 'How many segments were changed for it.' })
  revertedCount!: number;

  @Field(() => [Segment], {
    description: 'Those that stay as they are because they were changed since; at most 100 are named.',
  })
  conflicts!: object[];
}

@InputType({ description: 'A transcript, and the number to whose text it is to go back.' })
export class RestoreTranscriptInput extends OnceInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;

  @Field(() => Int, {
    description: 'The number of the last event that is to count; 0: before the first. At most 50,000 back.',
  })
  seq!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The newest number that you saw: what was changed after it stays, and is named. Absent: the newest there is.',
  })
  untilSeq?: number | null;
}

@ObjectType({
  implements: TookNumbers,
  description: 'The whole text is what it was at that number, but for what was changed after you looked.',
})
export class RestoreTranscriptSuccess extends TookNumbers {
  @Field(() => Int, { description: 'How many segments were changed for it.' })
  revertedCount!: number;

  @Field(() => [Segment], {
    description:
      'Those that stay as they are because they were changed after you looked; at most 100 are named.',
  })
  conflicts!: object[];

  @Field(() => Transcript, { description: 'The transcript.' })
  transcript!: object;
}

export const SplitSegmentResult = resultUnion('SplitSegmentResult', SplitSegmentSuccess, [
  SegmentConflict,
  InvalidInput,
]);
export const MergeSegmentsResult = resultUnion('MergeSegmentsResult', MergeSegmentsSuccess, [
  SegmentConflict,
  InvalidInput,
]);
export const ReviseSegmentsResult = resultUnion('ReviseSegmentsResult', ReviseSegmentsSuccess, [
  InvalidInput,
]);
export const RenameSpeakerResult = resultUnion('RenameSpeakerResult', RenameSpeakerSuccess, [InvalidInput]);
export const RestoreSegmentResult = resultUnion('RestoreSegmentResult', RestoreSegmentSuccess, [
  SegmentConflict,
]);
export const RevertChangesResult = resultUnion('RevertChangesResult', RevertChangesSuccess, [InvalidInput]);
export const RestoreTranscriptResult = resultUnion('RestoreTranscriptResult', RestoreTranscriptSuccess, [
  InvalidInput,
]);
