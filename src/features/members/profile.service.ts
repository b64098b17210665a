import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { unauthenticated } from '../../platform/errors/app-error.ts';
import { InvalidInput } from '../../platform/graphql/user-error.ts';
import type { Text } from '../../platform/text/text.ts';
import { verifyCurrentPassword } from './current-password.service.ts';
import { emailChangedMail } from './member.mails.ts';
import {
  checkBirthday,
  checkDisplayName,
  checkEmail,
  checkLocale,
  checkPhone,
  checkTimeZone,
} from './member.rules.ts';
import type { MemberProfile } from './member.source.ts';
import { memberProfile } from './members.queries.ts';
import { checkNewAnswer, checkSecurityQuestion } from './password-reset.rules.ts';
import { checkViewPassword } from './password.rules.ts';
import { burnResetLinks } from './passwords.service.ts';

/** What is to change: an absent value stays, null clears it where it can be empty. */
export interface ProfileChange {
  readonly displayName?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly birthday?: string | null;
  readonly locale?: string | null;
  readonly timeZone?: string | null;
}

/** Changes the caller's profile. Throws InvalidInput. */
export async function updateProfile(ctx: Context, change: ProfileChange): Promise<MemberProfile> {
  const { id: memberId } = requireMember(ctx);
  const checked = checkChange(change, ctx.clock.now());
  const { before, after } = await unitOfWork(ctx, async (unit) => {
    await rows(unit.em, sql`select 1 from members where id = ${memberId} for no key update`);
    const before = await existing(unit, memberId);
    const { displayName, email, phone, birthday, locale, timeZone } = { ...before, ...checked };
    await rows(
      unit.em,
      sql`update members set display_name = ${displayName}, email = ${email}, phone = ${phone}, birthday = ${birthday},
        locale = ${locale}, time_zone = ${timeZone} where id = ${memberId}`,
    );
    // A link that was mailed to the old address must not open an account that has left it.
    if (email !== before.email) await burnResetLinks(ctx, unit, memberId);
    return { before, after: await existing(unit, memberId) };
  });
  if (before.email && before.email !== after.email) tellOldAddress(ctx, before);
  return after;
}

function checkChange(change: ProfileChange, now: Date): Partial<MemberProfile> {
  const { displayName, email, phone, birthday, locale, timeZone } = change;
  return {
    ...(displayName !== undefined && { displayName: checkDisplayName(required('displayName', displayName)) }),
    ...(email !== undefined && { email: checkEmail(email) }),
    ...(phone !== undefined && { phone: checkPhone(phone) }),
    ...(birthday !== undefined && { birthday: checkBirthday(birthday, now) }),
    ...(locale !== undefined && { locale: checkLocale(required('locale', locale)) }),
    ...(timeZone !== undefined && { timeZone: checkTimeZone(required('timeZone', timeZone)) }),
  };
}

const requiredNames = {
  displayName: { zh: '昵称', en: 'The display name' },
  locale: { zh: '语言', en: 'The language' },
  timeZone: { zh: '时区', en: 'The time zone' },
} satisfies Record<string, Text>;

function required(field: keyof typeof requiredNames, value: string | null): string {
  if (value !== null) return value;
  const { zh, en } = requiredNames[field];
  throw new InvalidInput(field, { zh: `${zh}不能为空。`, en: `${en} cannot be empty.` });
}

/** The change stands whether or not the old mailbox can still be reached. */
function tellOldAddress(ctx: Context, { email, username, locale }: MemberProfile): void {
  if (!email || !ctx.mailer.isConfigured) return;
  ctx.mailer
    .send({ to: email, ...emailChangedMail(username, locale) })
    .catch((error: unknown) =>
      ctx.log.error({ err: error }, 'the old address could not be told of its change'),
    );
}

export interface SetSecurityQuestion {
  readonly currentPassword: string;
  readonly question: string;
  readonly answer: string;
}

/**
 * Sets the question that stands behind the caller's reset links (密码问题); its answer is kept hashed.
 * Throws InvalidInput, WrongPassword, TooManyAttempts.
 */
export async function setSecurityQuestion(ctx: Context, input: SetSecurityQuestion): Promise<MemberProfile> {
  const { id: memberId } = requireMember(ctx);
  const question = checkSecurityQuestion(input.question);
  const answer = checkNewAnswer(input.answer);
  await verifyCurrentPassword(ctx, memberId, input.currentPassword);
  const answerHash = await ctx.hasher.hash(answer);
  return unitOfWork(ctx, async (unit) => {
    await rows(
      unit.em,
      sql`update members set security_question = ${question}, security_answer_hash = ${answerHash} where id = ${memberId}`,
    );
    return existing(unit, memberId);
  });
}

export interface SetDefaultViewPassword {
  readonly currentPassword: string;
  /** Null: new transcripts get none. */
  readonly viewPassword?: string | null;
}

/** Sets the view password that the caller's new transcripts get. Throws InvalidInput, WrongPassword, TooManyAttempts. */
export async function setDefaultViewPassword(
  ctx: Context,
  input: SetDefaultViewPassword,
): Promise<MemberProfile> {
  const { id: memberId } = requireMember(ctx);
  const viewPassword =
    input.viewPassword == null ? null : checkViewPassword('viewPassword', input.viewPassword);
  await verifyCurrentPassword(ctx, memberId, input.currentPassword);
  const hash = viewPassword === null ? null : await ctx.hasher.hash(viewPassword);
  return unitOfWork(ctx, async (unit) => {
    await row(unit.em, sql`update members set default_view_password_hash = ${hash} where id = ${memberId}`);
    return existing(unit, memberId);
  });
}

async function existing(unit: Unit, memberId: string): Promise<MemberProfile> {
  const member = await memberProfile(unit.em, memberId);
  if (!member) throw unauthenticated();
  return member;
}
