import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings, type SettingReader } from './settings.ts';

/** Everything that can be set from outside. Read once at start, frozen, passed in. */
export interface Config {
  /** Introspection and the like are for development only. */
  readonly isDevelopment: boolean;
  readonly host: string;
  readonly port: number;
  /** The address under which people reach the service, without a trailing slash; null: worked out from host and port. */
  readonly publicUrl: string | null;
  /** How many proxies of ours stand before the service; 0: clients speak to it themselves. */
  readonly trustedProxies: number;
  /** Pages on these origins may open sockets, besides our own. */
  readonly allowedOrigins: readonly string[];
  readonly databaseUrl: string | null;
  /** Streaming replicas of that database, for reads that may be a moment old. */
  readonly replicas: {
    readonly urls: readonly string[];
    /** A replica that is further behind is not asked. */
    readonly lagMsMax: number;
  };
  /** Connections to the database, and to each replica, that this process opens at most. */
  readonly databasePoolMax: number;
  /** How the nodes of one house tell each other what happens; null: this process is alone, or a worker among its kind. */
  readonly events: { readonly url: string | null; readonly prefix: string };
  /** How many processes serve on this machine. */
  readonly workers: number;
  /** Whether this process was started as one of several by another one, which sets this. */
  readonly isWorker: boolean;
  /** Where the embedded PostgreSQL keeps its files when no DATABASE_URL is set. */
  readonly dataDir: string;
  readonly logLevel: string;
  readonly mail: { readonly smtpUrl: string | null; readonly from: string };
  readonly sessions: {
    readonly idleMinutes: number;
    readonly absoluteHours: number;
    readonly rememberedDays: number;
  };
  readonly points: {
    readonly welcomeGift: number;
    /** Gifted card points expire after this many months (C22); 0: never. */
    readonly giftMonths: number;
    readonly perMinute: number;
    readonly debtMax: number;
  };
  readonly live: {
    readonly idleEndMinutes: number;
    /** How often each process asks the database whether a room's log has grown without a message about it. */
    readonly lookSeconds: number;
    /** How often at most readers are told how many they are. */
    readonly audienceSeconds: number;
  };
  readonly viewGrantHours: number;
  readonly binDays: number;
  readonly commentEditMinutes: number;
  readonly bankTransfer: { readonly isOn: boolean; readonly instructions: string | null };
  readonly limits: Limits;
}

/** Bounds on what one client may ask for; see the README's table. */
export interface Limits {
  readonly bodyBytesMax: number;
  readonly requestsPerMinute: number;
  /** The database gives up a statement that takes longer. */
  readonly requestMs: number;
  readonly socketFrameBytesMax: number;
  readonly socketsPerMember: number;
  readonly socketsPerAddress: number;
  readonly operationsPerSocket: number;
  readonly framesPerMinute: number;
  readonly socketInitMs: number;
  /** Bytes that may wait in memory for one slow socket; its reader then goes on from the log, when it has room again. */
  readonly socketWaitingBytesMax: number;
  readonly hashesAtOnce: number;
  readonly hashesWaiting: number;
  /** New accounts from one address. */
  readonly registrationsPerHour: number;
  /** Comments by one author, over all transcripts. */
  readonly commentsPerMinute: number;
}

/**
 * The configuration of this process; the only place that reads its environment. What its command line says
 * (`--workers N`) counts more than the environment.
 */
export const loadConfig = (projectDir: string, commandLine: readonly string[] = []): Config =>
  readConfig({ ...process.env, ...settingsIn(commandLine) }, projectDir);

function settingsIn(commandLine: readonly string[]): Readonly<Record<string, string>> {
  const { values } = parseArgs({ args: [...commandLine], options: { workers: { type: 'string' } } });
  return values.workers === undefined ? {} : { WORKERS: values.workers };
}

/** Reads the configuration from an environment; throws one error that names every fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, projectDir: string): Config {
  return readSettings(env, (read) => Object.freeze(fromSettings(read, projectDir)));
}

function fromSettings(read: SettingReader, projectDir: string): Config {
  const publicUrl = read.url('PUBLIC_URL')?.replace(/\/$/, '') ?? null;
  return {
    isDevelopment: read.text('NODE_ENV', 'production') === 'development',
    host: read.text('HOST', 'localhost'),
    port: read.integer('PORT', 4000, { min: 0, max: 65_535 }),
    publicUrl,
    trustedProxies: read.integer('TRUSTED_PROXIES', 0, { min: 0, max: 10 }),
    allowedOrigins: read.list('ALLOWED_ORIGINS'),
    databaseUrl: read.optional('DATABASE_URL'),
    replicas: {
      urls: read.list('DATABASE_REPLICA_URLS'),
      lagMsMax: read.integer('REPLICA_LAG_MAX_MS', 2_000, { min: 100, max: 600_000 }),
    },
    databasePoolMax: read.integer('DATABASE_POOL_MAX', 16, { min: 4, max: 1_000 }),
    events: {
      url: read.url('EVENTS_URL', ['redis', 'rediss']),
      prefix: read.text('EVENTS_PREFIX', 'scribecast'),
    },
    workers: read.integer('WORKERS', 1, { min: 1, max: 256 }),
    isWorker: read.flag('SCRIBECAST_WORKER', false),
    dataDir: path.resolve(projectDir, read.text('DATA_DIR', 'data')),
    logLevel: read.text('LOG_LEVEL', 'info'),
    mail: {
      smtpUrl: read.optional('SMTP_URL'),
      from: read.text('MAIL_FROM', 'Scribecast <no-reply@localhost>'),
    },
    sessions: {
      idleMinutes: read.integer('SESSION_IDLE_MINUTES', 30, { min: 1, max: 10_000 }),
      absoluteHours: read.integer('SESSION_HOURS', 12, { min: 1, max: 1_000 }),
      rememberedDays: read.integer('SESSION_REMEMBERED_DAYS', 30, { min: 1, max: 365 }),
    },
    points: {
      welcomeGift: read.integer('WELCOME_POINTS', 60, { min: 0, max: 100_000 }),
      giftMonths: read.integer('GIFT_POINTS_MONTHS', 12, { min: 0, max: 120 }),
      perMinute: read.integer('POINTS_PER_MINUTE', 1, { min: 0, max: 1_000 }),
      debtMax: read.integer('DEBT_MAX_POINTS', 60, { min: 0, max: 100_000 }),
    },
    live: {
      idleEndMinutes: read.integer('LIVE_IDLE_END_MINUTES', 60, { min: 5, max: 1_440 }),
      lookSeconds: read.integer('LIVE_LOOK_SECONDS', 12, { min: 1, max: 3_600 }),
      audienceSeconds: read.integer('LIVE_AUDIENCE_SECONDS', 5, { min: 1, max: 3_600 }),
    },
    viewGrantHours: read.integer('VIEW_GRANT_HOURS', 12, { min: 1, max: 720 }),
    binDays: read.integer('BIN_DAYS', 30, { min: 1, max: 365 }),
    commentEditMinutes: read.integer('COMMENT_EDIT_MINUTES', 15, { min: 0, max: 1_440 }),
    bankTransfer: {
      isOn: read.flag('BANK_TRANSFER', true),
      instructions: read.optional('BANK_TRANSFER_INSTRUCTIONS'),
    },
    limits: limitsFrom(read),
  };
}

const limitsFrom = (read: SettingReader): Limits => ({
  bodyBytesMax: read.integer('LIMIT_BODY_BYTES', 1_048_576, { min: 10_000, max: 100_000_000 }),
  requestsPerMinute: read.integer('LIMIT_REQUESTS_PER_MINUTE', 1_200, { min: 10, max: 10_000_000 }),
  requestMs: read.integer('LIMIT_REQUEST_MS', 10_000, { min: 100, max: 600_000 }),
  socketFrameBytesMax: read.integer('LIMIT_SOCKET_FRAME_BYTES', 65_536, { min: 1_024, max: 10_000_000 }),
  socketsPerMember: read.integer('LIMIT_SOCKETS_PER_MEMBER', 10, { min: 1, max: 100_000 }),
  socketsPerAddress: read.integer('LIMIT_SOCKETS_PER_ADDRESS', 200, { min: 1, max: 1_000_000 }),
  operationsPerSocket: read.integer('LIMIT_OPERATIONS_PER_SOCKET', 20, { min: 1, max: 1_000 }),
  framesPerMinute: read.integer('LIMIT_FRAMES_PER_MINUTE', 1_200, { min: 10, max: 1_000_000 }),
  socketInitMs: read.integer('LIMIT_SOCKET_INIT_MS', 3_000, { min: 100, max: 60_000 }),
  socketWaitingBytesMax: read.integer('LIMIT_SOCKET_WAITING_BYTES', 65_536, { min: 0, max: 100_000_000 }),
  hashesAtOnce: read.integer('LIMIT_HASHES_AT_ONCE', 2, { min: 1, max: 64 }),
  hashesWaiting: read.integer('LIMIT_HASHES_WAITING', 50, { min: 1, max: 10_000 }),
  registrationsPerHour: read.integer('LIMIT_REGISTRATIONS_PER_HOUR', 60, { min: 1, max: 1_000_000 }),
  commentsPerMinute: read.integer('LIMIT_COMMENTS_PER_MINUTE', 20, { min: 1, max: 10_000_000 }),
});
