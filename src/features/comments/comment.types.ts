import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { ReadsAs } from '../../platform/reading/reads.ts';
import { Participant } from '../members/index.ts';
import { Transcript } from '../transcripts/index.ts';
import * as reading from './comment.reading.ts';
import { CommenterBanned, CommentsClosed, EditNeedsReview } from './comment-refusal.errors.ts';
import { CommentHeld, EditWindowClosed } from './comment.errors.ts';

/** What somebody wrote about a transcript. */
@ObjectType({ description: 'What somebody wrote about a transcript. Threads are one level deep.' })
export class Comment {
  @Field(() => ID, { description: 'Made by the client that wrote it (UUIDv7).' })
  id!: string;

  @Field(() => Int, { description: 'The number of the event that posted it; comments stand in this order.' })
  seq!: number;

  @Field(() => String, {
    description: 'What was written, exactly as it was typed; empty once it was removed.',
  })
  body!: string;

  @Field(() => Date, { description: 'When it was posted.' })
  createdAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When its words were last changed; null when they never were.',
  })
  editedAt!: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The top-level comment that it answers; null for a top-level one.',
  })
  parentId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The segment that it is pinned to, which may have been removed since; null for one about the whole.',
  })
  segmentId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What its author read in that segment; it may read otherwise by now.',
  })
  quote!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it was removed: its place stays, its words are gone.',
  })
  @ReadsAs(reading.isRemovedReads)
  isRemoved!: boolean;

  @Field(() => Participant, { description: 'Who wrote it.' })
  @ReadsAs(reading.authorReads)
  author!: Participant;

  @Field(() => Transcript, { description: 'The transcript that it is about.' })
  @ReadsAs(reading.aboutReads)
  transcript!: object;

  @Field(() => Boolean, {
    description:
      'Whether the transcript’s owner has written after it in its thread. Never true of the owner’s own.',
  })
  @ReadsAs(reading.isAnsweredReads)
  isAnswered!: boolean;

  @Field(() => Boolean, { description: 'Whether you wrote it.' })
  @ReadsAs(reading.viewerIsAuthorReads)
  viewerIsAuthor!: boolean;

  @Field(() => Boolean, { description: 'Whether you can change it now.' })
  @ReadsAs(reading.viewerCanEditReads)
  viewerCanEdit!: boolean;

  @Field(() => Boolean, { description: 'Whether you can remove it: your own, and any where you moderate.' })
  @ReadsAs(reading.viewerCanRemoveReads)
  viewerCanRemove!: boolean;
}

/** A page of comments. */
export const CommentConnection = connectionOf(() => Comment, 'Comment');

/** Which of the received comments are wanted. */
@ArgsType()
export class ReceivedCommentsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Only those that wait for an answer.',
  })
  unansweredOnly!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Your own on your own transcripts too; they never wait for an answer.',
  })
  includeOwn!: boolean;
}

@InputType({ description: 'A new comment.' })
export class AddCommentInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Made by you (UUIDv7): a retry with the same id is the same comment. Without it, a retry is a second comment.',
  })
  id?: string | null;

  @Field(() => ID, { description: 'The transcript that it is about.' })
  transcriptId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The comment that it answers. A reply to a reply stands in the same thread.',
  })
  parentId?: string | null;

  @Field(() => String, { description: 'From 1 to 2,000 characters; line breaks are kept.' })
  body!: string;

  @Field(() => ID, { nullable: true, description: 'A segment of the transcript that it is to be pinned to.' })
  segmentId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What you read in that segment, up to 200 characters. Kept as it is given, even if the segment reads otherwise by now.',
  })
  quote?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'As whom you wrote it (`viewerKey`): refused with UNAUTHENTICATED where you are somebody else by now. Absent: not asked.',
  })
  authorKey?: string | null;
}

@ObjectType({ description: 'The comment was posted, now or by an earlier try.' })
export class AddCommentSuccess {
  @Field(() => Comment, { description: 'The comment as it stands.' })
  comment!: object;
}

export const AddCommentResult = resultUnion('AddCommentResult', AddCommentSuccess, [
  InvalidInput,
  TooManyAttempts,
  CommentHeld,
  CommentsClosed,
  CommenterBanned,
]);

@InputType({ description: 'New words for one’s own comment.' })
export class EditCommentInput {
  @Field(() => ID, { description: 'The comment.' })
  id!: string;

  @Field(() => String, { description: 'From 1 to 2,000 characters; line breaks are kept.' })
  body!: string;
}

@ObjectType({ description: 'The comment has its new words.' })
export class EditCommentSuccess {
  @Field(() => Comment, { description: 'The comment as it stands.' })
  comment!: object;
}

export const EditCommentResult = resultUnion('EditCommentResult', EditCommentSuccess, [
  InvalidInput,
  EditWindowClosed,
  EditNeedsReview,
  CommentsClosed,
  CommenterBanned,
]);

@InputType({ description: 'A comment to take away.' })
export class RemoveCommentInput {
  @Field(() => ID, { description: 'The comment: one’s own, or any on a transcript that one moderates.' })
  id!: string;
}

@ObjectType({ description: 'The comment’s words are gone, now or since earlier; a mark stays in its place.' })
export class RemoveCommentSuccess {
  @Field(() => ID, { description: 'The comment.' })
  removedId!: string;
}
