import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, type Page } from '../../platform/graphql/connection.ts';

/** What a member may do beyond their own affairs. */
export const MemberRole = { MEMBER: 'MEMBER', OPERATOR: 'OPERATOR' } as const;
export type MemberRole = keyof typeof MemberRole;
registerEnumType(MemberRole, {
  name: 'MemberRole',
  description: 'What a member may do beyond their own affairs.',
  valuesConfig: {
    MEMBER: { description: 'A customer of the house.' },
    OPERATOR: { description: 'Staff: runs the house.' },
  },
});

/** In which part a person appears to others. */
export const ParticipantKind = { OWNER: 'OWNER', MEMBER: 'MEMBER', GUEST: 'GUEST' } as const;
export type ParticipantKind = keyof typeof ParticipantKind;
registerEnumType(ParticipantKind, {
  name: 'ParticipantKind',
  description: 'In which part a person appears to others.',
  valuesConfig: {
    OWNER: { description: 'The owner of the transcript.' },
    MEMBER: { description: 'A registered member.' },
    GUEST: { description: 'An invited viewer without an account.' },
  },
});

/** How a person appears to others. */
@ObjectType({ description: 'How a person appears to others; nothing else of them is shown.' })
export class Participant {
  @Field(() => String, { description: 'The name that the person goes by.' })
  displayName!: string;

  @Field(() => ParticipantKind, { description: 'In which part they appear.' })
  kind!: ParticipantKind;
}

/** A person as others see them. */
export const participantOf = (displayName: string, kind: ParticipantKind): Participant => ({
  displayName,
  kind,
});

/** Yourself. Other features add what is theirs by resolvers of this type. */
@ObjectType({ description: 'Yourself, as only you see it; other people are Participants.' })
export class Member {
  @Field(() => ID, { description: 'The member’s id.' })
  id!: string;

  @Field(() => String, { description: 'The name to log in with.' })
  username!: string;

  @Field(() => String, { description: 'The name that others see.' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: 'Where password reset links are sent.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'A phone number, for the house only.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'The birthday as YYYY-MM-DD.' })
  birthday!: string | null;

  @Field(() => String, { description: 'The language of mails: zh-CN or en.' })
  locale!: string;

  @Field(() => String, { description: 'The IANA time zone in which times are shown.' })
  timeZone!: string;

  @Field(() => MemberRole, { description: 'Member, or operator of the house.' })
  role!: MemberRole;

  @Field(() => Date, { description: 'When the account was made.' })
  createdAt!: Date;

  @Field(() => Boolean, { description: 'Whether a security question stands behind a password reset.' })
  securityQuestionSet!: boolean;

  @Field(() => String, { nullable: true, description: 'The security question; never its answer.' })
  securityQuestion!: string | null;

  @Field(() => Boolean, { description: 'Whether new transcripts get the default view password.' })
  defaultViewPasswordSet!: boolean;
}

/** One of your log-ins. */
@ObjectType({ description: 'One of your log-ins.' })
export class Session {
  @Field(() => ID, { description: 'The session’s id; not its token.' })
  id!: string;

  @Field(() => String, { description: 'What the client said it is.' })
  device!: string;

  @Field(() => String, { description: 'The network address that it was opened from.' })
  address!: string;

  @Field(() => Date, { description: 'When it was opened.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'When it was last used, to the minute.' })
  lastSeenAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is the session of this very request.' })
  isCurrent!: boolean;
}

/** A member as staff see them. */
@ObjectType({ description: 'A member as staff see them: no contact data, no secrets.' })
export class MemberAccount {
  @Field(() => ID, { description: 'The member’s id.' })
  id!: string;

  @Field(() => String, { description: 'The name to log in with.' })
  username!: string;

  @Field(() => String, { description: 'The name that others see.' })
  displayName!: string;

  @Field(() => MemberRole, { description: 'Member, or operator of the house.' })
  role!: MemberRole;

  @Field(() => Date, { description: 'When the account was made.' })
  createdAt!: Date;
}

export const MemberAccountConnection = connectionOf(() => MemberAccount, 'MemberAccount');
export type MemberAccountPage = Page<MemberAccount>;

/** The house as anyone may know it. */
@ObjectType({ description: 'The house as anyone may know it.' })
export class ServiceInfo {
  @Field(() => String, { description: 'The version that is running.' })
  version!: string;

  @Field(() => Int, { description: 'The card points that a new member is given.' })
  welcomePoints!: number;

  @Field(() => Int, { description: 'The card points that a started minute of live typing costs.' })
  pointsPerMinute!: number;

  @Field(() => Boolean, { description: 'Whether the house can send mail, as password reset links need.' })
  mailIsConfigured!: boolean;

  @Field(() => Boolean, { description: 'Whether the first operator is still to be made by the setup link.' })
  needsSetup!: boolean;

  @Field(() => Int, { description: 'For how many days deleted transcripts can be restored.' })
  binDays!: number;

  @Field(() => Int, { description: 'For how many minutes a comment can be edited.' })
  commentEditMinutes!: number;
}

/** What a proved reset link asks for. */
@ObjectType({ description: 'A password reset whose mailed link was proved.' })
export class PasswordReset {
  @Field(() => String, {
    nullable: true,
    description: 'The security question to answer as well; null where none is set.',
  })
  securityQuestion!: string | null;

  @Field(() => Date, { description: 'When the link stops working.' })
  expiresAt!: Date;
}
