import { Field, InputType, ObjectType } from 'type-graphql';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { Transcript } from '../transcripts/index.ts';
import { ViewingEnded, WaitingForApproval, WrongViewPassword } from './door.errors.ts';

@InputType({ description: 'What an invited viewer knows, and the name they want to be called.' })
export class OpenTranscriptInput {
  @Field(() => String, { description: 'The share code; spaces, dashes and letter case do not matter.' })
  shareCode!: string;

  @Field(() => String, { description: 'The view password.' })
  viewPassword!: string;

  @Field(() => String, { description: 'Shown beside your comments; 1–40 characters.' })
  nickname!: string;
}

@ObjectType({ description: 'You may read this transcript now. The same right is in a cookie.' })
export class OpenTranscriptSuccess {
  @Field(() => String, { description: 'A bearer token for this transcript alone.' })
  token!: string;

  @Field(() => Transcript, { description: 'The transcript.' })
  transcript!: object;
}

export const OpenTranscriptResult = resultUnion('OpenTranscriptResult', OpenTranscriptSuccess, [
  WrongViewPassword,
  InvalidInput,
  TooManyAttempts,
  WaitingForApproval,
  ViewingEnded,
]);
