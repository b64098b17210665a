import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { features, entities, migrations } from './features.ts';
import { authenticateMember, hasSessionCookie, keepSessions } from './features/members/index.ts';
import { embedOriginsOf, grantsFor, viewTokens } from './features/viewers/index.ts';
import type { Actor } from './platform/auth/actor.ts';
import { addressKey } from './platform/auth/address.ts';
import { passwordHasher } from './platform/auth/password-hasher.ts';
import { RecentlyRight } from './platform/auth/recently-right.ts';
import { memoryThrottles } from './platform/auth/throttles.ts';
import { joinNodes, type NodeParts } from './platform/cluster/node-parts.ts';
import type { Config } from './platform/config/config.ts';
import type { Caller, House } from './platform/context.ts';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.ts';
import { isReady, migrate, openOrm } from './platform/database/orm.ts';
import { readSources, type Primary, type ReadSources } from './platform/database/read-sources.ts';
import { useLines } from './platform/database/sql.ts';
import { StatementLines } from './platform/database/statement-lines.ts';
import { Gathered } from './platform/database/gathered.ts';
import type { Bus } from './platform/events/bus.ts';
import { Outbox } from './platform/events/outbox.ts';
import { Rooms } from './platform/fan-out/rooms.ts';
import { createApollo } from './platform/graphql/apollo.ts';
import type { RequestContext } from './platform/graphql/request-context.ts';
import { createSchema, type ResolverClasses } from './platform/graphql/schema.ts';
import { credentialsFrom, deviceFrom, localeFrom, type Credentials } from './platform/http/authenticate.ts';
import { cookieName, writeMark } from './platform/http/cookies.ts';
import { createHttpServer } from './platform/http/http-server.ts';
import { addSockets } from './platform/http/socket-server.ts';
import { addWebPages } from './platform/http/web-pages.ts';
import { KeptPages } from './platform/reading/kept-pages.ts';
import type { DeclaredJob } from './platform/jobs/job-book.ts';
import { JobQueue } from './platform/jobs/job-queue.ts';
import { startJobs } from './platform/jobs/job-runner.ts';
import type { RecurringJob } from './platform/jobs/recurring.ts';
import { mailerFor, type Mailer } from './platform/mail/mailer.ts';
import { hourMs, secondMs, systemClock, type Clock } from './platform/time/clock.ts';

export interface HouseOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly mailer?: Mailer;
  /** Puts something between the house and its bus; tests lose messages with it. */
  readonly busThrough?: (bus: Bus) => Bus;
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
  const { config, log } = options;
  const { orm, primary } = await openDatabase(config, log, undo);
  const { urls, lagMsMax } = config.replicas;
  const reads = readSources(primary, { urls, lagMsMax, log });
  undo.push(() => reads.close());
  const nodes = joinNodes(config, log);
  undo.push(() => nodes.close());
  const bus = options.busThrough?.(nodes.bus) ?? nodes.bus;
  const jobs = new JobQueue({ pool: primary.pool, log, jobs: declaredJobs() });
  undo.push(() => jobs.close());
  await jobs.open();
  const house = furnish(orm, { reads, nodes: { ...nodes, bus }, jobs }, options);
  undo.push(() => house.hasher.close());
  for (const feature of features) feature.listen?.(house);
  undo.push(() => house.outbox.settled());
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
  undo.push(await startJobs(house));
  const { port } = server.server.address() as AddressInfo;
  return { url: config.publicUrl ?? `http://${urlHost(config.host)}:${port}`, house, schema };
}

const urlHost = (host: string): string => (host === '0.0.0.0' || host === '::' ? 'localhost' : host);

async function openDatabase(
  config: Config,
  log: Logger,
  undo: (() => Promise<unknown>)[],
): Promise<{ readonly orm: MikroORM; readonly primary: Primary }> {
  const url = config.databaseUrl ?? (await embeddedDatabase(config.dataDir, log, undo));
  const linesCount = linesAmong(config.databasePoolMax);
  const orm = await openOrm({
    url,
    entities,
    migrations,
    statementMs: config.limits.requestMs,
    poolMax: config.databasePoolMax - linesCount,
  });
  undo.push(() => orm.close());
  const applied = await migrate(orm);
  if (applied.length > 0) log.info({ applied }, 'the database was brought up to date');
  const pool = await orm.em.getConnection().getNativeClient();
  const lines = new StatementLines(pool, linesCount);
  undo.push(() => lines.close());
  useLines(orm.em, lines);
  return { orm, primary: { pool, lines } };
}

/** How many of a process's connections are lines for statements that stand alone; the others are for transactions. */
const linesAmong = (connections: number): number => Math.max(1, Math.min(4, Math.floor(connections / 4)));

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
  { reads, nodes, jobs }: { readonly reads: ReadSources; readonly nodes: NodeParts; readonly jobs: JobQueue },
  { config, log, clock = systemClock, mailer = mailerFor(config.mail) }: HouseOptions,
): House {
  return {
    config,
    em: orm.em.fork(),
    gathered: new Gathered(),
    reads,
    keptPages: new KeptPages(),
    clock,
    log,
    bus: nodes.bus,
    outbox: new Outbox(orm.em.fork(), log),
    jobs,
    rooms: new Rooms({ bus: nodes.bus, log, lookEveryMs: config.live.lookSeconds * secondMs }),
    hasher: passwordHasher(config.limits, log),
    recentlyRight: new RecentlyRight(),
    throttles: nodes.throttles,
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
  // Each process for itself: asking another one would cost every request more than it protects from.
  const requests = memoryThrottles();
  await apollo.start();
  const server = await createHttpServer({
    config,
    log,
    apollo,
    isReady: () => isReady(orm),
    throttle: (address) =>
      requests.take(
        { name: 'http', points: config.limits.requestsPerMinute, seconds: 60 },
        addressKey(address),
      ),
    contextFor: async ({ headers, ip }) => {
      const credentials = credentialsFrom(headers);
      const actor = await authenticate(house, credentials);
      const mark = credentials.cookies[cookieName(writeMark, config)];
      if (mark) house.reads.heedMark(actor, mark);
      return requestContext(house, {
        actor,
        locale: localeFrom(headers),
        address: ip,
        device: deviceFrom(headers),
      });
    },
  });
  await addWebPages(server, {
    webDir: options.webDir,
    framersOf: (shareCode) => embedOriginsOf(house, shareCode),
  });
  const sockets = addSockets(server.server, {
    house,
    schema,
    introspection,
    authenticate: (credentials) => authenticate(house, credentials),
    keepSessions: (sessionIds) => keepSessions(house, sessionIds),
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
  const member = await authenticateMember(house, credentials);
  // A bearer that is a session's is nobody's grant; which of two it is, is left to both to find out.
  const isBearerSpent = member !== null && !hasSessionCookie(house, credentials);
  const viewer = isBearerSpent ? { ...credentials, bearer: null } : credentials;
  return { member, ...(await grantsFor(house, viewTokens(viewer, house.config))) };
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

const outboxRelay: RecurringJob = {
  name: 'outbox',
  title: { zh: '投递遗留消息', en: 'Deliver news that was left behind' },
  everyMs: 5 * secondMs,
  run: (ctx) => ctx.outbox.relay(),
};
const outboxForgetting: RecurringJob = {
  name: 'outbox-forgetting',
  title: { zh: '清理已投递的消息', en: 'Forget news that was delivered' },
  everyMs: hourMs,
  run: (ctx) => ctx.outbox.forget(),
};

/** What all features have to be done in time, or on order. */
const declaredJobs = (): readonly DeclaredJob[] => [
  ...features.flatMap(({ jobs = [], orderedJobs = [] }) => [...jobs, ...orderedJobs]),
  outboxRelay,
  outboxForgetting,
];
