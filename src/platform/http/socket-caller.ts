import type { IncomingMessage } from 'node:http';
import type { Caller } from '../context.ts';
import type { Locale } from '../text/text.ts';
import {
  bearerFrom,
  credentialsFrom,
  deviceFrom,
  localeFrom,
  type Authenticate,
  type Credentials,
} from './authenticate.ts';

/** What an upgrade says of its client: all that is kept of the request. */
export interface Introduction {
  readonly credentials: Credentials;
  readonly locale: Locale;
  readonly device: string;
}

/** Takes from an upgrade what is needed to know its client. */
export const introductionOf = ({ headers }: IncomingMessage): Introduction => ({
  credentials: credentialsFrom(headers),
  locale: localeFrom(headers),
  device: deviceFrom(headers),
});

/** What a client said with connection_init. */
export type Params = Readonly<Record<string, unknown>> | undefined;

export interface Greeting {
  readonly introduction: Introduction;
  readonly params: Params;
  readonly address: string;
}

/** Who speaks on a socket, and in which language: the bearer of the greeting and the cookies of the upgrade. */
export async function callerOf(
  { introduction, params, address }: Greeting,
  authenticate: Authenticate,
): Promise<Caller> {
  const { credentials, locale, device } = introduction;
  const bearer = bearerFrom(params?.['authorization'] ?? params?.['Authorization']) ?? credentials.bearer;
  const wanted = params?.['locale'];
  return {
    actor: await authenticate({ ...credentials, bearer }),
    locale: wanted === 'en' || wanted === 'zh-CN' ? wanted : locale,
    address,
    device,
  };
}
