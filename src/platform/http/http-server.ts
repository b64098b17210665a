import cookie from '@fastify/cookie';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { CookieChange, RequestContext } from '../graphql/request-context.ts';
import { isSecure } from './cookies.ts';
import { errorAnswer, faultOf, refuse, tooManyRequests, type Refusal } from './refusals.ts';
import { apiHeaders, securityHeaders } from './security-headers.ts';
import { createUtf8Writer } from './utf8-writer.ts';

/** Fastify's handler without its generics, which differ between the integration and our routes. */
type GraphqlHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

export interface HttpServerParts {
  readonly config: Config;
  readonly log: Logger;
  readonly apollo: ApolloServer<RequestContext>;
  readonly contextFor: (request: FastifyRequest) => Promise<RequestContext>;
  /** True when the database answers and its migrations are current. */
  readonly isReady: () => Promise<boolean>;
  /** Counts a request of this address; returns the seconds to wait when there were too many. */
  readonly throttle: (address: string) => Promise<number>;
}

/** The HTTP side of the house: health, GraphQL; the pages are added by web-pages.ts. */
export async function createHttpServer(parts: HttpServerParts): Promise<FastifyInstance> {
  const { config } = parts;
  const app = fastify({
    bodyLimit: config.limits.bodyBytesMax,
    // Counted from the right: what stands further left was written by the client.
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    logger: false,
    // What is no address at all is answered like one that leads nowhere.
    routerOptions: { onBadUrl: (_path, _request, response) => void response.writeHead(404).end() },
  });
  app.setErrorHandler(errorAnswer(parts.log, config.limits.bodyBytesMax));
  await app.register(cookie);
  await securityHeaders(app, config);
  addHealth(app, parts.isReady);
  addGraphql(app, parts);
  return app;
}

function addHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await isReady().catch(() => false);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
}

function addGraphql(app: FastifyInstance, parts: HttpServerParts): void {
  const contexts = new WeakMap<FastifyRequest, RequestContext>();
  const answer = fastifyApolloHandler(parts.apollo, {
    // Made before Apollo is asked: what fails in here it would tell the client in its own words.
    context: (request) => {
      const ctx = contexts.get(request);
      return ctx ? Promise.resolve(ctx) : parts.contextFor(request);
    },
  });
  const headers = apiHeaders(parts.config);
  const utf8 = createUtf8Writer();
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    helmet: false,
    onRequest: (_request, reply, next) => {
      void reply.headers(headers);
      next();
    },
    handler: async (request, reply) => {
      const refusal = (await rateRefusal(request, reply, parts)) ?? faultOf(request);
      if (refusal) return refuse(request, reply, refusal);
      const ctx = await parts.contextFor(request);
      contexts.set(request, ctx);
      const body: unknown = await (answer as GraphqlHandler)(request, reply);
      for (const change of ctx.cookieChanges) setCookie(reply, change, isSecure(parts.config));
      return typeof body === 'string' ? utf8(body) : body;
    },
  });
}

function setCookie(reply: FastifyReply, { name, value, expires }: CookieChange, secure: boolean): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  if (value === null) void reply.clearCookie(name, options);
  else void reply.setCookie(name, value, { ...options, ...(expires ? { expires } : {}) });
}

async function rateRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: HttpServerParts,
): Promise<Refusal | null> {
  const seconds = await parts.throttle(request.ip);
  if (seconds === 0) return null;
  void reply.header('retry-after', seconds);
  return tooManyRequests(seconds);
}
