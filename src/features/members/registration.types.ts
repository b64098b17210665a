import { Field, InputType, ObjectType } from 'type-graphql';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { InvalidToken, UsernameTaken } from './member.errors.ts';
import { Member } from './member.types.ts';

@InputType({ description: 'What somebody tells of themselves to become a member.' })
export class RegisterMemberInput {
  @Field(() => String, {
    description:
      '3–32 characters: letters and digits of any script, and . _ -; case does not tell names apart.',
  })
  username!: string;

  @Field(() => String, { description: '8–128 characters of any kind; common passwords are refused.' })
  password!: string;

  @Field(() => String, { description: 'The name that others see: 1–40 characters.' })
  displayName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where password reset links are sent; at most 254 characters.',
  })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'A phone number; at most 32 characters.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The birthday as YYYY-MM-DD.' })
  birthday?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Reserved for the membership programme: checked (at most 64 characters), not used yet.',
  })
  referralCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The language of mails, zh-CN or en; the request’s language when absent.',
  })
  locale?: string | null;
}

@ObjectType({ description: 'The member exists and is signed in.' })
export class RegisterMemberSuccess {
  @Field(() => String, {
    description:
      'The session’s token, for clients without cookies: Authorization: Bearer TOKEN. Shown this once.',
  })
  token!: string;

  @Field(() => Member, { description: 'The new member.' })
  member!: Member;
}

export const RegisterMemberResult = resultUnion('RegisterMemberResult', RegisterMemberSuccess, [
  InvalidInput,
  UsernameTaken,
  TooManyAttempts,
]);

@InputType({ description: 'The first operator, by the link that was printed at first boot.' })
export class SetUpOperatorInput {
  @Field(() => String, { description: 'The secret of the setup link: what stands after #token=.' })
  token!: string;

  @Field(() => String, { description: '3–32 characters: letters and digits of any script, and . _ -.' })
  username!: string;

  @Field(() => String, { description: '8–128 characters of any kind; common passwords are refused.' })
  password!: string;

  @Field(() => String, { description: 'The name that others see: 1–40 characters.' })
  displayName!: string;
}

@ObjectType({ description: 'The operator exists and is signed in.' })
export class SetUpOperatorSuccess {
  @Field(() => String, { description: 'The session’s token, for clients without cookies. Shown this once.' })
  token!: string;

  @Field(() => Member, { description: 'The new operator.' })
  member!: Member;
}

export const SetUpOperatorResult = resultUnion('SetUpOperatorResult', SetUpOperatorSuccess, [
  InvalidToken,
  InvalidInput,
  UsernameTaken,
  TooManyAttempts,
]);
