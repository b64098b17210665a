import argon2 from 'argon2';
import type { Logger } from 'pino';
import { HashingChild } from './hashing-child.ts';
import { argon2Parameters, decoyHash } from './hashing-messages.ts';
import { HashingTurns, type HasherLimits } from './hashing-turns.ts';

/** Hashes secrets that people choose (argon2id), never more at once than the machine can bear. */
export interface PasswordHasher {
  hash(secret: string): Promise<string>;
  /** Whether the secret belongs to the hash. Without a hash it works as long and says no, so that timing tells nothing. */
  verify(hash: string | null, secret: string): Promise<boolean>;
  /** Whether the hash was made with weaker parameters than today's. */
  needsRehash(hash: string): boolean;
  /** Lets an act wait for its turn before it does anything; `inTurn` below is how acts ask for it. */
  inTurn<T>(act: (hasher: PasswordHasher) => Promise<T>): Promise<T>;
  /** Ends the process that hashes; what it had not answered is refused with RATE_LIMITED. */
  close(): Promise<void>;
}

/**
 * Runs an act that hashes in its turn, with a context whose hasher waits no more. Hundreds may log in at the same
 * moment: the others have cost nothing yet, neither statements nor a connection. Call it after the throttles, and use
 * the context that it gives: the other one's hasher would wait for a second turn. Throws RATE_LIMITED at once when
 * too many wait.
 */
export const inTurn = <Ctx extends { readonly hasher: PasswordHasher }, T>(
  ctx: Ctx,
  act: (ctx: Ctx) => Promise<T>,
): Promise<T> => ctx.hasher.inTurn((hasher) => act({ ...ctx, hasher }));

/** Longer than any that a rule allows; what is hashed is held in two processes. */
const secretLengthMax = 1_024;

/** Two spellings of the same characters are the same secret. */
function normalized(secret: string): string {
  if (secret.length > secretLengthMax) throw new Error('A secret is too long to be hashed: check it before.');
  return secret.normalize('NFKC');
}

/** A hasher with a bounded queue, whose work is done by a process of its own; a full queue answers RATE_LIMITED at once. */
export function passwordHasher(limits: HasherLimits, log: Logger): PasswordHasher {
  const turns = new HashingTurns(limits);
  const child = new HashingChild({ hashesAtOnce: limits.hashesAtOnce, log });
  const decoy = decoyHash();
  const common = {
    needsRehash: (hash: string) => argon2.needsRehash(hash, argon2Parameters),
    close: () => child.close(),
  };
  const atOnce: PasswordHasher = {
    ...common,
    hash: async (secret) => String(await child.compute({ kind: 'hash', secret: normalized(secret) })),
    verify: async (hash, secret) => {
      const work = { kind: 'verify', hash: hash ?? decoy, secret: normalized(secret) } as const;
      return (await child.compute(work)) === true && hash !== null;
    },
    inTurn: (act) => act(atOnce),
  };
  return {
    ...common,
    hash: (secret) => turns.take(() => atOnce.hash(secret)),
    verify: (hash, secret) => turns.take(() => atOnce.verify(hash, secret)),
    inTurn: (act) => turns.take(() => act(atOnce)),
  };
}
