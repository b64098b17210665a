import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { features, entities, migrations } from './features.ts';
import { authenticateMember } from './features/members/index.ts';
import { grantsFor, viewTokens } from './features/transcripts/index.ts';
import type { Actor } from './platform/auth/actor.ts';
import { addressKey } from './platform/auth/address.ts';
import { passwordHasher } from './platform/auth/password-hasher.ts';
import { memoryThrottles } from './platform/auth/throttles.ts';
import type { Config } from './platform/config/config.ts';
import type { Caller, House } from './platform/context.ts';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.ts';
import { isReady, migrate, openOrm } from './platform/database/orm.ts';
import { memoryBus } from './platform/events/bus.ts';
import { Outbox } from './platform/events/outbox.ts';
import { createApollo } from './platform/graphql/apollo.ts';
import type { RequestContext } from './platform/graphql/request-context.ts';
import { createSchema, type ResolverClasses } from './platform/graphql/schema.ts';
import { credentialsFrom, deviceFrom, localeFrom, type Credentials } from './platform/http/authenticate.ts';
import { createHttpServer } from './platform/http/http-server.ts';
import { addSockets } from './platform/http/socket-server.ts';
import { addWebPages } from './platform/http/web-pages.ts';
import { startJobs, type RecurringJob } from './platform/jobs/recurring.ts';
import { mailerFor, type Mailer } from './platform/mail/mailer.ts';
import { hourMs, secondMs, systemClock, type Clock } from './platform/time/clock.ts';

export interface HouseOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly mailer?: Mailer;
}

export interface AppOptions extends HouseOptions {
  /** Where the built web client is. */
  readonly webDir: string;
}

/** A running product. */
export interface App {
  readonly url: string;
  readonly house: House;
  readonly schema: GraphQLSchema;
  stop(): Promise<void>;
}

/** Puts the house together and starts it; whatever fails leaves nothing running. */
export async function startApp(options: AppOptions): Promise<App> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await start(options, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Opens the house without its doors, for one command: its acts and their consequences, but nothing is served. */
export async function openHouse(
  options: HouseOptions,
): Promise<{ readonly house: House; readonly close: () => Promise<void> }> {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { house: (await settleIn(options, undo)).house, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function settleIn(
  options: HouseOptions,
  undo: (() => Promise<unknown>)[],
): Promise<{ readonly orm: MikroORM; readonly house: House }> {
  const orm = await openDatabase(options.config, options.log, undo);
  const house = furnish(orm, options);
  for (const feature of features) feature.listen?.(house);
  return { orm, house };
}

async function start(options: AppOptions, undo: (() => Promise<unknown>)[]): Promise<Omit<App, 'stop'>> {
  const { config } = options;
  const { orm, house } = await settleIn(options, undo);
  const schema = await createSchema(
    features.flatMap((feature) => feature.resolvers) as unknown as ResolverClasses,
  );
  const server = await openDoors({ house, schema, orm, options }, undo);
  await server.listen({ host: config.host, port: config.port });
  undo.push(
    startJobs(house, [...features.flatMap((feature) => feature.jobs ?? []), outboxRelay, outboxForgetting]),
  );
  const { port } = server.server.address() as AddressInfo;
  return { url: config.publicUrl ?? `http://${urlHost(config.host)}:${port}`, house, schema };
}

const urlHost = (host: string): string => (host === '0.0.0.0' || host === '::' ? 'localhost' : host);

async function openDatabase(
  config: Config,
  log: Logger,
  undo: (() => Promise<unknown>)[],
): Promise<MikroORM> {
  const url = config.databaseUrl ?? (await embeddedDatabase(config.dataDir, log, undo));
  const orm = await openOrm({ url, entities, migrations, statementMs: config.limits.requestMs });
  undo.push(() => orm.close());
  const applied = await migrate(orm);
  if (applied.length > 0) log.info({ applied }, 'the database was brought up to date');
  return orm;
}

async function embeddedDatabase(
  dataDir: string,
  log: Logger,
  undo: (() => Promise<unknown>)[],
): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  undo.push(() => postgres.stop());
  log.info(postgres.note);
  return postgres.url;
}

function furnish(
  orm: MikroORM,
  { config, log, clock = systemClock, mailer = mailerFor(config.mail) }: HouseOptions,
): House {
  return {
    config,
    em: orm.em.fork(),
    clock,
    log,
    bus: memoryBus((error) => log.error({ err: error }, 'a live listener failed')),
    outbox: new Outbox(orm.em.fork(), log),
    hasher: passwordHasher(config.limits),
    throttles: memoryThrottles(),
    mailer,
  };
}

interface Doors {
  readonly house: House;
  readonly schema: GraphQLSchema;
  readonly orm: MikroORM;
  readonly options: AppOptions;
}

async function openDoors(
  { house, schema, orm, options }: Doors,
  undo: (() => Promise<unknown>)[],
): Promise<FastifyInstance> {
  const { config, log } = house;
  const introspection = config.isDevelopment;
  const apollo = createApollo({ schema, log, introspection });
  await apollo.start();
  const server = await createHttpServer({
    config,
    log,
    apollo,
    isReady: () => isReady(orm),
    throttle: (address) =>
      house.throttles.take(
        { name: 'http', points: config.limits.requestsPerMinute, seconds: 60 },
        addressKey(address),
      ),
    contextFor: async ({ headers, ip }) =>
      requestContext(house, {
        actor: await authenticate(house, credentialsFrom(headers)),
        locale: localeFrom(headers),
        address: ip,
        device: deviceFrom(headers),
      }),
  });
  await addWebPages(server, options.webDir);
  const sockets = addSockets(server.server, {
    house,
    schema,
    introspection,
    authenticate: (credentials) => authenticate(house, credentials),
    contextOf: (caller) => requestContext(house, caller),
  });
  undo.push(async () => {
    await sockets.dispose();
    await server.close();
    await apollo.stop();
  });
  return server;
}

/** Who a client is: perhaps a member, perhaps a viewer with grants. */
async function authenticate(house: House, credentials: Credentials): Promise<Actor> {
  const [member, grants] = await Promise.all([
    authenticateMember(house, credentials),
    grantsFor(house, viewTokens(credentials, house.config)),
  ]);
  return { member, grants };
}

function requestContext(house: House, caller: Caller): RequestContext {
  const { actor, locale, address, device } = caller;
  return {
    ...house,
    actor,
    locale,
    address,
    device,
    em: house.em.fork(),
    requestId: randomUUID(),
    cookieChanges: [],
    batchers: new Map(),
  };
}

const outboxRelay: RecurringJob = { name: 'outbox', everyMs: 5 * secondMs, run: (ctx) => ctx.outbox.relay() };
const outboxForgetting: RecurringJob = {
  name: 'outbox-forgetting',
  everyMs: hourMs,
  run: (ctx) => ctx.outbox.forget(),
};
