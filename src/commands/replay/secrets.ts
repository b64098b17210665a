import { randomInt } from 'node:crypto';

/** Without the signs that are mistaken for each other when read aloud or copied by hand. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A random secret that can be read aloud; 10 characters hold 49 bits. */
export function createSecret(characters: number): string {
  return Array.from({ length: characters }, () => alphabet[randomInt(alphabet.length)]).join('');
}
