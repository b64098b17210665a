export type PasswordStrength = 'weak' | 'fair' | 'good';

/** The shortest password the server takes, in characters. */
export const passwordCharactersMin = 8;

/**
 * A rough guess for the meter alone; the server decides. Length counts most, repeating and running
 * characters count little, and an ideograph counts for two letters.
 */
export function guessStrength(password: string): PasswordStrength {
  const characters = [...password];
  const distinct = new Set(characters).size;
  const runs = characters.filter((character, index) => isNext(characters[index - 1], character)).length;
  const wide = characters.filter((character) => (character.codePointAt(0) ?? 0) > 0x2e7f).length;
  const score = Math.min(characters.length, distinct * 2) + wide - runs;
  if (characters.length < passwordCharactersMin || score < 10) return 'weak';
  return score < 14 ? 'fair' : 'good';
}

function isNext(before: string | undefined, character: string): boolean {
  if (before === undefined) return false;
  const step = (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  return Math.abs(step) <= 1;
}
