import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { unitOfWork } from '../../platform/database/unit-of-work.ts';
import { addressKey } from '../../platform/auth/address.ts';
import { inTurn } from '../../platform/auth/password-hasher.ts';
import { WrongCredentials } from './member.errors.ts';
import { checkGivenUsername, isUsername, usernameKey } from './member.rules.ts';
import { memberProfile } from './members.queries.ts';
import { checkGivenPassword } from './password.rules.ts';
import type { SignedInMember } from './registration.service.ts';
import { openSession } from './sessions.service.ts';
import { backOff, countAttempt, logInsPerAccount, logInsPerAddress } from './throttling.ts';

export interface LogIn {
  readonly username: string;
  readonly password: string;
  /** A session that outlives the browser and is not ended by rest. */
  readonly remember?: boolean | null;
}

/**
 * Opens a session for whoever knows the password. An unknown username is worked on as long as a known one. Attempts
 * are counted before anything is hashed: tightly per account and address, loosely per account and per address, so
 * that guessing elsewhere does not lock the member out. All the rest waits for its turn, statements included: those
 * who come by the hundred must not be in a live room's way. Throws InvalidInput, TooManyAttempts, WrongCredentials,
 * RATE_LIMITED when too many wait.
 */
export async function logIn(ctx: Context, input: LogIn): Promise<SignedInMember> {
  const { username, password } = input;
  checkGivenUsername('username', username);
  checkGivenPassword('password', password);
  const place = addressKey(ctx.address);
  const account = usernameKey(username);
  const attempts = backOff(ctx.throttles, 'logIn');
  await countAttempt(ctx.throttles, logInsPerAddress, place);
  await attempts.attempt(`${account}|${place}`);
  await countAttempt(ctx.throttles, logInsPerAccount, account);
  const signedIn = await inTurn(ctx, (ctx) => enterIfRight(ctx, input));
  if (!signedIn) {
    await attempts.wrong(`${account}|${place}`);
    ctx.log.info({ event: 'logInRefused', address: ctx.address }, 'a log-in was refused');
    throw new WrongCredentials();
  }
  await attempts.forget(`${account}|${place}`);
  return signedIn;
}

/** Null when no account has this name and password. */
async function enterIfRight(
  ctx: Context,
  { username, password, remember }: LogIn,
): Promise<SignedInMember | null> {
  const known = isUsername(username) ? await accountByKey(ctx.em, usernameKey(username)) : null;
  const isRight = await ctx.hasher.verify(known?.passwordHash ?? null, password);
  return known && isRight ? enter(ctx, known, { password, remember: remember ?? false }) : null;
}

interface KnownAccount {
  readonly id: string;
  readonly passwordHash: string;
}

const accountByKey = (em: EntityManager, key: string): Promise<KnownAccount | null> =>
  row(
    em,
    sql<KnownAccount>`select id, password_hash as "passwordHash" from members where username_key = ${key}`,
  );

async function enter(
  ctx: Context,
  { id: memberId, passwordHash }: KnownAccount,
  { password, remember }: { readonly password: string; readonly remember: boolean },
): Promise<SignedInMember> {
  const strongerHash = ctx.hasher.needsRehash(passwordHash) ? await ctx.hasher.hash(password) : passwordHash;
  return unitOfWork(ctx, async (unit) => {
    // A password that was changed since it was looked at must not open a session any more.
    const entered = await row(
      unit.em,
      sql<{
        id: string;
      }>`update members set password_hash = ${strongerHash} where id = ${memberId} and password_hash = ${passwordHash}
        returning id`,
    );
    const member = entered && (await memberProfile(unit.em, memberId));
    if (!member) throw new WrongCredentials();
    return { ...(await openSession(ctx, unit, { memberId, remember })), member };
  });
}
