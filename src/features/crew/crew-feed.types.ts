import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { ReadsAs } from '../../platform/reading/reads.ts';
import { Participant } from '../members/index.ts';
import { Transcript } from '../transcripts/index.ts';
import * as reading from './crew.reading.ts';
import { activities, type Activity } from './presence.rules.ts';

registerEnumType(activities, {
  name: 'Activity',
  description: 'What somebody of the crew is doing.',
  valuesConfig: {
    TYPING: { description: 'Types at the end.' },
    CORRECTING: { description: 'Corrects a segment.' },
    WATCHING: { description: 'Reads along.' },
    AWAY: { description: 'Has left, or looks at something else.' },
  },
});

/** What somebody was doing when they were last heard of. */
@ObjectType({ description: 'What somebody of the crew is doing, as they last said.' })
export class Presence {
  @Field(() => activities, { description: 'What they are doing.' })
  activity!: Activity;

  @Field(() => ID, { nullable: true, description: 'The segment that they correct.' })
  segmentId!: string | null;

  @Field(() => Date, { description: 'When they said so; after a minute it says nothing any more.' })
  seenAt!: Date;
}

/** What somebody of the crew wrote to the others. */
@ObjectType({ description: 'What somebody of the crew wrote to the others; readers never see it.' })
export class CrewMessage {
  @Field(() => ID, { description: 'Made by the client that wrote it (UUIDv7).' })
  id!: string;

  @Field(() => Int, {
    description: 'Its number in the crew’s own log, without a gap; messages stand in this order.',
  })
  seq!: number;

  @Field(() => ID, { description: 'The member who wrote it.' })
  authorId!: string;

  @Field(() => Participant, { description: 'Who wrote it.' })
  @ReadsAs(reading.messageAuthorReads)
  author!: Participant;

  @Field(() => String, { description: 'What was written, exactly as it was typed.' })
  body!: string;

  @Field(() => Date, { description: 'When it was posted.' })
  createdAt!: Date;
}

/** A page of messages. */
export const CrewMessageConnection = connectionOf(() => CrewMessage, 'CrewMessage');

@InputType({ description: 'A message to the crew.' })
export class PostCrewMessageInput {
  @Field(() => ID, { description: 'Made by you (UUIDv7): a retry with the same id is the same message.' })
  id!: string;

  @Field(() => ID, { description: 'The transcript that you work on.' })
  transcriptId!: string;

  @Field(() => String, { description: 'From 1 to 2,000 characters; line breaks are kept.' })
  body!: string;
}

@ObjectType({ description: 'The message was posted, now or by an earlier try.' })
export class PostCrewMessageSuccess {
  @Field(() => CrewMessage, { description: 'The message as it stands.' })
  posted!: object;
}

export const PostCrewMessageResult = resultUnion('PostCrewMessageResult', PostCrewMessageSuccess, [
  InvalidInput,
  TooManyAttempts,
]);

@InputType({ description: 'What you are doing; say it when it changes and every 20 seconds.' })
export class ShowPresenceInput {
  @Field(() => ID, { description: 'The transcript that you work on.' })
  transcriptId!: string;

  @Field(() => activities, { description: 'What you are doing.' })
  activity!: Activity;

  @Field(() => ID, { nullable: true, description: 'The segment that you correct.' })
  segmentId?: string | null;
}

@ObjectType({ description: 'The crew was told.' })
export class ShowPresenceSuccess {
  @Field(() => Boolean, { description: 'Always true.' })
  shown!: boolean;
}

@ObjectType({ description: 'Somebody of the crew wrote to the others.' })
export class CrewMessagePosted {
  @Field(() => Int, { description: 'The number of this message.' })
  seq!: number;

  @Field(() => CrewMessage, { description: 'The message.' })
  message!: object;
}

@ObjectType({
  description: 'Somebody of the crew is here, and what they do. It has no number and may be lost.',
})
export class WriterPresent {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { description: 'The name that they go by.' })
  displayName!: string;

  @Field(() => Presence, { description: 'What they do.' })
  presence!: object;
}

@ObjectType({
  description:
    'Who works on it, in which part, or who has the lead is another: look again. It has no number and may be lost.',
})
export class CrewChanged {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;
}

/** Everything that the crew's feed can bring; the object's own class says which. */
export const CrewEvent = createUnionType({
  name: 'CrewEvent',
  description: 'What the crew says and does. Messages carry seq; the others carry none.',
  types: () => [CrewMessagePosted, WriterPresent, CrewChanged] as const,
});

@InputType({ description: 'Who is to have the lead.' })
export class HandOverInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;

  @Field(() => ID, { description: 'The member: one of those who write.' })
  toMemberId!: string;
}

@ObjectType({ description: 'They have the lead.' })
export class HandOverSuccess {
  @Field(() => Transcript, { description: 'The transcript.' })
  transcript!: object;
}

export const HandOverResult = resultUnion('HandOverResult', HandOverSuccess, [InvalidInput]);

@InputType({ description: 'A transcript whose lead you take.' })
export class TakeLeadInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;
}

@ObjectType({ description: 'You have the lead.' })
export class TakeLeadSuccess {
  @Field(() => Transcript, { description: 'The transcript.' })
  transcript!: object;
}
