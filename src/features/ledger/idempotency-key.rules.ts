import { checkText } from '../../platform/text/text.rules.ts';

/** An idempotency key as a client may give it: 8–200 printable characters. Throws InvalidInput. */
export const checkIdempotencyKey = (key: string): string =>
  checkText('idempotencyKey', key, { name: { zh: '请求编号', en: 'The idempotency key' }, min: 8, max: 200 });
