import type { Config } from '../config/config.ts';

/** Whether browsers reach us over TLS, so that cookies can insist on it. */
export const isSecure = (config: Pick<Config, 'publicUrl'>): boolean =>
  config.publicUrl?.startsWith('https://') ?? false;

/** A cookie's name as browsers see it: bound to this host where TLS lets it be. */
export const cookieName = (name: string, config: Pick<Config, 'publicUrl'>): string =>
  isSecure(config) ? `__Host-${name}` : name;

/** The cookie that tells the next node when this client wrote last, so that it reads its own words there. */
export const writeMark = 'scribecast_wrote';
