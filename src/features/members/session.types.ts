import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { resultUnion } from '../../platform/graphql/result-union.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { WrongCredentials } from './member.errors.ts';
import { Member } from './member.types.ts';

@InputType({ description: 'A log-in.' })
export class LogInInput {
  @Field(() => String, { description: 'The username; case does not matter.' })
  username!: string;

  @Field(() => String, { description: 'The password.' })
  password!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether the session outlives the browser.',
  })
  remember!: boolean | null;
}

@ObjectType({
  description: 'You are signed in: the answer sets the session’s cookie, and returns its token.',
})
export class LogInSuccess {
  @Field(() => String, {
    description:
      'The session’s token, for clients without cookies: Authorization: Bearer TOKEN. Shown this once.',
  })
  token!: string;

  @Field(() => Member, { description: 'Yourself.' })
  member!: Member;
}

export const LogInResult = resultUnion('LogInResult', LogInSuccess, [
  WrongCredentials,
  TooManyAttempts,
  InvalidInput,
]);

@ObjectType({ description: 'The session of this request is over, if there was one.' })
export class LogOutSuccess {
  @Field(() => Int, { description: 'How many sessions ended: 1, or 0 when nobody was signed in.' })
  sessionsEnded!: number;
}

@InputType({ description: 'One of your sessions.' })
export class RevokeSessionInput {
  @Field(() => ID, { description: 'The session to end.' })
  sessionId!: string;
}

@ObjectType({ description: 'The session is over, and its sockets are closed.' })
export class RevokeSessionSuccess {
  @Field(() => ID, { description: 'The session that ended.' })
  revokedId!: string;
}

@ObjectType({ description: 'All your sessions but this one are over, and their sockets are closed.' })
export class EndOtherSessionsSuccess {
  @Field(() => Int, { description: 'How many sessions ended.' })
  sessionsEnded!: number;
}
