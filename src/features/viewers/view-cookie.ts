import type { Config } from '../../platform/config/config.ts';
import type { Credentials } from '../../platform/http/authenticate.ts';
import { cookieName } from '../../platform/http/cookies.ts';

const prefix = 'scribecast_view_';

/** One cookie for each transcript that a browser has opened, so that a reload never asks again. */
export const viewCookie = (shareCode: string, config: Pick<Config, 'publicUrl'>): string =>
  cookieName(prefix + shareCode, config);

/** The tokens that may be viewers': those in cookies of ours, and the bearer. */
export function viewTokens(
  { bearer, cookies }: Credentials,
  config: Pick<Config, 'publicUrl'>,
): readonly string[] {
  const start = cookieName(prefix, config);
  const fromCookies = Object.entries(cookies).flatMap(([name, value]) =>
    name.startsWith(start) && value ? [value] : [],
  );
  return bearer ? [bearer, ...fromCookies] : fromCookies;
}
