import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import {
  InvalidToken,
  MailNotConfigured,
  WrongCredentials,
  WrongPassword,
  WrongSecurityAnswer,
} from './member.errors.ts';

@InputType({ description: 'A change of password.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password that is to be replaced.' })
  currentPassword!: string;

  @Field(() => String, { description: '8–128 characters of any kind; common passwords are refused.' })
  newPassword!: string;
}

@ObjectType({
  description: 'The password is changed; your other sessions are over and their sockets closed.',
})
export class ChangePasswordSuccess {
  @Field(() => Int, { description: 'How many other sessions ended.' })
  sessionsEnded!: number;
}

export const ChangePasswordResult = resultUnion('ChangePasswordResult', ChangePasswordSuccess, [
  WrongPassword,
  InvalidInput,
  TooManyAttempts,
]);

@InputType({ description: 'New recovery codes.' })
export class CreateRecoveryCodesInput {
  @Field(() => String, { description: 'The password, to be sure that it is you.' })
  currentPassword!: string;
}

@ObjectType({ description: 'New recovery codes; earlier ones no longer work.' })
export class CreateRecoveryCodesSuccess {
  @Field(() => [String], { description: 'Ten codes, each good for one new password. Shown this once.' })
  codes!: readonly string[];
}

export const CreateRecoveryCodesResult = resultUnion(
  'CreateRecoveryCodesResult',
  CreateRecoveryCodesSuccess,
  [WrongPassword, TooManyAttempts],
);

@InputType({ description: 'Somebody who forgot their password.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'The username, or the e-mail address of the account.' })
  usernameOrEmail!: string;
}

@ObjectType({ description: 'If there is such a member with an e-mail address, a link is on its way.' })
export class RequestPasswordResetSuccess {
  @Field(() => String, { description: 'What to do now; the same whether or not there is such a member.' })
  message!: string;
}

export const RequestPasswordResetResult = resultUnion(
  'RequestPasswordResetResult',
  RequestPasswordResetSuccess,
  [InvalidInput, TooManyAttempts, MailNotConfigured],
);

@InputType({ description: 'A new password by a mailed link.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'The secret of the mailed link: what stands after #token=.' })
  token!: string;

  @Field(() => String, { description: '8–128 characters of any kind; common passwords are refused.' })
  newPassword!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The answer to the security question, where the member has one.',
  })
  securityAnswer?: string | null;
}

@ObjectType({ description: 'The password is changed; log in with it. All earlier sessions are over.' })
export class ResetPasswordSuccess {
  @Field(() => Int, { description: 'How many sessions ended.' })
  sessionsEnded!: number;
}

export const ResetPasswordResult = resultUnion('ResetPasswordResult', ResetPasswordSuccess, [
  InvalidToken,
  WrongSecurityAnswer,
  InvalidInput,
  TooManyAttempts,
]);

@InputType({ description: 'A new password by a recovery code.' })
export class UseRecoveryCodeInput {
  @Field(() => String, { description: 'The username.' })
  username!: string;

  @Field(() => String, { description: 'One of the codes; case, spaces and dashes do not matter.' })
  recoveryCode!: string;

  @Field(() => String, { description: '8–128 characters of any kind; common passwords are refused.' })
  newPassword!: string;
}

@ObjectType({ description: 'The password is changed and the code used up. All earlier sessions are over.' })
export class UseRecoveryCodeSuccess {
  @Field(() => Int, { description: 'How many sessions ended.' })
  sessionsEnded!: number;
}

export const UseRecoveryCodeResult = resultUnion('UseRecoveryCodeResult', UseRecoveryCodeSuccess, [
  WrongCredentials,
  InvalidInput,
  TooManyAttempts,
]);
