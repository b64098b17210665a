import { cookieName } from '../../platform/http/cookies.ts';
import type { RequestContext } from '../../platform/graphql/request-context.ts';
import { sessionCookie } from './authenticate-member.ts';
import type { OpenedSession } from './sessions.service.ts';

/** Gives the session to the browser: for as long as it is open, or until the session's end when it is remembered. */
export function setSessionCookie(ctx: RequestContext, { token, persistentUntil }: OpenedSession): void {
  ctx.cookieChanges.push({
    name: cookieName(sessionCookie, ctx.config),
    value: token,
    expires: persistentUntil,
  });
}

/** Takes the session away from the browser. */
export function clearSessionCookie(ctx: RequestContext): void {
  ctx.cookieChanges.push({ name: cookieName(sessionCookie, ctx.config), value: null, expires: null });
}
