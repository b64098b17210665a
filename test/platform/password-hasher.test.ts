import { describe, expect, test } from '@jest/globals';
import argon2 from 'argon2';
import { passwordHasher } from '../../src/platform/auth/password-hasher.ts';

const roomy = { hashesAtOnce: 2, hashesWaiting: 50 };

describe('the password hasher', () => {
  test('makes argon2id hashes of at least 19 MiB and two rounds, never the same twice', async () => {
    const hasher = passwordHasher(roomy);
    const [one, two] = [await hasher.hash('secret 密码'), await hasher.hash('secret 密码')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$|^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await hasher.verify(one, 'secret 密码')).toBe(true);
    expect(await hasher.verify(one, 'secret 密碼')).toBe(false);
  });

  test('takes two spellings of the same characters for the same secret', async () => {
    const hasher = passwordHasher(roomy);
    expect(await hasher.verify(await hasher.hash('caf\u00e9 \uff11'), 'cafe\u0301 1')).toBe(true);
  });

  test('says no where there is no hash', async () => {
    expect(await passwordHasher(roomy).verify(null, 'nobody has this password')).toBe(false);
  });

  test('knows a hash that was made with less', async () => {
    const hasher = passwordHasher(roomy);
    const weak = await argon2.hash('secret', { memoryCost: 8_192, timeCost: 2, parallelism: 1 });
    expect(hasher.needsRehash(weak)).toBe(true);
    expect(hasher.needsRehash(await hasher.hash('secret'))).toBe(false);
  });

  test('lets so many wait and refuses the next at once, with something to do about it', async () => {
    const hasher = passwordHasher({ hashesAtOnce: 2, hashesWaiting: 3 });
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
    const hasher = passwordHasher({ hashesAtOnce: 1, hashesWaiting: 1 });
    await expect(hasher.verify('no hash at all', 'secret')).rejects.toThrow();
    await Promise.all([hasher.hash('one'), hasher.hash('two')]);
    await expect(Promise.all([hasher.hash('a'), hasher.hash('b'), hasher.hash('c')])).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
  });
});
