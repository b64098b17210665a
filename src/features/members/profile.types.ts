import { Field, InputType, ObjectType } from 'type-graphql';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { WrongPassword } from './member.errors.ts';
import { Member } from './member.types.ts';

@InputType({
  description: 'A change of profile: what is absent stays as it is, null clears what can be empty.',
})
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'The name that others see: 1–40 characters.' })
  displayName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where password reset links are sent; at most 254 characters.',
  })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'A phone number; at most 32 characters.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The birthday as YYYY-MM-DD.' })
  birthday?: string | null;

  @Field(() => String, { nullable: true, description: 'The language of mails: zh-CN or en.' })
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'An IANA time zone such as Asia/Shanghai.' })
  timeZone?: string | null;
}

@ObjectType({ description: 'The profile is changed.' })
export class UpdateProfileSuccess {
  @Field(() => Member, { description: 'Yourself, as changed.' })
  member!: Member;
}

export const UpdateProfileResult = resultUnion('UpdateProfileResult', UpdateProfileSuccess, [InvalidInput]);

@InputType({ description: 'The question that stands behind your reset links.' })
export class SetSecurityQuestionInput {
  @Field(() => String, { description: 'The password, to be sure that it is you.' })
  currentPassword!: string;

  @Field(() => String, { description: 'A question that only you can answer: 2–200 characters.' })
  question!: string;

  @Field(() => String, {
    description: 'Its answer: 2–128 characters; kept hashed, compared without case and spaces around it.',
  })
  answer!: string;
}

@ObjectType({ description: 'The security question is set.' })
export class SetSecurityQuestionSuccess {
  @Field(() => Member, { description: 'Yourself, as changed.' })
  member!: Member;
}

export const SetSecurityQuestionResult = resultUnion(
  'SetSecurityQuestionResult',
  SetSecurityQuestionSuccess,
  [WrongPassword, InvalidInput, TooManyAttempts],
);

@InputType({ description: 'The view password that your new transcripts get.' })
export class SetDefaultViewPasswordInput {
  @Field(() => String, { description: 'The password of your account, to be sure that it is you.' })
  currentPassword!: string;

  @Field(() => String, { nullable: true, description: '6–64 characters; null removes it.' })
  viewPassword?: string | null;
}

@ObjectType({
  description: 'The default view password is set or removed; transcripts that exist keep theirs.',
})
export class SetDefaultViewPasswordSuccess {
  @Field(() => Member, { description: 'Yourself, as changed.' })
  member!: Member;
}

export const SetDefaultViewPasswordResult = resultUnion(
  'SetDefaultViewPasswordResult',
  SetDefaultViewPasswordSuccess,
  [WrongPassword, InvalidInput, TooManyAttempts],
);
