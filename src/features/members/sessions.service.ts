import { v7 } from 'uuid';
import { requireMember, type SignedIn } from '../../platform/auth/actor.ts';
import { hashToken, newToken } from '../../platform/auth/tokens.ts';
import type { Context, House } from '../../platform/context.ts';
import { systemContext } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfStatement, unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/errors/app-error.ts';
import type { SessionsEnded } from '../../platform/events/session-events.ts';
import { isId } from '../../platform/text/text.rules.ts';
import { dayMs, hourMs, later, minuteMs } from '../../platform/time/clock.ts';
import { SessionEntity } from './session.entity.ts';

/** A member has at most so many sessions; a further one ends the one that was unused for longest. */
export const sessionsMax = 50;

/** Last use is noted at most so often: a note is a write, and a list of devices needs no seconds. */
const lastSeenGrainMs = minuteMs;

/** A session as its client gets it; the token is nowhere kept as it is. */
export interface OpenedSession {
  readonly token: string;
  /** When a remembered session ends; null for one that ends with the browser. */
  readonly persistentUntil: Date | null;
}

/** Opens a session for a member whose row this unit has locked, so that no two can pass the limit together. */
export async function openSession(
  ctx: Context,
  unit: Unit,
  { memberId, remember }: { readonly memberId: string; readonly remember: boolean },
): Promise<OpenedSession> {
  await dropOldest(unit, memberId);
  const now = ctx.clock.now();
  const { idleMs, lastsMs } = spans(ctx, remember);
  const expiresAt = later(now, lastsMs);
  const token = newToken();
  const { device, address } = ctx;
  const dates = { createdAt: now, lastSeenAt: now, expiresAt };
  await unit.em.insert(SessionEntity, {
    id: v7(),
    memberId,
    tokenHash: hashToken(token),
    device,
    address,
    idleMs,
    ...dates,
  });
  return { token, persistentUntil: remember ? expiresAt : null };
}

function spans({ config }: House, remember: boolean): { readonly idleMs: number; readonly lastsMs: number } {
  const { idleMinutes, absoluteHours, rememberedDays } = config.sessions;
  if (remember) return { idleMs: rememberedDays * dayMs, lastsMs: rememberedDays * dayMs };
  return { idleMs: idleMinutes * minuteMs, lastsMs: absoluteHours * hourMs };
}

async function dropOldest(unit: Unit, memberId: string): Promise<void> {
  const dropped = await rows(
    unit.em,
    sql<{ id: string }>`delete from sessions where id in (
        select id from sessions where member_id = ${memberId}
        order by last_seen_at desc, id desc offset ${sessionsMax - 1})
      returning id`,
  );
  if (dropped.length > 0) announceEnd(unit, memberId, { ended: dropped.map(({ id }) => id) });
}

const announceEnd = (unit: Unit, memberId: string, message: SessionsEnded): void =>
  unit.announce({ name: 'sessionsEnded', id: memberId }, message);

/** Ends all of the member's sessions but one (or really all), and their sockets; returns how many there were. */
export async function endSessions(
  unit: Unit,
  { memberId, allBut }: { readonly memberId: string; readonly allBut: string | null },
): Promise<number> {
  const ended = await rows(
    unit.em,
    sql`delete from sessions where member_id = ${memberId} and id is distinct from ${allBut}::uuid returning 1`,
  );
  announceEnd(unit, memberId, { allBut });
  return ended.length;
}

/** Ends the session of this request, and its sockets; 0 when nobody was signed in. */
export async function logOut(ctx: Context): Promise<number> {
  const { member } = ctx.actor;
  if (!member) return 0;
  return (await endOne(ctx, { memberId: member.id, sessionId: member.sessionId })) ? 1 : 0;
}

/** Ends one of the caller's sessions, and its sockets. Throws NOT_FOUND for an unknown one and for somebody else's. */
export async function revokeSession(ctx: Context, sessionId: string): Promise<void> {
  const { id: memberId } = requireMember(ctx);
  if (!isId(sessionId) || !(await endOne(ctx, { memberId, sessionId }))) throw notFound();
}

function endOne(
  ctx: Context,
  { memberId, sessionId }: { readonly memberId: string; readonly sessionId: string },
): Promise<boolean> {
  return unitOfWork(ctx, async (unit) => {
    const ended = await row(
      unit.em,
      sql`delete from sessions where id = ${sessionId} and member_id = ${memberId} returning id`,
    );
    if (ended) announceEnd(unit, memberId, { ended: [sessionId.toLowerCase()] });
    return ended !== null;
  });
}

/** Ends the caller's sessions but the one of this request; returns how many. */
export function endOtherSessions(ctx: Context): Promise<number> {
  const { id: memberId, sessionId } = requireMember(ctx);
  return unitOfWork(ctx, (unit) => endSessions(unit, { memberId, allBut: sessionId }));
}

/** A session that stands, as it was found. */
type StandingSession = SignedIn & { readonly lastSeenAt: Date };

/**
 * The member whose session one of these tokens is, the first one preferred; null for tokens that are unknown, unused
 * for too long or over their time. Notes the use, at most once a minute. Every request pays this, so those that come
 * together pay together.
 */
export async function memberOfSession(house: House, tokens: readonly string[]): Promise<SignedIn | null> {
  const read = (token: string): Promise<StandingSession | null> =>
    house.gathered.read('session', hashToken(token), () => (hashes) => sessionsByHash(house, hashes));
  const found = (await Promise.all(tokens.map(read))).find((session) => session !== null);
  if (!found) return null;
  const { id, role, sessionId, lastSeenAt } = found;
  const now = house.clock.now();
  if (now.getTime() - lastSeenAt.getTime() >= lastSeenGrainMs) await noteUse(house, sessionId, now);
  return { id, role, sessionId };
}

async function sessionsByHash(
  house: House,
  hashes: readonly Buffer[],
): Promise<readonly (StandingSession | null)[]> {
  const now = house.clock.now();
  const found = await rows(
    house.em,
    sql<StandingSession & { readonly hash: Buffer }>`
      select s.token_hash as hash, m.id, m.role, s.id as "sessionId", s.last_seen_at as "lastSeenAt"
      from sessions s join members m on m.id = s.member_id
      where s.token_hash = any(${hashes}::bytea[]) and s.expires_at > ${now}
        and s.last_seen_at + s.idle_ms * interval '1 millisecond' > ${now}`,
  );
  const byHash = new Map(found.map(({ hash, ...session }) => [hash.toString('hex'), session]));
  return hashes.map((hash) => byHash.get(hash.toString('hex')) ?? null);
}

/** Of requests that come together, one notes it. */
async function noteUse(house: House, sessionId: string, now: Date): Promise<void> {
  const before = later(now, -lastSeenGrainMs);
  await unitOfStatement(systemContext(house), (unit) =>
    rows(
      unit.em,
      sql`update sessions set last_seen_at = ${now} where id = ${sessionId} and last_seen_at <= ${before}`,
    ),
  );
}

/**
 * Deletes the sessions whose time is over, and closes their sockets. One that was merely unused opens no more
 * doors, but a socket that is being watched stays until the session's absolute end.
 */
export async function endExpiredSessions(ctx: Context): Promise<void> {
  await unitOfWork(ctx, async (unit) => {
    const ended = await rows(
      unit.em,
      sql<{ id: string; memberId: string }>`delete from sessions where expires_at <= ${ctx.clock.now()}
        returning id, member_id as "memberId"`,
    );
    for (const { id, memberId } of ended) announceEnd(unit, memberId, { ended: [id] });
  });
}
