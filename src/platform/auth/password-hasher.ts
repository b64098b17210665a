import argon2 from 'argon2';
import { AppError } from '../errors/app-error.ts';

/** Hashes secrets that people choose (argon2id), never more at once than the machine can bear. */
export interface PasswordHasher {
  hash(secret: string): Promise<string>;
  /** Whether the secret belongs to the hash. Without a hash it works as long and says no, so that timing tells nothing. */
  verify(hash: string | null, secret: string): Promise<boolean>;
  /** Whether the hash was made with weaker parameters than today's. */
  needsRehash(hash: string): boolean;
}

export interface HasherLimits {
  readonly hashesAtOnce: number;
  readonly hashesWaiting: number;
}

/** OWASP's floor for argon2id. */
const parameters = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Two spellings of the same characters are the same secret. */
const normalized = (secret: string): string => secret.normalize('NFKC');

/** A hasher with a bounded queue; a full queue answers RATE_LIMITED at once. */
export function passwordHasher(limits: HasherLimits): PasswordHasher {
  const run = boundedQueue(limits);
  let decoy: Promise<string> | null = null;
  const decoyHash = (): Promise<string> => (decoy ??= argon2.hash('nobody has this password', parameters));
  return {
    hash: (secret) => run(() => argon2.hash(normalized(secret), parameters)),
    verify: (hash, secret) =>
      run(async () => {
        const matches = await argon2.verify(hash ?? (await decoyHash()), normalized(secret));
        return hash !== null && matches;
      }),
    needsRehash: (hash) => argon2.needsRehash(hash, parameters),
  };
}

function boundedQueue({
  hashesAtOnce,
  hashesWaiting,
}: HasherLimits): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= hashesAtOnce) {
      if (waiting.length >= hashesWaiting) throw tooBusy();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place is handed on, so that nobody can slip in between.
      if (next) next();
      else running -= 1;
    }
  };
}

const tooBusy = (): AppError =>
  new AppError('RATE_LIMITED', {
    zh: '服务器正忙，请稍候几秒再试。',
    en: 'The service is busy. Please try again in a few seconds.',
  });
