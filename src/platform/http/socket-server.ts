import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GraphQLError,
  execute,
  getOperationAST,
  parse,
  validate,
  specifiedRules,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode, handleProtocols, makeServer, type Server as ProtocolServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Caller, House } from '../context.ts';
import { AppError } from '../errors/app-error.ts';
import { formatError } from '../graphql/format-error.ts';
import { checkCost, documentCharactersMax, documentTokensMax, limitRules } from '../graphql/query-limits.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import { subscribeTo } from '../graphql/subscribe.ts';
import type { Authenticate } from './authenticate.ts';
import { addressKey } from '../auth/address.ts';
import { addressOf, isOriginAllowed } from './origin.ts';
import { admit, callerOf, closeCodes, credentialsOf, sessionOf, type SocketExtra } from './socket-caller.ts';
import { frameCounter, SocketCounts } from './socket-limits.ts';

const pingMs = 12_000;

export interface SocketServerParts {
  readonly house: House;
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly authenticate: Authenticate;
  readonly contextOf: (caller: Caller) => RequestContext;
}

/** GraphQL over sockets: the same schema, access, limits and errors as over HTTP. */
export function addSockets(server: Server, parts: SocketServerParts): { dispose(): Promise<void> } {
  const { limits } = parts.house.config;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.socketFrameBytesMax,
    perMessageDeflate: false,
    handleProtocols,
  });
  const counts = new SocketCounts(limits);
  const protocol = protocolFor(parts, counts);
  server.on('upgrade', (request, stream: Duplex, head) => {
    const refusal = refusalOf(request, parts, counts);
    if (refusal)
      return void stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    sockets.handleUpgrade(request, stream, head, (socket) =>
      open({ socket, request, protocol, counts, parts }),
    );
  });
  return { dispose: () => closeAll(sockets) };
}

function refusalOf(
  request: IncomingMessage,
  { house: { config } }: SocketServerParts,
  counts: SocketCounts,
): string | null {
  if (request.url?.split('?')[0] !== '/graphql') return '404 Not Found';
  if (!isOriginAllowed(request.headers, config)) return '403 Forbidden';
  return counts.hasRoomFor(addressKey(addressOf(request, config.trustedProxies)))
    ? null
    : '429 Too Many Requests';
}

interface OpenSocket {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly protocol: ProtocolServer<SocketExtra>;
  readonly counts: SocketCounts;
  readonly parts: SocketServerParts;
}

function open({ socket, request, protocol, counts, parts }: OpenSocket): void {
  const { config, log } = parts.house;
  const address = addressOf(request, config.trustedProxies);
  const leave = counts.enter(addressKey(address));
  const mayCount = frameCounter(config.limits.framesPerMinute);
  const stopPings = keepAlive(socket);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== socket.OPEN) return resolve();
          // Resolves when the kernel has taken it: a slow reader holds back its own feed and nobody else's.
          socket.send(text, (error) => (error ? reject(error) : resolve()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (receive) =>
        socket.on('message', (frame: Buffer) => {
          if (!mayCount()) return socket.close(closeCodes.tooManyFrames, 'Too many messages');
          receive(frame.toString('utf8')).catch((error: unknown) => {
            log.error({ err: error }, 'a socket message could not be answered');
            socket.close(CloseCode.InternalServerError, 'Internal error');
          });
        }),
    },
    { request, socket, address },
  );
  socket.on('error', () => socket.terminate());
  socket.once('close', (code, reason) => {
    stopPings();
    leave();
    void closed(code, reason.toString());
  });
}

/** A line that is dead or a client that stopped reading does not answer pings; it is cut, and resumes from its number. */
function keepAlive(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on('pong', () => (isAlive = true));
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, pingMs);
  return () => clearInterval(timer);
}

function protocolFor(parts: SocketServerParts, counts: SocketCounts): ProtocolServer<SocketExtra> {
  const { schema, house, introspection } = parts;
  const rules = [...specifiedRules, ...limitRules({ introspection })];
  const contextOf = ({ caller }: SocketExtra): RequestContext => {
    if (!caller)
      throw new Error('An operation before the introduction: the protocol does not let that happen.');
    return parts.contextOf(caller);
  };
  return makeServer<Record<string, unknown>, SocketExtra>({
    connectionInitWaitTimeout: house.config.limits.socketInitMs,
    onConnect: async ({ extra, connectionParams }) => {
      const credentials = credentialsOf(extra.request, connectionParams);
      extra.caller = await callerOf(extra, {
        credentials,
        connectionParams,
        authenticate: parts.authenticate,
      });
      admit(extra, {
        house,
        counts,
        isStillGood: async () => sessionOf(await parts.authenticate(credentials)),
      });
      return true;
    },
    onSubscribe: (ctx, _id, { query, variables, operationName }) => {
      if (Object.keys(ctx.subscriptions).length > house.config.limits.operationsPerSocket)
        return [refused(tooManyOperations())];
      try {
        const document = documentFrom(query);
        const [fault] = validate(schema, document, rules, { maxErrors: 1 });
        if (fault) return [fault];
        if (!getOperationAST(document, operationName)) return [new GraphQLError('Unknown operation.')];
        checkCost(schema, { document, operationName, variables });
        return {
          schema,
          document,
          operationName,
          variableValues: variables,
          contextValue: contextOf(ctx.extra),
        };
      } catch (error) {
        return [refused(error)];
      }
    },
    execute: (args) => execute(args),
    subscribe: (args) => {
      const { document, operationName, variableValues, contextValue } = args as ExecutionArgs & {
        readonly contextValue: RequestContext;
      };
      return subscribeTo({
        schema,
        document,
        operationName,
        variableValues,
        freshContext: () => parts.contextOf(contextValue),
      });
    },
    // eslint-disable-next-line @typescript-eslint/max-params -- graphql-ws calls its hooks like this
    onNext: (ctx, _id, _payload, _args, result) =>
      result.errors
        ? { ...result, errors: result.errors.map((error) => told(error, contextOf(ctx.extra))) }
        : undefined,
    // eslint-disable-next-line @typescript-eslint/max-params -- graphql-ws calls its hooks like this
    onError: (ctx, _id, _payload, errors) =>
      errors.slice(0, 1).map((error) => told(error, contextOf(ctx.extra))),
  });
}

/** A refusal on its way to onError, where every error is written. */
const refused = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('Refused.', {
        originalError: error instanceof Error ? error : new Error(String(error)),
      });

/** graphql-ws writes errors by their toJSON; the one maker of errors has already written this one. */
const told = (error: unknown, ctx: RequestContext): GraphQLError => {
  const formatted = formatError(error, ctx);
  return new GraphQLError(formatted.message, { extensions: formatted.extensions });
};

function documentFrom(query: string): ReturnType<typeof parse> {
  if (query.length <= documentCharactersMax) return parse(query, { maxTokens: documentTokensMax });
  throw new AppError('BAD_INPUT', { zh: 'GraphQL 文档过长。', en: 'The GraphQL document is too long.' });
}

const tooManyOperations = (): AppError =>
  new AppError('RATE_LIMITED', { zh: '此连接上的订阅过多。', en: 'Too many operations on this connection.' });

/** How long clients may take to say goodbye; one that reads nothing never does. */
const goodbyeMs = 1_000;

async function closeAll(sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(closeCodes.goingAway, 'Going away');
  const cutOff = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
  }, goodbyeMs);
  await new Promise<void>((resolve) => sockets.close(() => resolve()));
  clearTimeout(cutOff);
}
