import { InvalidInput } from '../../platform/graphql/user-error.ts';
import { checkText, countCharacters, folded } from '../../platform/text/text.rules.ts';
import { isCommonPassword } from './common-passwords.rules.ts';

/** In code points of any script. */
export const passwordCharactersMin = 8;
export const passwordCharactersMax = 128;

const passwordName = { zh: '密码', en: 'The password' };

/**
 * A password that somebody may choose: long enough, not one of the common ones, not the username; what it is made of
 * is theirs to decide. Throws InvalidInput.
 */
export function checkNewPassword(field: string, password: string, username: string): string {
  checkText(field, password, { name: passwordName, min: passwordCharactersMin, max: passwordCharactersMax });
  const key = folded(password);
  if (key === folded(username)) {
    throw new InvalidInput(field, {
      zh: '密码不能与用户名相同。',
      en: 'The password cannot be the username.',
    });
  }
  if (isCommonPassword(key)) {
    throw new InvalidInput(field, {
      zh: '这个密码太常见，容易被猜中，请换一个。',
      en: 'This password is one of the most common, and easily guessed. Please choose another.',
    });
  }
  return password;
}

/** A password as somebody gave it to be recognised: of bounded length, and not empty. Throws InvalidInput. */
export function checkGivenPassword(field: string, password: string): string {
  if (password !== '' && countCharacters(password) <= passwordCharactersMax) return password;
  return checkText(field, password, { name: passwordName, min: 1, max: passwordCharactersMax });
}

/** Fewer could be guessed. The same bounds as a transcript's own view password. */
const viewPasswordCharactersMin = 6;
const viewPasswordCharactersMax = 64;

/** A view password that new transcripts may get; throws InvalidInput. */
export const checkViewPassword = (field: string, viewPassword: string): string =>
  checkText(field, viewPassword, {
    name: { zh: '查看密码', en: 'The view password' },
    min: viewPasswordCharactersMin,
    max: viewPasswordCharactersMax,
  });
