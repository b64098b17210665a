import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, PageArgs, PageBothWaysArgs } from '../../platform/graphql/connection.ts';
import { ReadsAs } from '../../platform/reading/reads.ts';
import { Participant } from '../members/index.ts';
import * as reading from './transcript.reading.ts';
import {
  transcriptStatuses,
  visibilities,
  type TranscriptStatus,
  type Visibility,
} from './transcript-states.rules.ts';

registerEnumType(visibilities, {
  name: 'Visibility',
  description: 'Who may read a transcript besides its owner.',
  valuesConfig: {
    PRIVATE: { description: 'Viewers with the view password.' },
    PUBLIC: { description: 'Every registered member, and viewers with the view password.' },
  },
});

registerEnumType(transcriptStatuses, {
  name: 'TranscriptStatus',
  description: 'Where a transcript is in its life.',
  valuesConfig: {
    READY: { description: 'Made, not live yet.' },
    LIVE: { description: 'Being typed now.' },
    ENDED: { description: 'Over; it can go live again.' },
  },
});

/** A meeting's transcript. */
@ObjectType({ description: 'A meeting’s transcript.' })
export class Transcript {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'What the meeting is called.' })
  title!: string;

  @Field(() => transcriptStatuses, { description: 'Where it is in its life.' })
  status!: TranscriptStatus;

  @Field(() => visibilities, { description: 'Who may read it besides its owner.' })
  visibility!: Visibility;

  @Field(() => Int, { description: 'The number of its newest event; give it as `after` to its feed.' })
  lastSeq!: number;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'When anything in it last changed.' })
  updatedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it first went live.' })
  startedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was last ended; null while it is live or before.',
  })
  endedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was put into the bin; told to its owner only.' })
  deletedAt!: Date | null;

  @Field(() => Int, { description: 'How many segments stand in it.' })
  segmentCount!: number;

  @Field(() => Int, { description: 'How many characters its segments hold.' })
  characterCount!: number;

  @Field(() => Int, { description: 'How many comments stand in it, replies included.' })
  commentCount!: number;

  @Field(() => Participant, { description: 'Whose it is.' })
  @ReadsAs(reading.ownerReads)
  owner!: Participant;

  @Field(() => Participant, {
    description: 'Who has the lead (主打) among those who write: the owner until somebody else took it.',
  })
  @ReadsAs(reading.leadWriterReads)
  leadWriter!: Participant;

  @Field(() => String, {
    nullable: true,
    description: 'What invited viewers enter it by; told to its owner only.',
  })
  @ReadsAs(reading.shareCodeReads)
  shareCode!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether there is a view password; told to its owner only.',
  })
  @ReadsAs(reading.viewPasswordSetReads)
  viewPasswordSet!: boolean | null;

  @Field(() => Boolean, { description: 'Whether it is yours.' })
  @ReadsAs(reading.viewerIsOwnerReads)
  viewerIsOwner!: boolean;

  @Field(() => Boolean, { description: 'Whether you may type into it.' })
  @ReadsAs(reading.viewerCanWriteReads)
  viewerCanWrite!: boolean;

  @Field(() => Boolean, { description: 'Whether you work on it: as its owner, a writer or an organiser.' })
  @ReadsAs(reading.viewerIsCrewReads)
  viewerIsCrew!: boolean;

  @Field(() => Boolean, { description: 'Whether you may comment.' })
  @ReadsAs(reading.viewerCanCommentReads)
  viewerCanComment!: boolean;

  @Field(() => String, { nullable: true, description: 'The name under which you comment here.' })
  @ReadsAs(reading.viewerNameReads)
  viewerName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'As whom you comment here: keep what is unsent under it, and give it with a comment as `authorKey`, so that nobody else who uses the same device sends it as theirs.',
  })
  @ReadsAs(reading.viewerKeyReads)
  viewerKey!: string | null;
}

/** A page of transcripts. */
export const TranscriptConnection = connectionOf(() => Transcript, 'Transcript');

/** A running session. */
@ObjectType({ description: 'A running live session, as its owner sees it.' })
export class LiveSession {
  @Field(() => Date, { description: 'When it was started.' })
  startedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When its first segment was committed: the meter runs from here.',
  })
  firstSegmentAt!: Date | null;

  @Field(() => Int, { description: 'Minutes billed so far.' })
  minutes!: number;

  @Field(() => Int, { description: 'Card points spent so far.' })
  pointsSpent!: number;
}

/** How a list of one's own transcripts can be narrowed. */
@ArgsType()
export class TranscriptListArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only those whose title or text contains this.' })
  search?: string | null;

  @Field(() => transcriptStatuses, { nullable: true, description: 'Only those in this state.' })
  status?: TranscriptStatus | null;

  @Field(() => visibilities, { nullable: true, description: 'Only those with this visibility.' })
  visibility?: Visibility | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Those in the bin instead of those that are not.',
  })
  inBin!: boolean;
}

/** How the public list can be narrowed. */
@ArgsType()
export class PublicTranscriptArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only those whose title or text contains this.' })
  search?: string | null;
}

/** Which segments of a transcript. */
@ArgsType()
export class SegmentArgs extends PageBothWaysArgs {
  @Field(() => String, { nullable: true, description: 'Only those that contain this, in any letter case.' })
  search?: string | null;
}
