import { GraphQLError, execute, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import { makeServer, type Server as ProtocolServer } from 'graphql-ws';
import type { Caller, House } from '../context.ts';
import { AppError } from '../errors/app-error.ts';
import { Documents, type KnownDocument } from '../graphql/documents.ts';
import { formatError, formatResult, type ErrorReader } from '../graphql/format-error.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import { subscribeTo } from '../graphql/subscribe.ts';
import type { Authenticate } from './authenticate.ts';
import type { MemberSockets } from './member-sockets.ts';
import type { OpenSocket } from './open-socket.ts';
import { callerOf } from './socket-caller.ts';

export interface ProtocolParts {
  readonly house: House;
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly authenticate: Authenticate;
  readonly contextOf: (caller: Caller) => RequestContext;
}

/** An operation on its way through the protocol. */
interface Operation extends ExecutionArgs {
  readonly known: KnownDocument;
  readonly socket: OpenSocket;
  readonly operationId: string;
}

/** graphql-transport-ws over the house's schema, access, limits and errors. */
export function socketProtocol(parts: ProtocolParts, members: MemberSockets): ProtocolServer<OpenSocket> {
  const { schema, house, authenticate, contextOf } = parts;
  const documents = new Documents(schema, parts);
  return makeServer<Record<string, unknown>, OpenSocket>({
    connectionInitWaitTimeout: house.config.limits.socketInitMs,
    jsonMessageReviver: (key, value: unknown) =>
      key === 'query' && typeof value === 'string' ? documents.same(value) : value,
    onConnect: async (ctx) => {
      const socket = ctx.extra;
      await greet(socket, ctx.connectionParams, authenticate);
      const member = socket.caller?.actor.member;
      if (member && socket.isOpen) members.admit(socket, member);
      return true;
    },
    onSubscribe: (ctx, operationId, { query, variables, operationName }) => {
      if (Object.keys(ctx.subscriptions).length > house.config.limits.operationsPerSocket)
        return [refused(tooManyOperations())];
      try {
        const known = documents.checked({ query, variables, operationName });
        const asked = { schema, document: known.document, operationName, variableValues: variables };
        return {
          ...asked,
          contextValue: undefined,
          known,
          socket: ctx.extra,
          operationId,
        } satisfies Operation;
      } catch (error) {
        return [refused(error)];
      }
    },
    execute: (args) => execute({ ...args, contextValue: contextOf(callerIn((args as Operation).socket)) }),
    subscribe: (args) => {
      const { known, operationName, variableValues, socket, operationId } = args as Operation;
      const seat = { operationId, line: socket.line };
      const caller = callerIn(socket);
      return subscribeTo({ schema, known, operationName, variableValues, caller, contextOf, seat });
    },
    // eslint-disable-next-line @typescript-eslint/max-params -- graphql-ws calls its hooks like this
    onNext: (ctx, _id, _payload, _args, result) =>
      result.errors && formatResult(result, readerOf(ctx.extra, house)),
    // eslint-disable-next-line @typescript-eslint/max-params -- graphql-ws calls its hooks like this
    onError: (ctx, _id, _payload, errors) =>
      errors.slice(0, 1).map((error) => formatError(error, readerOf(ctx.extra, house))),
  });
}

async function greet(
  socket: OpenSocket,
  params: Readonly<Record<string, unknown>> | undefined,
  authenticate: Authenticate,
): Promise<void> {
  const { introduction, address } = socket;
  // What the upgrade said is asked for once and then let go.
  socket.introduction = null;
  if (introduction) socket.caller = await callerOf({ introduction, params, address }, authenticate);
}

function callerIn({ caller }: OpenSocket): Caller {
  if (!caller)
    throw new Error('An operation before the introduction: the protocol does not let that happen.');
  return caller;
}

const readerOf = (socket: OpenSocket, { log }: House): ErrorReader => ({
  locale: callerIn(socket).locale,
  log,
});

/** A refusal on its way to onError, where every error is written. */
const refused = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('Refused.', {
        originalError: error instanceof Error ? error : new Error(String(error)),
      });

const tooManyOperations = (): AppError =>
  new AppError('RATE_LIMITED', { zh: '此连接上的订阅过多。', en: 'Too many operations on this connection.' });
