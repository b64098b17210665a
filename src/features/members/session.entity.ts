import { defineEntity } from '@mikro-orm/postgresql';

/** A log-in that lasts: on one device, until it is ended, unused for too long, or over its time. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: (p) => ({
    id: p.uuid().primary(),
    memberId: p.uuid(),
    tokenHash: p.blob().unique(),
    device: p.text(),
    address: p.text(),
    createdAt: p.datetime(3),
    lastSeenAt: p.datetime(3),
    /** How long the session may stay unused, in milliseconds. */
    idleMs: p.bigint('number'),
    /** When it ends, however much it is used. */
    expiresAt: p.datetime(3),
  }),
});
