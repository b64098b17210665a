import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { ViewGrant } from '../../platform/auth/actor.ts';
import { addressKey } from '../../platform/auth/address.ts';
import { inTurn } from '../../platform/auth/password-hasher.ts';
import type { ThrottleRule } from '../../platform/auth/throttles.ts';
import { hashToken, newToken, readableCodeFrom } from '../../platform/auth/tokens.ts';
import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { unitOfStatement } from '../../platform/database/unit-of-work.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { hourMs, later } from '../../platform/time/clock.ts';
import { checkNickname, findByShareCode, type TranscriptRow } from '../transcripts/index.ts';
import { ViewingEnded, WrongViewPassword } from './door.errors.ts';
import { addressPrefix, knocksPerAddressMax, waitingMax, waitingPerAddressMax } from './door.rules.ts';
import { noteMiss, utcDay } from './visits.service.ts';

/** Wrong guesses from one address at one transcript (security-checks 49). */
const perAddress: ThrottleRule = { name: 'view-password-address', points: 5, seconds: 15 * 60 };
/** Wrong guesses at one transcript from everywhere; the owner has other ways in and is never locked out. */
const perTranscript: ThrottleRule = { name: 'view-password-transcript', points: 20, seconds: 60 * 60 };

/** Knocks from one address at one transcript, so that who is refused does not come again and again without an end. */
const knocks: ThrottleRule = {
  name: 'waiting-address',
  points: knocksPerAddressMax,
  seconds: 12 * 60 * 60,
};

export interface OpenTranscript {
  readonly shareCode: string;
  readonly viewPassword: string;
  readonly nickname: string;
}

export interface OpenedTranscript {
  readonly token: string;
  /** Whether a person has to let them in first: then the grant gives nothing yet. */
  readonly isWaiting: boolean;
  readonly expiresAt: Date;
  readonly transcript: TranscriptRow;
  readonly grant: ViewGrant;
}

/**
 * Exchanges share code and view password for a grant to read this one transcript. An unknown code and a wrong
 * password look the same and take the same time. A whole audience may come at once, so each waits for its turn before
 * anything is looked up. Throws InvalidInput,
 * TooManyAttempts, WrongViewPassword, ViewingEnded, RATE_LIMITED when too many wait.
 */
export async function openTranscript(ctx: Context, input: OpenTranscript): Promise<OpenedTranscript> {
  const nickname = checkNickname(input.nickname);
  const shareCode = readableCodeFrom(input.shareCode).slice(0, 32);
  const viewPassword = input.viewPassword.slice(0, 256);
  const place = `${shareCode}:${addressKey(ctx.address)}`;
  const transcript = await findByShareCode(ctx, shareCode);
  const asked = { shareCode, viewPassword, nickname };
  // Counted before it is compared with anything; a right password gives the attempt back.
  const isKnown = await ctx.recentlyRight.inOrder(shareCode, () =>
    countAndCompare(ctx, { ...asked, place, transcript }),
  );
  if (isKnown && transcript) return grantTo(ctx, transcript, nickname);
  const opened = await inTurn(ctx, (ctx) => openIfRight(ctx, asked));
  if (!opened) {
    // Not waited for: an unknown code, of which there is nothing to note, must take as long.
    if (transcript) noteMiss(ctx, transcript.id);
    throw new WrongViewPassword(await ctx.throttles.left(perAddress, place));
  }
  await ctx.throttles.clear(perAddress, place);
  await ctx.throttles.giveBack(perTranscript, shareCode);
  return opened;
}

interface Attempt extends OpenTranscript {
  readonly place: string;
  readonly transcript: TranscriptRow | null;
}

/**
 * Counts an attempt; true when the password was right for somebody a moment ago, which gives the attempt back and
 * costs no hash: an audience comes all at once, often from one address.
 */
async function countAndCompare(
  ctx: Context,
  { shareCode, viewPassword, place, transcript }: Attempt,
): Promise<boolean> {
  await takeOrRefuse(ctx, perAddress, place);
  await takeOrRefuse(ctx, perTranscript, shareCode);
  const hash = transcript?.viewPasswordHash;
  if (hash == null || !ctx.recentlyRight.has(hash, viewPassword, ctx.clock.now())) return false;
  await ctx.throttles.giveBack(perAddress, place);
  await ctx.throttles.giveBack(perTranscript, shareCode);
  return true;
}

/** Null when no transcript has this code and view password. */
async function openIfRight(
  ctx: Context,
  { shareCode, viewPassword, nickname }: OpenTranscript,
): Promise<OpenedTranscript | null> {
  const transcript = await findByShareCode(ctx, shareCode);
  const isRight = await ctx.hasher.verify(transcript?.viewPasswordHash ?? null, viewPassword);
  if (!transcript?.viewPasswordHash || !isRight) return null;
  ctx.recentlyRight.note(transcript.viewPasswordHash, viewPassword, ctx.clock.now());
  return grantTo(ctx, transcript, nickname);
}

async function takeOrRefuse(ctx: Context, rule: ThrottleRule, key: string): Promise<void> {
  const seconds = await ctx.throttles.take(rule, key);
  if (seconds > 0) throw new TooManyAttempts(seconds);
}

/** Gives the grant, or the place in the row of those who wait. Throws ViewingEnded, TooManyAttempts, RATE_LIMITED. */
async function grantTo(ctx: Context, transcript: TranscriptRow, nickname: string): Promise<OpenedTranscript> {
  const now = ctx.clock.now();
  const { viewersUntil } = transcript;
  if (viewersUntil !== null && viewersUntil <= now) throw new ViewingEnded(viewersUntil);
  const token = newToken();
  const expiresAt = later(now, ctx.config.viewGrantHours * hourMs);
  const grant = { id: v7(), transcriptId: transcript.id, nickname };
  const write = (mayWait: boolean): Promise<{ readonly isAdmitted: boolean } | null> =>
    unitOfStatement(ctx, async (unit) => {
      const asked = { transcript, grant, token, now, expiresAt, mayWait };
      const found = await row(unit.em, grantStatement(ctx, asked));
      if (found) unit.announce({ name: 'transcriptDoor', id: transcript.id }, { kind: 'CHANGED' });
      return found;
    });
  let written = await write(false);
  if (!written) {
    // Not given back, also not by a refusal: who was refused would be in the row again at once.
    await takeOrRefuse(ctx, knocks, `${transcript.id}:${addressKey(ctx.address)}`);
    written = await write(true);
  }
  if (!written) throw doorIsFull();
  return { token, isWaiting: !written.isAdmitted, expiresAt, transcript, grant };
}

interface NewGrant {
  readonly transcript: TranscriptRow;
  readonly grant: ViewGrant;
  readonly token: string;
  readonly now: Date;
  readonly expiresAt: Date;
  /** False: nothing is written at a door where one has to wait. */
  readonly mayWait: boolean;
}

/**
 * The grant and, for who is let in at once, the note of the visit, in one statement; nothing when too many wait already. The grant is of the epoch
 * in which the password was read: were it changed meanwhile, the grant never stands. Who is inside already, by a
 * grant of before, is not asked to wait.
 */
function grantStatement(ctx: Context, { transcript, grant, token, now, expiresAt, mayWait }: NewGrant) {
  const isHere = ({ transcriptId }: ViewGrant): boolean => transcriptId === grant.transcriptId;
  const known = ctx.actor.grants.filter(isHere);
  const [earlier] = [...known, ...(ctx.actor.waiting ?? []).filter(isHere)];
  const digest = addressDigest(grant.transcriptId, ctx.address);
  const isWaiting = sql`w.transcript_id = ${grant.transcriptId} and w.admitted_at is null and w.revoked_at is null
    and w.epoch = ${transcript.viewersEpoch} and w.expires_at > ${now}`;
  return sql<{ isAdmitted: boolean }>`
    with door as (select coalesce((select d.admission from transcript_doors d where d.transcript_id = ${grant.transcriptId}), 'OPEN') = 'OPEN'
        or ${known.length > 0}::boolean as is_open),
      given as (
        insert into view_grants (id, transcript_id, token_hash, nickname, created_at, expires_at, epoch, admitted_at,
          visitor_id, address_digest)
        select ${grant.id}::uuid, ${grant.transcriptId}::uuid, ${hashToken(token)}::bytea, ${grant.nickname}, ${now}::timestamptz,
          ${expiresAt}::timestamptz, ${transcript.viewersEpoch}::int, case when door.is_open then ${now}::timestamptz end,
          ${earlier ? (earlier.visitorId ?? earlier.id) : null}::uuid, case when not door.is_open then ${digest}::bytea end
        from door where door.is_open
          or (${mayWait}::boolean and (select count(*) from view_grants w where ${isWaiting}) < ${waitingMax}
            and (select count(*) from view_grants w where ${isWaiting} and w.address_digest = ${digest}) < ${waitingPerAddressMax})
        returning admitted_at),
      visit as (
        insert into viewer_visits (transcript_id, way, visitor_name, address_prefix, day, created_at)
        select ${grant.transcriptId}::uuid, 'PASSWORD', ${grant.nickname}, ${addressPrefix(ctx.address)}, ${utcDay(sql`${now}::timestamptz`)},
          ${now}::timestamptz from given where admitted_at is not null)
    select admitted_at is not null as "isAdmitted" from given`;
}

/** Tells whether two who wait came from one address, and nothing else; it is kept while they wait. */
const addressDigest = (transcriptId: string, address: string): Buffer =>
  createHash('sha256')
    .update(`${transcriptId} ${addressKey(address)}`)
    .digest();

const doorIsFull = (): AppError =>
  new AppError('RATE_LIMITED', {
    zh: '等候的人太多了，请稍后再试，或联系主持人。',
    en: 'Too many people are waiting. Please try again later, or ask the host.',
  });
