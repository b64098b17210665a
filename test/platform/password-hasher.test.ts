import { afterAll, describe, expect, test } from '@jest/globals';
import argon2 from 'argon2';
import { pino } from 'pino';
import { argon2Parameters, decoyHash } from '../../src/platform/auth/hashing-messages.ts';
import type { HasherLimits } from '../../src/platform/auth/hashing-turns.ts';
import { inTurn, passwordHasher, type PasswordHasher } from '../../src/platform/auth/password-hasher.ts';

const roomy = { hashesAtOnce: 2, hashesWaiting: 50 };
const opened: PasswordHasher[] = [];

function hasherWith(limits: HasherLimits): PasswordHasher {
  const hasher = passwordHasher(limits, pino({ level: 'silent' }));
  opened.push(hasher);
  return hasher;
}

afterAll(() => Promise.all(opened.map((hasher) => hasher.close())));

describe('the password hasher', () => {
  test('makes argon2id hashes of at least 19 MiB and two rounds, never the same twice', async () => {
    const hasher = hasherWith(roomy);
    const [one, two] = [await hasher.hash('secret 密码'), await hasher.hash('secret 密码')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$|^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await hasher.verify(one, 'secret 密码')).toBe(true);
    expect(await hasher.verify(one, 'secret 密碼')).toBe(false);
  });

  test('takes two spellings of the same characters for the same secret', async () => {
    const hasher = hasherWith(roomy);
    expect(await hasher.verify(await hasher.hash('caf\u00e9 \uff11'), 'cafe\u0301 1')).toBe(true);
  });

  test('says no where there is no hash', async () => {
    expect(await hasherWith(roomy).verify(null, 'nobody has this password')).toBe(false);
  });

  test('works for a missing hash on one that takes as much as any of today’s', async () => {
    expect(argon2.needsRehash(decoyHash(), argon2Parameters)).toBe(false);
    expect(await argon2.verify(decoyHash(), '')).toBe(false);
  });

  test('knows a hash that was made with less', async () => {
    const hasher = hasherWith(roomy);
    const weak = await argon2.hash('secret', { memoryCost: 8_192, timeCost: 2, parallelism: 1 });
    expect(hasher.needsRehash(weak)).toBe(true);
    expect(hasher.needsRehash(await hasher.hash('secret'))).toBe(false);
  });

  test('lets so many wait and refuses the next at once, with something to do about it', async () => {
    const hasher = hasherWith({ hashesAtOnce: 2, hashesWaiting: 3 });
    const outcomes: string[] = [];
    const all = Array.from({ length: 8 }, (_, i) =>
      hasher.hash(`secret ${i}`).then(
        () => outcomes.push('hashed'),
        (error: { code: string }) => outcomes.push(error.code),
      ),
    );
    await Promise.all(all);
    // Refused before anything was hashed, so those come first.
    expect(outcomes).toEqual([...Array<string>(3).fill('RATE_LIMITED'), ...Array<string>(5).fill('hashed')]);
  });

  test('has room again afterwards, also after a hash that failed', async () => {
    const hasher = hasherWith({ hashesAtOnce: 1, hashesWaiting: 1 });
    await expect(hasher.verify('no hash at all', 'secret')).rejects.toThrow();
    await Promise.all([hasher.hash('one'), hasher.hash('two')]);
    await expect(Promise.all([hasher.hash('a'), hasher.hash('b'), hasher.hash('c')])).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
  });

  test('lets an act hash as often as it needs in the one turn that it waited for', async () => {
    const hasher = hasherWith({ hashesAtOnce: 1, hashesWaiting: 1 });
    const twice = (): Promise<boolean> =>
      inTurn({ hasher }, async (ctx) => ctx.hasher.verify(await ctx.hasher.hash('secret'), 'secret'));
    expect(await Promise.all([twice(), twice()])).toEqual([true, true]);
  });

  test('begins an act in its turn and not before, and refuses what does not fit while others wait', async () => {
    const hasher = hasherWith({ hashesAtOnce: 1, hashesWaiting: 1 });
    const begun: string[] = [];
    const gate = Promise.withResolvers<void>();
    const act = (name: string): Promise<unknown> =>
      hasher.inTurn(() => {
        begun.push(name);
        return gate.promise;
      });
    const both = [act('first'), act('second')];
    await expect(act('third')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(begun).toEqual(['first']);
    gate.resolve();
    await Promise.all(both);
    expect(begun).toEqual(['first', 'second']);
  });

  test('hashes nothing longer than any rule allows', async () => {
    await expect(hasherWith(roomy).hash('x'.repeat(1_025))).rejects.toThrow('too long');
  });
});
