import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { transcriptStatuses, Transcript, type TranscriptStatus } from '../transcripts/index.ts';
import {
  admissions,
  decisions,
  doorStates,
  visitWays,
  type Admission,
  type Decision,
  type DoorState,
  type VisitWay,
} from './door.rules.ts';

registerEnumType(admissions, {
  name: 'Admission',
  description: 'What the right view password does.',
  valuesConfig: {
    OPEN: { description: 'It lets in at once.' },
    APPROVAL: { description: 'The owner or the crew lets in each viewer.' },
  },
});

registerEnumType(doorStates, {
  name: 'DoorState',
  description: 'How you stand at the door of a shared transcript.',
  valuesConfig: {
    INSIDE: { description: 'You may read.' },
    PASSWORD: { description: 'The view password is asked for.' },
    WAITING: { description: 'Your password was right; the host has to let you in.' },
    REFUSED: { description: 'The host did not let you in.' },
    EXPIRED: { description: 'The time for which viewers were welcome is over.' },
  },
});

registerEnumType(decisions, {
  name: 'ViewerDecision',
  description: 'What becomes of those who wait.',
  valuesConfig: {
    APPROVE: { description: 'They come in.' },
    REFUSE: { description: 'They are told that they do not.' },
  },
});

registerEnumType(visitWays, {
  name: 'VisitWay',
  description: 'By what somebody came to read.',
  valuesConfig: {
    PASSWORD: { description: 'By the view password, without an account or beside it.' },
    PUBLIC: { description: 'A member, because it was public.' },
    CREW: { description: 'One of its crew.' },
  },
});

/** What the door of a shared transcript shows. */
@ObjectType({ description: 'What the door of a shared transcript shows to whoever has its share code.' })
export class SharedTranscript {
  @Field(() => String, { description: 'What the meeting is called.' })
  title!: string;

  @Field(() => transcriptStatuses, { description: 'Where it is in its life.' })
  status!: TranscriptStatus;

  @Field(() => Boolean, { description: 'Whether you still have to give the view password.' })
  needsPassword!: boolean;

  @Field(() => doorStates, { description: 'How you stand at it.' })
  state!: DoorState;

  @Field(() => Date, { nullable: true, description: 'Until when viewers are welcome; null: no end.' })
  viewersUntil!: Date | null;

  @Field(() => Transcript, { nullable: true, description: 'The transcript, once you may read it.' })
  transcript!: object | null;
}

@ObjectType({
  description: 'How you stand at a door now. A hint to act on: of the transcript itself it tells nothing.',
})
export class DoorHint {
  @Field(() => doorStates, {
    description:
      'How you stand at it. When INSIDE, connect anew: a line keeps the rights it was opened with.',
  })
  state!: DoorState;

  @Field(() => String, { description: 'What the meeting is called.' })
  title!: string;

  @Field(() => transcriptStatuses, { description: 'Where it is in its life.' })
  status!: TranscriptStatus;

  @Field(() => Date, { nullable: true, description: 'Until when viewers are welcome; null: no end.' })
  viewersUntil!: Date | null;

  @Field(() => Boolean, {
    description:
      'Whether somebody who may let you in was heard of in the last 25 seconds; asked while you wait.',
  })
  hostIsHere!: boolean;
}

@ObjectType({ description: 'Somebody who came to the door with the right view password.' })
export class Viewer {
  @Field(() => ID, { description: 'What they are approved, refused and revoked by.' })
  id!: string;

  @Field(() => String, { description: 'The name that they gave.' })
  nickname!: string;

  @Field(() => Date, { description: 'When they came.' })
  createdAt!: Date;
}

/** A page of viewers. */
export const ViewerConnection = connectionOf(() => Viewer, 'Viewer');

@ObjectType({ description: 'That somebody opened the transcript; kept for 30 days, told to its owner only.' })
export class ViewerVisit {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => visitWays, { description: 'By what they came to read.' })
  way!: VisitWay;

  @Field(() => String, { description: 'The name that they gave at the door, or a member’s own.' })
  visitorName!: string;

  @Field(() => String, {
    description:
      'From where, roughly: the /24 of an IPv4 address, the /48 of an IPv6 one; empty when not known.',
  })
  addressPrefix!: string;

  @Field(() => Date, { description: 'When. A member who reads what is public is noted once a day (UTC).' })
  createdAt!: Date;
}

/** A page of visits. */
export const ViewerVisitConnection = connectionOf(() => ViewerVisit, 'ViewerVisit');

@ObjectType({ description: 'Wrong view passwords of one day.' })
export class ViewPasswordMisses {
  @Field(() => String, { description: 'The day in UTC, as 2026-11-22.' })
  day!: string;

  @Field(() => Int, { description: 'How often a wrong password was given.' })
  attempts!: number;
}

@ObjectType({
  description: 'How the door of a transcript is kept, for its owner and its crew.',
})
export class TranscriptDoor {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;
}

@InputType({ description: 'What of a door is to be kept otherwise; what is absent stays as it is.' })
export class ChangeDoorInput {
  @Field(() => ID, { description: 'A transcript of yours.' })
  transcriptId!: string;

  @Field(() => admissions, {
    nullable: true,
    description: 'What the right view password does. OPEN lets in those who wait.',
  })
  admission?: Admission | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when viewers are welcome, in the future; null: no end. Absent: stays.',
  })
  viewersUntil?: Date | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Origins whose pages may embed the reader, at most 10: https://…, or http on localhost. Takes the place of the list.',
  })
  embedOrigins?: string[] | null;
}

@ObjectType({ description: 'The door is kept as was asked.' })
export class ChangeDoorSuccess {
  @Field(() => TranscriptDoor, { description: 'The door as it is now.' })
  door!: object;
}

@InputType({ description: 'What becomes of those who wait.' })
export class DecideViewersInput {
  @Field(() => ID, { description: 'A transcript that you work on.' })
  transcriptId!: string;

  @Field(() => decisions, { description: 'What becomes of them.' })
  decision!: Decision;

  @Field(() => [ID], { nullable: true, description: '1–100 of those who wait. Absent: all of them.' })
  viewerIds?: string[] | null;
}

@ObjectType({ description: 'It is decided; those whom it concerns know already.' })
export class DecideViewersSuccess {
  @Field(() => Int, { description: 'How many it concerned.' })
  decided!: number;

  @Field(() => TranscriptDoor, { description: 'The door as it is now.' })
  door!: object;
}

@InputType({ description: 'Viewers who are to read no longer.' })
export class RevokeViewersInput {
  @Field(() => ID, { description: 'A transcript of yours.' })
  transcriptId!: string;

  @Field(() => [ID], { nullable: true, description: '1–100 viewers. Absent: all of them.' })
  viewerIds?: string[] | null;
}

@ObjectType({ description: 'They read no longer. The view password stays: change it to keep them out.' })
export class RevokeViewersSuccess {
  @Field(() => Int, { description: 'How many could read until now.' })
  revoked!: number;

  @Field(() => TranscriptDoor, { description: 'The door as it is now.' })
  door!: object;
}

export const ChangeDoorResult = resultUnion('ChangeDoorResult', ChangeDoorSuccess, [InvalidInput]);
export const DecideViewersResult = resultUnion('DecideViewersResult', DecideViewersSuccess, [InvalidInput]);
export const RevokeViewersResult = resultUnion('RevokeViewersResult', RevokeViewersSuccess, [InvalidInput]);
