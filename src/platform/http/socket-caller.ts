import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { Actor } from '../auth/actor.ts';
import type { Caller, House } from '../context.ts';
import { isEnded } from '../events/session-events.ts';
import { minuteMs } from '../time/clock.ts';
import {
  bearerFrom,
  credentialsFrom,
  deviceFrom,
  localeFrom,
  type Authenticate,
  type Credentials,
} from './authenticate.ts';
import type { SocketCounts } from './socket-limits.ts';

/** Close codes beyond those of the graphql-transport-ws protocol; documented in schema/realtime.md. */
export const closeCodes = {
  sessionEnded: 4403,
  tooManySockets: 4429,
  tooManyFrames: 4429,
  goingAway: 1001,
} as const;

/** What we know of a socket beyond the protocol's state. */
export interface SocketExtra {
  readonly request: IncomingMessage;
  readonly socket: WebSocket;
  readonly address: string;
  caller?: Caller;
}

type Params = Readonly<Record<string, unknown>> | undefined;

/** The credentials of a socket: the bearer of its connection_init, and the cookies of its upgrade. */
export function credentialsOf({ headers }: IncomingMessage, params: Params): Credentials {
  const credentials = credentialsFrom(headers);
  return {
    ...credentials,
    bearer: bearerFrom(params?.['authorization'] ?? params?.['Authorization']) ?? credentials.bearer,
  };
}

export interface Introduction {
  readonly credentials: Credentials;
  readonly connectionParams: Params;
  readonly authenticate: Authenticate;
}

/** Who speaks on a socket, and in which language. */
export async function callerOf(
  extra: SocketExtra,
  { credentials, connectionParams, authenticate }: Introduction,
): Promise<Caller> {
  const { headers } = extra.request;
  const wanted = connectionParams?.['locale'];
  return {
    actor: await authenticate(credentials),
    locale: wanted === 'en' || wanted === 'zh-CN' ? wanted : localeFrom(headers),
    address: extra.address,
    device: deviceFrom(headers),
  };
}

/** The session of an actor, or null. */
export const sessionOf = (actor: Actor): string | null => actor.member?.sessionId ?? null;

/** An open socket keeps its session from idling away, and looks whether it still stands, this often. */
const sessionCheckMs = 5 * minuteMs;

export interface Admission {
  readonly house: House;
  readonly counts: SocketCounts;
  /** Asks again for the session behind the socket's credentials. */
  readonly isStillGood: () => Promise<string | null>;
}

/** Counts a member's sockets, and closes this one when its session ends. */
export function admit({ socket, caller }: SocketExtra, { house, counts, isStillGood }: Admission): void {
  const member = caller?.actor.member;
  if (!member || socket.readyState !== socket.OPEN) return;
  const leave = counts.enterMember(member.id);
  if (!leave) return socket.close(closeCodes.tooManySockets, 'Too many sockets');
  const end = (): void => socket.close(closeCodes.sessionEnded, 'Session ended');
  const stop = house.bus.listen({ name: 'sessionsEnded', id: member.id }, (message) => {
    if (isEnded(message, member.sessionId)) end();
  });
  const timer = setInterval(() => {
    isStillGood().then(
      (session) => {
        if (session !== member.sessionId) end();
      },
      (error: unknown) => house.log.warn({ err: error }, 'a socket\u2019s session could not be looked up'),
    );
  }, sessionCheckMs);
  socket.once('close', () => {
    clearInterval(timer);
    stop();
    leave();
  });
}
