import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { declared, ReadsAs } from '../../platform/reading/reads.ts';
import { Member, Session } from './member.types.ts';
import { meReads } from './member.reading.ts';
import { recoveryCodesLeft } from './members.queries.ts';
import { setDefaultViewPassword, setSecurityQuestion, updateProfile } from './profile.service.ts';
import {
  SetDefaultViewPasswordInput,
  SetDefaultViewPasswordResult,
  SetDefaultViewPasswordSuccess,
  SetSecurityQuestionInput,
  SetSecurityQuestionResult,
  SetSecurityQuestionSuccess,
  UpdateProfileInput,
  UpdateProfileResult,
  UpdateProfileSuccess,
} from './profile.types.ts';
import { registerMember } from './registration.service.ts';
import { RegisterMemberInput, RegisterMemberResult, RegisterMemberSuccess } from './registration.types.ts';
import { setSessionCookie } from './session-cookie.ts';
import { sessionsOf } from './sessions.queries.ts';

/** Becoming a member, and a member's own profile. */
@Resolver()
export class MembersResolver {
  @Query(() => Member, { nullable: true, description: 'Yourself; null when nobody is signed in.' })
  @Access('anyone')
  @ReadsAs(meReads)
  me(): never {
    return declared();
  }

  @Mutation(() => RegisterMemberResult, { description: 'Makes a member and signs them in.' })
  @Access('anyone')
  async registerMember(
    @Arg('input', () => RegisterMemberInput) input: RegisterMemberInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RegisterMemberSuccess> {
    const signedIn = await registerMember(ctx, input);
    setSessionCookie(ctx, signedIn);
    return { token: signedIn.token, member: signedIn.member };
  }

  @Mutation(() => UpdateProfileResult, { description: 'Changes your profile.' })
  @Access('member')
  async updateProfile(
    @Arg('input', () => UpdateProfileInput) input: UpdateProfileInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateProfileSuccess> {
    return { member: await updateProfile(ctx, input) };
  }

  @Mutation(() => SetSecurityQuestionResult, {
    description: 'Sets the question that stands behind your reset links (密码问题).',
  })
  @Access('member')
  async setSecurityQuestion(
    @Arg('input', () => SetSecurityQuestionInput) input: SetSecurityQuestionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SetSecurityQuestionSuccess> {
    return { member: await setSecurityQuestion(ctx, input) };
  }

  @Mutation(() => SetDefaultViewPasswordResult, {
    description: 'Sets or removes the view password that your new transcripts get.',
  })
  @Access('member')
  async setDefaultViewPassword(
    @Arg('input', () => SetDefaultViewPasswordInput) input: SetDefaultViewPasswordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SetDefaultViewPasswordSuccess> {
    return { member: await setDefaultViewPassword(ctx, input) };
  }
}

/** What is read of yourself only when asked for. */
@Resolver(() => Member)
export class OwnMemberResolver {
  @FieldResolver(() => [Session], {
    description: 'Where you are logged in, the latest used first; at most 50.',
  })
  async sessions(@Root() member: Member, @Ctx() ctx: RequestContext): Promise<readonly Session[]> {
    const sessions = await sessionsOf(ctx, member.id);
    return sessions.map((session) => ({ ...session, isCurrent: session.id === ctx.actor.member?.sessionId }));
  }

  @FieldResolver(() => Int, { description: 'How many recovery codes you have left.' })
  recoveryCodesLeft(@Root() member: Member, @Ctx() ctx: RequestContext): Promise<number> {
    return recoveryCodesLeft(ctx, member.id);
  }
}
