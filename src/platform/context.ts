import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { nobody, type Actor } from './auth/actor.ts';
import type { PasswordHasher } from './auth/password-hasher.ts';
import type { RecentlyRight } from './auth/recently-right.ts';
import type { Throttles } from './auth/throttles.ts';
import type { Config } from './config/config.ts';
import type { ReadSources } from './database/read-sources.ts';
import type { Gathered } from './database/gathered.ts';
import type { Bus } from './events/bus.ts';
import type { Outbox } from './events/outbox.ts';
import type { Rooms } from './fan-out/rooms.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import type { Mailer } from './mail/mailer.ts';
import type { KeptPages } from './reading/kept-pages.ts';
import type { Locale } from './text/text.ts';
import type { Clock } from './time/clock.ts';

/** The house's own parts, alike for every request, job and command. */
export interface House {
  readonly config: Config;
  readonly em: EntityManager;
  /** For what every request asks first. */
  readonly gathered: Gathered;
  /** For reads outside of any act, which may go to a replica. */
  readonly reads: ReadSources;
  /** What was read before and is as it was. */
  readonly keptPages: KeptPages;
  readonly clock: Clock;
  readonly log: Logger;
  readonly bus: Bus;
  readonly outbox: Outbox;
  /** Work that is due in time, or that acts order. */
  readonly jobs: JobQueue;
  /** Who follows what live on this node. */
  readonly rooms: Rooms;
  readonly hasher: PasswordHasher;
  /** View passwords that were right a short while ago. */
  readonly recentlyRight: RecentlyRight;
  readonly throttles: Throttles;
  readonly mailer: Mailer;
}

/** Where an act comes from: who acts, from where, in which language. */
export interface Caller {
  readonly actor: Actor;
  readonly locale: Locale;
  /** The client's address, for throttles; never shown to other people. */
  readonly address: string;
  readonly device: string;
}

/** What a service works with: the house's parts and the caller of this one act. */
export interface Context extends House, Caller {}

/** The context of what nobody asked for: jobs, listeners, commands. */
export const systemContext = (house: House): Context => ({
  ...house,
  actor: nobody,
  locale: 'zh-CN',
  address: 'internal',
  device: 'internal',
});
