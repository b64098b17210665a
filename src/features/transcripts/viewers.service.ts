import { v7 } from 'uuid';
import type { ViewGrant } from '../../platform/auth/actor.ts';
import { inTurn } from '../../platform/auth/password-hasher.ts';
import type { ThrottleRule } from '../../platform/auth/throttles.ts';
import { hashToken, newToken, readableCodeFrom } from '../../platform/auth/tokens.ts';
import type { Context, House } from '../../platform/context.ts';
import { rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import { TooManyAttempts } from '../../platform/graphql/user-error.ts';
import { dayMs, hourMs, later } from '../../platform/time/clock.ts';
import { WrongViewPassword } from './transcript.errors.ts';
import { checkNickname } from './transcript.rules.ts';
import { findByShareCode } from './transcripts.queries.ts';
import { ViewGrantEntity } from './view-grant.entity.ts';
import { addressKey } from '../../platform/auth/address.ts';
import type { TranscriptRow } from './transcript-states.rules.ts';

/** Wrong guesses from one address at one transcript (security-checks 49). */
const perAddress: ThrottleRule = { name: 'view-password-address', points: 5, seconds: 15 * 60 };
/** Wrong guesses at one transcript from everywhere; the owner has other ways in and is never locked out. */
const perTranscript: ThrottleRule = { name: 'view-password-transcript', points: 20, seconds: 60 * 60 };

export interface OpenTranscript {
  readonly shareCode: string;
  readonly viewPassword: string;
  readonly nickname: string;
}

export interface OpenedTranscript {
  readonly token: string;
  readonly expiresAt: Date;
  readonly transcript: TranscriptRow;
  readonly grant: ViewGrant;
}

/**
 * Exchanges share code and view password for a grant to read this one transcript. An unknown code and a wrong
 * password look the same and take the same time. A whole audience may come at once, so each waits for its turn before
 * anything is looked up. Throws InvalidInput, TooManyAttempts, WrongViewPassword, RATE_LIMITED when too many wait.
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
  if (!opened) throw new WrongViewPassword(await ctx.throttles.left(perAddress, place));
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

async function grantTo(ctx: Context, transcript: TranscriptRow, nickname: string): Promise<OpenedTranscript> {
  const token = newToken();
  const createdAt = ctx.clock.now();
  const expiresAt = later(createdAt, ctx.config.viewGrantHours * hourMs);
  const grant = { id: v7(), transcriptId: transcript.id, nickname };
  await unitOfWork(ctx, (unit) =>
    unit.em.insert(ViewGrantEntity, {
      ...grant,
      tokenHash: hashToken(token),
      createdAt,
      expiresAt,
      revokedAt: null,
    }),
  );
  return { token, expiresAt, transcript, grant };
}

/** Names of viewers are not kept longer than somebody may ask who was there. */
const grantsKeptDays = 30;

/** Deletes grants that ended long ago, and the names in them. */
export async function forgetOldGrants(ctx: Context): Promise<void> {
  const before = later(ctx.clock.now(), -grantsKeptDays * dayMs);
  await unitOfWork(ctx, (unit) => rows(unit.em, sql`delete from view_grants where expires_at < ${before}`));
}

/** How many tokens of one request are looked at; a browser has one for each transcript that it opened lately. */
const tokensMax = 20;

/** The grants that stand behind these tokens; unknown, expired and revoked ones give nothing. */
export async function grantsFor(house: House, tokens: readonly string[]): Promise<readonly ViewGrant[]> {
  if (tokens.length === 0) return [];
  const hashes = tokens.slice(0, tokensMax).map(hashToken);
  return rows(
    house.em,
    sql<ViewGrant>`select id, transcript_id as "transcriptId", nickname from view_grants
      where token_hash = any(${hashes}::bytea[]) and revoked_at is null and expires_at > ${house.clock.now()}`,
  );
}
