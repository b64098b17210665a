import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import pg from 'pg';
import { startApp, type App, type AppOptions } from '../../src/app.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { systemContext, type Context } from '../../src/platform/context.ts';
import { createLogger } from '../../src/platform/logging/logger.ts';
import type { Mail, Mailer } from '../../src/platform/mail/mailer.ts';
import { dayMs } from '../../src/platform/time/clock.ts';
import { dayOf } from '../../src/platform/time/programme-day.rules.ts';
import { Client } from './client.ts';
import { TestClock } from './test-clock.ts';

/** A running product on a database of its own, and the people in it. */
export interface World {
  readonly app: App;
  readonly url: string;
  readonly databaseUrl: string;
  readonly clock: TestClock;
  /** Mails that were sent, oldest first. */
  readonly mailbox: Mail[];
  /** A visitor whom nobody knows. */
  visitor(): Client;
  /** A newly registered member, signed in. */
  member(name?: string): Promise<SignedInClient>;
  /** An operator, signed in. */
  operator(): Promise<SignedInClient>;
  /** The context of what nobody asked for, to look behind the curtain. */
  system(): Context;
  /** Statements straight to the database, as its owner. */
  sql(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
}

/** A signed-in person. */
export interface SignedInClient extends Client {
  readonly id: string;
  readonly username: string;
  readonly password: string;
}

export interface WorldOptions {
  /** Settings as in the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether mail can be sent. */
  readonly mail?: boolean;
  /** Puts something between the house and its bus. */
  readonly busThrough?: AppOptions['busThrough'];
}

const roomyLimits = {
  LIMIT_REQUESTS_PER_MINUTE: '1000000',
  LIMIT_FRAMES_PER_MINUTE: '100000',
  LIMIT_SOCKETS_PER_ADDRESS: '10000',
  LIMIT_SOCKETS_PER_MEMBER: '1000',
};

/** Starts a world for one test file; it ends with the file. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const databaseUrl = await createDatabase();
  const clock = new TestClock();
  // On member day every price is another one: such a day is over in a world that has just begun.
  if (dayOf(clock.now()).endsWith('-08')) clock.advance(dayMs);
  const mailbox: Mail[] = [];
  const config = readConfig(
    {
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      LIMIT_REGISTRATIONS_PER_HOUR: '100000',
      ...roomyLimits,
      ...options.env,
    },
    path.resolve('.'),
  );
  const log = createLogger(process.env['TEST_LOG'] ?? 'fatal');
  const app = await startApp({
    config,
    log,
    webDir: path.resolve('dist/web'),
    clock,
    mailer: mailerInto(mailbox, options.mail ?? true),
    busThrough: options.busThrough,
  });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  // A connection that is being closed while its database is dropped is told so; nobody waits for it any more.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  afterAll(async () => {
    await app.stop();
    await pool.end();
    await dropDatabase(databaseUrl);
  });
  const people = { visitor: () => new Client(app.url), member: (name = 'member') => register(app.url, name) };
  return {
    app,
    url: app.url,
    databaseUrl,
    clock,
    mailbox,
    ...people,
    operator: async () => {
      const client = await register(app.url, 'operator');
      await pool.query(`update members set role = 'OPERATOR' where id = $1`, [client.id]);
      return client;
    },
    system: () => systemContext(app.house),
    sql: async (text, values = []) => (await pool.query(text, [...values])).rows as Record<string, unknown>[],
  };
}

/** Registers a member and signs them in. */
export async function register(url: string, name: string): Promise<SignedInClient> {
  const client = new Client(url);
  const username = `${name}-${randomBytes(4).toString('hex')}`;
  const password = `a good password ${randomUUID()}`;
  const { registerMember } = await client.data<{ registerMember: { token: string; member: { id: string } } }>(
    `mutation ($input: RegisterMemberInput!) { registerMember(input: $input) {
      ... on RegisterMemberSuccess { token member { id } } ... on UserError { message } } }`,
    { input: { username, password, displayName: name } },
  );
  client.token = registerMember.token;
  return Object.assign(client, { id: registerMember.member.id, username, password });
}

function mailerInto(mailbox: Mail[], isConfigured: boolean): Mailer {
  return {
    isConfigured,
    send: (mail) => {
      mailbox.push(mail);
      return Promise.resolve();
    },
  };
}

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('No test database: run the tests with npm test.');
  return url;
}

async function createDatabase(): Promise<string> {
  const name = `world_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.toString();
}

const insufficientPrivilege = '42501';

async function dropDatabase(url: string): Promise<void> {
  const drop = `drop database if exists ${new URL(url).pathname.slice(1)}`;
  try {
    await onServer(`${drop} with (force)`);
  } catch (error) {
    // The vacuum is at it, which is not ours to end by force; asked in the usual way it goes by itself.
    if ((error as { code?: unknown }).code !== insufficientPrivilege) throw error;
    await onServer(drop);
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
