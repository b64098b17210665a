import { randomBytes } from 'node:crypto';
import argon2 from 'argon2';

/** OWASP's floor for argon2id; memory in KiB. */
export const argon2Parameters = {
  type: argon2.argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

/** One hash to compute, or one to compute and compare. */
export type HashingWork =
  | { readonly kind: 'hash'; readonly secret: string }
  | { readonly kind: 'verify'; readonly secret: string; readonly hash: string };

/** What the hashing process is asked. */
export type HashingTask = HashingWork & { readonly id: number };

/** What the hashing process tells. */
export type HashingAnswer =
  | { readonly id: number; readonly result: string | boolean }
  | { readonly id: number; readonly failure: string }
  | { readonly priorityFailure: string };

/** A hash that takes as much work as any of today's, and that no secret has: nothing was hashed for it. */
export function decoyHash(): string {
  const { memoryCost, timeCost, parallelism } = argon2Parameters;
  const random = (bytes: number): string => randomBytes(bytes).toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${random(16)}$${random(32)}`;
}
