import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { Transcript } from '../transcripts/index.ts';
import { Presence } from './crew-feed.types.ts';
import { CrewFull, NoSuchMember } from './crew.errors.ts';
import { crewRoles, invitedRoles, type CrewRole, type InvitedRole } from './crew.rules.ts';

registerEnumType(crewRoles, {
  name: 'CrewRole',
  description: 'In which part somebody works on a transcript.',
  valuesConfig: {
    OWNER: { description: 'Whose it is: pays, and manages it.' },
    WRITER: { description: 'Types, corrects, starts and ends live; the owner’s points pay.' },
    ORGANISER: { description: 'Reads, comments and talks to the crew; does not type.' },
  },
});

registerEnumType(invitedRoles, {
  name: 'InvitedRole',
  description: 'What somebody may be invited as.',
  valuesConfig: {
    WRITER: { description: 'Types, corrects, starts and ends live; the owner’s points pay.' },
    ORGANISER: { description: 'Reads, comments and talks to the crew; does not type.' },
  },
});

/** Somebody who works on a transcript. */
@ObjectType({ description: 'Somebody who works on a transcript, as the others of its crew see them.' })
export class CrewMember {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => ID, { description: 'By what their drafts are known in the transcript’s feed.' })
  writerKey!: string;

  @Field(() => String, { description: 'The name that they go by.' })
  displayName!: string;

  @Field(() => crewRoles, { description: 'Their part.' })
  role!: CrewRole;

  @Field(() => Boolean, { description: 'Whether they have the lead (主打): one at a time.' })
  isLead!: boolean;

  @Field(() => Presence, {
    nullable: true,
    description: 'What they are doing; null for whoever is not here.',
  })
  presence!: object | null;

  @Field(() => Boolean, { description: 'Whether that is you.' })
  isViewer!: boolean;
}

@InputType({ description: 'Somebody to work with on your transcript.' })
export class InviteToCrewInput {
  @Field(() => ID, { description: 'Your transcript.' })
  transcriptId!: string;

  @Field(() => String, { description: 'The name that they log in with, at most 32 characters.' })
  username!: string;

  @Field(() => invitedRoles, { description: 'Their part; who has another gets this one instead.' })
  role!: InvitedRole;
}

@ObjectType({ description: 'They work on it from now on.' })
export class InviteToCrewSuccess {
  @Field(() => Transcript, { description: 'The transcript.' })
  transcript!: object;
}

@InputType({ description: 'Somebody who is to work on it no more.' })
export class RemoveFromCrewInput {
  @Field(() => ID, { description: 'Your transcript.' })
  transcriptId!: string;

  @Field(() => ID, { description: 'The member.' })
  memberId!: string;
}

@ObjectType({ description: 'They have no part in it any more.' })
export class RemoveFromCrewSuccess {
  @Field(() => Transcript, { description: 'The transcript.' })
  transcript!: object;
}

@InputType({ description: 'A transcript that you want to work on no more.' })
export class LeaveCrewInput {
  @Field(() => ID, { description: 'The transcript.' })
  transcriptId!: string;
}

@ObjectType({ description: 'You have no part in it any more.' })
export class LeaveCrewSuccess {
  @Field(() => ID, { description: 'The transcript.' })
  leftId!: string;
}

export const InviteToCrewResult = resultUnion('InviteToCrewResult', InviteToCrewSuccess, [
  NoSuchMember,
  CrewFull,
  InvalidInput,
  TooManyAttempts,
]);
