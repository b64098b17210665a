import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { ReadsAs } from '../../platform/reading/reads.ts';
import { Participant } from '../members/index.ts';
import * as reading from './comment-moderation.reading.ts';
import {
  commentModes,
  heldReasons,
  reportReasons,
  type HeldReason,
  type ReportReason,
} from './comment-moderation.rules.ts';

registerEnumType(commentModes, {
  name: 'CommentMode',
  description: 'Who may comment, of those who may read. Whoever may type into the transcript always may.',
  valuesConfig: {
    OPEN: { description: 'Everybody; only what holds a word of the list waits.' },
    REVIEWED: { description: 'Everybody; each comment waits until it is approved.' },
    CLOSED: { description: 'Nobody; what was written stays.' },
  },
});

registerEnumType(heldReasons, {
  name: 'HeldReason',
  description: 'Why a comment waits.',
  valuesConfig: {
    REVIEW: { description: 'Every comment is looked at first.' },
    WORDS: { description: 'It holds a word of the host’s list.' },
  },
});

registerEnumType(reportReasons, {
  name: 'ReportReason',
  description: 'What a reader has against a comment.',
  valuesConfig: {
    SPAM: { description: 'Advertising, or the same again and again.' },
    ABUSE: { description: 'It insults or harasses somebody.' },
    OFF_TOPIC: { description: 'It has nothing to do with the meeting.' },
    OTHER: { description: 'Something else; the note says what.' },
  },
});

/** A comment that waits. */
@ObjectType({
  description:
    'A comment that waits for the host, or was refused. Only its author and those who decide see it; it has no number yet.',
})
export class HeldComment {
  @Field(() => ID, { description: 'The id that the comment keeps when it is posted.' })
  id!: string;

  @Field(() => String, { description: 'What was written, exactly as it was typed.' })
  body!: string;

  @Field(() => Date, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The top-level comment that it answers.' })
  parentId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The segment that it is pinned to.' })
  segmentId!: string | null;

  @Field(() => String, { nullable: true, description: 'What its author read there.' })
  quote!: string | null;

  @Field(() => heldReasons, { description: 'Why it waits.' })
  reason!: HeldReason;

  @Field(() => Boolean, { description: 'Whether it was refused; told to its author only.' })
  @ReadsAs(reading.isRefusedReads)
  isRefused!: boolean;

  @Field(() => Participant, { description: 'Who wrote it.' })
  @ReadsAs(reading.heldAuthorReads)
  author!: Participant;
}

/** A page of comments that wait. */
export const HeldCommentConnection = connectionOf(() => HeldComment, 'HeldComment');

/** What a reader said against a comment. */
@ObjectType({ description: 'What a reader said against a comment. Who it was is told to nobody.' })
export class CommentReport {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => reportReasons, { description: 'What they have against it.' })
  reason!: ReportReason;

  @Field(() => String, { nullable: true, description: 'What they added.' })
  note!: string | null;

  @Field(() => Date, { description: 'When they said so.' })
  createdAt!: Date;
}

/** A page of reports. */
export const CommentReportConnection = connectionOf(() => CommentReport, 'CommentReport');

/** Somebody who may not comment on a transcript. */
@ObjectType({
  description: 'Somebody whose comments are not taken on a transcript; they can go on reading it.',
})
export class CommentBan {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => Date, { description: 'Since when.' })
  createdAt!: Date;

  @Field(() => Participant, { description: 'Who it is.' })
  @ReadsAs(reading.bannedReads)
  banned!: Participant;
}

/** A page of bans. */
export const CommentBanConnection = connectionOf(() => CommentBan, 'CommentBan');
