import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie } from 'cookie';
import type { Actor } from '../auth/actor.ts';
import { localeFromHeader, type Locale } from '../text/text.ts';

/** The secrets that a client brings, wherever it brings them. */
export interface Credentials {
  readonly bearer: string | null;
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

/** Finds out who a client is; unknown or expired credentials are nobody's. */
export type Authenticate = (credentials: Credentials) => Promise<Actor>;

/** The credentials in a request's headers. */
export const credentialsFrom = (headers: IncomingHttpHeaders): Credentials => ({
  bearer: bearerFrom(headers.authorization),
  cookies: headers.cookie ? parseCookie(headers.cookie) : {},
});

/** The token of an Authorization value, or null. */
export const bearerFrom = (authorization: unknown): string | null =>
  (typeof authorization === 'string' && /^Bearer\s+(\S{20,200})$/i.exec(authorization)?.[1]) || null;

/** The language that a request's headers ask for. */
export const localeFrom = (headers: IncomingHttpHeaders): Locale =>
  localeFromHeader(headers['accept-language']);

const deviceCharactersMax = 200;

/** What the client says it is, cut to a bounded length. */
export const deviceFrom = (headers: IncomingHttpHeaders): string =>
  (headers['user-agent'] ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, deviceCharactersMax);
