/** The address under which people reach the house, for links in mails and on the console. */
export function houseUrl(config: {
  readonly publicUrl: string | null;
  readonly host: string;
  readonly port: number;
}): string {
  if (config.publicUrl) return config.publicUrl;
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${everywhere ? 'localhost' : host}:${config.port}`;
}
