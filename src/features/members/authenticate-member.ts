import type { SignedIn } from '../../platform/auth/actor.ts';
import type { House } from '../../platform/context.ts';
import type { Credentials } from '../../platform/http/authenticate.ts';
import { cookieName } from '../../platform/http/cookies.ts';
import { memberOfSession } from './sessions.service.ts';

/** The session's cookie, before the platform binds it to the host where it can. */
export const sessionCookie = 'scribecast_session';

const tokenCharactersMax = 200;

/** The member whose session a client brings, as a bearer token or in its cookie; null when it brings none that stands. */
export function authenticateMember(house: House, { bearer, cookies }: Credentials): Promise<SignedIn | null> {
  const fromCookie = sessionCookieIn(house, cookies);
  const tokens = [bearer, fromCookie].filter((token) => token != null && token.length <= tokenCharactersMax);
  return memberOfSession(house, tokens as string[]);
}

/** Whether a client brings a session's cookie, good or not. */
export const hasSessionCookie = (house: House, { cookies }: Credentials): boolean =>
  sessionCookieIn(house, cookies) !== undefined;

const sessionCookieIn = ({ config }: House, cookies: Credentials['cookies']): string | undefined =>
  cookies[cookieName(sessionCookie, config)];
