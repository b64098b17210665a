import { v7 } from 'uuid';
import type { Context } from '../../platform/context.ts';
import { row, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { addressKey } from '../../platform/auth/address.ts';
import { UsernameTaken } from './member.errors.ts';
import {
  checkBirthday,
  checkDisplayName,
  checkEmail,
  checkLocale,
  checkPhone,
  checkReferralCode,
  checkUsername,
  timeZoneFor,
  usernameKey,
  type MemberRole,
} from './member.rules.ts';
import type { MemberProfile } from './member.source.ts';
import { memberProfile } from './members.queries.ts';
import { checkNewPassword } from './password.rules.ts';
import { openSession, type OpenedSession } from './sessions.service.ts';
import { countAttempt, registrationsPerAddress } from './throttling.ts';

/** What somebody tells of themselves to become a member. */
export interface Registration {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly birthday?: string | null;
  /** Checked and not kept: reserved for the membership programme. */
  readonly referralCode?: string | null;
  readonly locale?: string | null;
}

/** A member, and the session that was opened for them. */
export interface SignedInMember extends OpenedSession {
  readonly member: MemberProfile;
}

/** Makes a member and signs them in. Throws InvalidInput, TooManyAttempts, UsernameTaken. */
export async function registerMember(ctx: Context, registration: Registration): Promise<SignedInMember> {
  const account = checkRegistration(ctx, registration);
  await countRegistration(ctx);
  const passwordHash = await ctx.hasher.hash(registration.password);
  return unitOfWork(ctx, (unit) => addAndSignIn(ctx, unit, { ...account, role: 'MEMBER', passwordHash }));
}

/** Counts one more account from the caller's address. Throws TooManyAttempts. */
export const countRegistration = (ctx: Context): Promise<void> =>
  countAttempt(
    ctx.throttles,
    registrationsPerAddress(ctx.config.limits.registrationsPerHour),
    addressKey(ctx.address),
  );

/** What is kept of a registration. */
interface Account {
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthday: string | null;
  readonly locale: string;
  readonly timeZone: string;
}

/** A new member as they are stored. */
export interface NewMember extends Account {
  readonly role: MemberRole;
  readonly passwordHash: string;
}

/** Checks everything that can be checked without looking at other members. Throws InvalidInput. */
export function checkRegistration(ctx: Context, registration: Registration): Account {
  const { username, displayName, email, phone, birthday, referralCode } = registration;
  const locale = checkLocale(registration.locale ?? ctx.locale);
  checkUsername(username);
  checkNewPassword('password', registration.password, username);
  checkReferralCode(referralCode ?? null);
  return {
    username,
    displayName: checkDisplayName(displayName),
    email: checkEmail(email ?? null),
    phone: checkPhone(phone ?? null),
    birthday: checkBirthday(birthday ?? null, ctx.clock.now()),
    locale,
    timeZone: timeZoneFor(locale),
  };
}

/** Stores a member and opens their first session. Throws UsernameTaken. */
export async function addAndSignIn(ctx: Context, unit: Unit, account: NewMember): Promise<SignedInMember> {
  const member = await addMember(ctx, unit, account);
  const session = await openSession(ctx, unit, { memberId: member.id, remember: false });
  return { ...session, member };
}

/** Stores a member and tells the house. Throws UsernameTaken. */
export async function addMember(ctx: Context, unit: Unit, account: NewMember): Promise<MemberProfile> {
  const { username, displayName, email, phone, birthday, locale, timeZone, role, passwordHash } = account;
  const added = await row(
    unit.em,
    sql<{
      id: string;
    }>`insert into members (id, username, username_key, display_name, email, phone, birthday, locale,
        time_zone, role, password_hash, created_at)
      values (${v7()}, ${username}, ${usernameKey(username)}, ${displayName}, ${email}, ${phone}, ${birthday}, ${locale},
        ${timeZone}, ${role}, ${passwordHash}, ${ctx.clock.now()})
      on conflict (username_key) do nothing returning id`,
  );
  const member = added && (await memberProfile(unit.em, added.id));
  if (!member) throw new UsernameTaken();
  unit.record('memberRegistered', { memberId: member.id });
  return member;
}
