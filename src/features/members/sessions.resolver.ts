import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../platform/graphql/access.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { logIn } from './log-in.service.ts';
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts';
import {
  EndOtherSessionsSuccess,
  LogInInput,
  LogInResult,
  LogInSuccess,
  LogOutSuccess,
  RevokeSessionInput,
  RevokeSessionSuccess,
} from './session.types.ts';
import { endOtherSessions, logOut, revokeSession } from './sessions.service.ts';

/** Coming, going, and the devices that are still in. */
@Resolver()
export class SessionsResolver {
  @Mutation(() => LogInResult, { description: 'Opens a session: sets its cookie and returns its token.' })
  @Access('anyone')
  async logIn(
    @Arg('input', () => LogInInput) input: LogInInput,
    @Ctx() ctx: RequestContext,
  ): Promise<LogInSuccess> {
    const signedIn = await logIn(ctx, input);
    setSessionCookie(ctx, signedIn);
    return { token: signedIn.token, member: signedIn.member };
  }

  @Mutation(() => LogOutSuccess, { description: 'Ends the session of this request, and closes its sockets.' })
  @Access('anyone')
  async logOut(@Ctx() ctx: RequestContext): Promise<LogOutSuccess> {
    const sessionsEnded = await logOut(ctx);
    clearSessionCookie(ctx);
    return { sessionsEnded };
  }

  @Mutation(() => RevokeSessionSuccess, { description: 'Ends one of your sessions, and closes its sockets.' })
  @Access('member')
  async revokeSession(
    @Arg('input', () => RevokeSessionInput) { sessionId }: RevokeSessionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RevokeSessionSuccess> {
    await revokeSession(ctx, sessionId);
    if (sessionId === ctx.actor.member?.sessionId) clearSessionCookie(ctx);
    return { revokedId: sessionId };
  }

  @Mutation(() => EndOtherSessionsSuccess, {
    description: 'Ends all your sessions but this one, and closes their sockets.',
  })
  @Access('member')
  async endOtherSessions(@Ctx() ctx: RequestContext): Promise<EndOtherSessionsSuccess> {
    return { sessionsEnded: await endOtherSessions(ctx) };
  }
}
