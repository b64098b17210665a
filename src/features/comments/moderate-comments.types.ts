import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { Transcript } from '../transcripts/index.ts';
import {
  commentModes,
  reportReasons,
  reviewVerdicts,
  type CommentMode,
  type ReportReason,
  type ReviewVerdict,
} from './comment-moderation.rules.ts';
import { CommentBan } from './comment-moderation.types.ts';

registerEnumType(reviewVerdicts, {
  name: 'ReviewVerdict',
  description: 'What becomes of comments that wait.',
  valuesConfig: {
    APPROVE: { description: 'They are posted, and take their numbers now.' },
    REFUSE: { description: 'They are not posted; only their authors still see them.' },
  },
});

@InputType({ description: 'Who may comment on a transcript.' })
export class SetCommentModeInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;

  @Field(() => commentModes, { description: 'Who may comment from now on.' })
  mode!: CommentMode;
}

@ObjectType({ description: 'It is so from now on.' })
export class SetCommentModeSuccess {
  @Field(() => Transcript, { description: 'The transcript as it is now.' })
  transcript!: object;
}

@InputType({ description: 'Words that make a comment wait.' })
export class SetCommentWordsInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;

  @Field(() => [String], {
    description:
      'The whole list: up to 200 words of up to 40 characters. Found in any case and width; Chinese anywhere, in an alphabet as whole words.',
  })
  words!: readonly string[];
}

@ObjectType({ description: 'The list is so from now on.' })
export class SetCommentWordsSuccess {
  @Field(() => [String], { description: 'The list as it is kept: each word once.' })
  words!: readonly string[];
}

export const SetCommentWordsResult = resultUnion('SetCommentWordsResult', SetCommentWordsSuccess, [
  InvalidInput,
]);

@InputType({ description: 'A decision about comments that wait.' })
export class ReviewCommentsInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Which of them, up to 100; without it, all that wait at this moment.',
  })
  ids?: readonly string[] | null;

  @Field(() => reviewVerdicts, { description: 'What becomes of them.' })
  verdict!: ReviewVerdict;
}

@ObjectType({ description: 'It is decided.' })
export class ReviewCommentsSuccess {
  @Field(() => [ID], { description: 'Those that this decided about; of the others somebody else was first.' })
  decidedIds!: readonly string[];
}

export const ReviewCommentsResult = resultUnion('ReviewCommentsResult', ReviewCommentsSuccess, [
  InvalidInput,
]);

@InputType({ description: 'A reader’s objection to a comment.' })
export class ReportCommentInput {
  @Field(() => ID, { description: 'The comment.' })
  id!: string;

  @Field(() => reportReasons, { description: 'What is wrong with it.' })
  reason!: ReportReason;

  @Field(() => String, { nullable: true, description: 'In other words, up to 200 characters.' })
  note?: string | null;
}

@ObjectType({ description: 'The host is told, now or since an earlier report of yours.' })
export class ReportCommentSuccess {
  @Field(() => ID, { description: 'The comment.' })
  reportedId!: string;
}

export const ReportCommentResult = resultUnion('ReportCommentResult', ReportCommentSuccess, [
  InvalidInput,
  TooManyAttempts,
]);

@InputType({ description: 'A comment whose reports are without reason.' })
export class DismissReportsInput {
  @Field(() => ID, { description: 'The comment.' })
  id!: string;
}

@ObjectType({ description: 'The comment stays, and its reports are done with.' })
export class DismissReportsSuccess {
  @Field(() => ID, { description: 'The comment.' })
  dismissedId!: string;
}

@InputType({ description: 'Somebody whose comments are to be taken no longer.' })
export class BanCommenterInput {
  @Field(() => ID, { description: 'A comment of theirs: posted, waiting or removed.' })
  commentId!: string;
}

@ObjectType({ description: 'They can read on, and comment no longer.' })
export class BanCommenterSuccess {
  @Field(() => CommentBan, { description: 'The ban, now or since earlier.' })
  ban!: object;
}

export const BanCommenterResult = resultUnion('BanCommenterResult', BanCommenterSuccess, [InvalidInput]);

@InputType({ description: 'A ban that is to end.' })
export class UnbanCommenterInput {
  @Field(() => ID, { description: 'The ban.' })
  id!: string;
}

@ObjectType({ description: 'They can comment again, now or since earlier.' })
export class UnbanCommenterSuccess {
  @Field(() => ID, { description: 'The ban.' })
  endedId!: string;
}
