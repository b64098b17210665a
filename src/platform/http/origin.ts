import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Config } from '../config/config.ts';

/** Browsers name the page's origin: ours, or one that is allowed. Programs name none, and carry no cookies by accident. */
export function isOriginAllowed(
  headers: IncomingHttpHeaders,
  config: Pick<Config, 'publicUrl' | 'allowedOrigins'>,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (config.allowedOrigins.includes(origin) || origin === config.publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** The client's address; behind proxies of ours, the one that the outermost of them saw. */
export function addressOf(request: IncomingMessage, trustedProxies: number): string {
  const header = trustedProxies > 0 ? request.headers['x-forwarded-for'] : undefined;
  const hops = [header ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((hop) => hop.trim());
  // Each proxy adds whom it saw on the right; what stands further left was written by the client.
  return hops.at(-trustedProxies) || request.socket.remoteAddress || 'unknown';
}
