import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkText, countCharacters, folded } from '../../platform/text/text.rules.ts';
import type { Locale, Text } from '../../platform/text/text.ts';

/** What a member may do beyond their own affairs. */
export type MemberRole = 'MEMBER' | 'OPERATOR';

export const usernameCharactersMin = 3;
export const usernameCharactersMax = 32;
export const displayNameCharactersMax = 40;
export const emailCharactersMax = 254;
export const phoneCharactersMax = 32;
export const referralCodeCharactersMax = 64;
const timeZoneCharactersMax = 64;

const names = {
  username: { zh: '用户名', en: 'The username' },
  displayName: { zh: '昵称', en: 'The display name' },
  email: { zh: '电子邮箱', en: 'The e-mail address' },
  phone: { zh: '电话', en: 'The phone number' },
  birthday: { zh: '生日', en: 'The birthday' },
  referralCode: { zh: '推荐码', en: 'The referral code' },
} satisfies Record<string, Text>;

/** Letters and digits of any script, but none that nobody can see. */
const usernamePattern = /^(?!\p{M})(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{Nd}._-])+$/u;

/** A username within its rule; throws InvalidInput. */
export function checkUsername(username: string): string {
  const rule = { name: names.username, min: usernameCharactersMin, max: usernameCharactersMax };
  checkText('username', username, rule);
  if (isUsername(username)) return username;
  throw new InvalidInput('username', {
    zh: '用户名只能包含文字、数字以及 . _ -，不能有空格。',
    en: 'The username can have letters, digits and . _ - only, and no spaces.',
  });
}

/** Whether a text could be a member's username; what cannot be needs no looking up. */
export const isUsername = (text: string): boolean => usernamePattern.test(text);

/** A username as somebody gave it to be recognised: any text of bounded length. Throws InvalidInput. */
export const checkGivenUsername = (field: string, username: string): string =>
  checkText(field, username, { name: names.username, min: 1, max: usernameCharactersMax });

/** A username or an e-mail address as somebody gave it; throws InvalidInput. */
export const checkGivenNameOrEmail = (field: string, given: string): string =>
  checkText(field, given, {
    name: { zh: '用户名或电子邮箱', en: 'The username or e-mail address' },
    min: 1,
    max: emailCharactersMax,
  });

/** The form in which usernames are compared: names that read alike are one name, whatever their case or width. */
export const usernameKey = (username: string): string => folded(username);

/** How a member is shown to others; throws InvalidInput. */
export function checkDisplayName(displayName: string): string {
  checkText('displayName', displayName, { name: names.displayName, min: 1, max: displayNameCharactersMax });
  if (/[^\p{Default_Ignorable_Code_Point}\p{Z}\p{C}]/u.test(displayName)) return displayName;
  throw new InvalidInput('displayName', { zh: '请填写昵称。', en: 'The display name is needed.' }, 1);
}

/** One address and nothing beside it, so that it cannot carry a second one into a mail's header. */
const emailPattern = /^[^\s@<>()[\],;:\\"]+@(?:[\p{L}\p{M}\p{N}-]+\.)+[\p{L}\p{M}\p{N}-]{2,}$/u;

/** An e-mail address by a modest rule, null for none; throws InvalidInput. */
export function checkEmail(email: string | null): string | null {
  if (!email) return null;
  checkText('email', email, { name: names.email, min: 1, max: emailCharactersMax });
  if (emailPattern.test(email)) return email;
  throw new InvalidInput('email', {
    zh: '电子邮箱的格式应如 name@example.com。',
    en: 'An e-mail address looks like name@example.com.',
  });
}

/** A phone number as people write them, null for none; throws InvalidInput. */
export function checkPhone(phone: string | null): string | null {
  if (!phone) return null;
  checkText('phone', phone, { name: names.phone, min: 1, max: phoneCharactersMax });
  if (/^\+?[\d ().\-/#]+$/.test(phone) && phone.replace(/\D/g, '').length >= 3) return phone;
  throw new InvalidInput('phone', {
    zh: '电话只能包含数字、空格和 + ( ) . - / #。',
    en: 'A phone number has digits, spaces and + ( ) . - / # only.',
  });
}

const birthdayYearMin = '1900-01-01';

/** A birthday as YYYY-MM-DD: a real day before today, null for none; throws InvalidInput. */
export function checkBirthday(birthday: string | null, today: Date): string | null {
  if (!birthday) return null;
  const isPast = birthday >= birthdayYearMin && birthday < today.toISOString().slice(0, 10);
  if (isRealDay(birthday) && isPast) return birthday;
  throw new InvalidInput('birthday', {
    zh: '生日应为过去的日期，格式如 1990-05-31。',
    en: 'The birthday must be a day in the past, written like 1990-05-31.',
  });
}

function isRealDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const midnight = new Date(`${day}T00:00:00.000Z`);
  // The 31st of April would turn into the 1st of May.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

/** A referral code, reserved for the membership programme; throws InvalidInput when it is too long. */
export function checkReferralCode(code: string | null): string | null {
  if (!code) return null;
  return checkText('referralCode', code, {
    name: names.referralCode,
    min: 0,
    max: referralCodeCharactersMax,
  });
}

/** One of the product's languages; throws InvalidInput. */
export function checkLocale(locale: string): Locale {
  if (locale === 'zh-CN' || locale === 'en') return locale;
  throw new InvalidInput('locale', { zh: '语言须为 zh-CN 或 en。', en: 'The language must be zh-CN or en.' });
}

/** An IANA time zone such as Asia/Shanghai; throws InvalidInput. */
export function checkTimeZone(timeZone: string): string {
  if (
    countCharacters(timeZone) <= timeZoneCharactersMax &&
    /^[A-Za-z]/.test(timeZone) &&
    isKnownZone(timeZone)
  ) {
    return timeZone;
  }
  throw new InvalidInput('timeZone', {
    zh: '时区须为 IANA 名称，如 Asia/Shanghai。',
    en: 'The time zone must be an IANA name such as Asia/Shanghai.',
  });
}

function isKnownZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** The time zone of somebody who has said nothing but their language. */
export const timeZoneFor = (locale: Locale): string => (locale === 'zh-CN' ? 'Asia/Shanghai' : 'UTC');
