import { hash, randomBytes, randomInt } from 'node:crypto';

/** A new secret of 256 bits, safe in headers, cookies and addresses. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** How a secret of enough entropy is kept: its SHA-256, never itself. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer');

/** Letters and digits that are not taken for one another when read aloud or copied by hand. */
const readableAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code for people, about 4.95 bits a character. */
export const newReadableCode = (length: number): string =>
  Array.from({ length }, () => readableAlphabet[randomInt(readableAlphabet.length)]).join('');

/** A code as somebody typed it, in the form in which it was made: capitals and digits, nothing between them. */
export const readableCodeFrom = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
