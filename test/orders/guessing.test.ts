import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { newCards, newKey, redeemCard } from './shop.ts';

const world = await startWorld();
const operator = await world.operator();
const wrong = (): object => ({ code: 'ABCD-EFGH-JKMN-PQRS', idempotencyKey: newKey() });

describe('guessing codes', () => {
  test('ends after ten, for a good code too, and not for other members', async () => {
    const [guesser, other] = await Promise.all([world.member(), world.member()]);
    const [code, another] = await newCards(operator, { count: 2 });
    for (let guess = 0; guess < 10; guess += 1)
      expect((await redeemCard(guesser, wrong())).__typename).toBe('CardNotRedeemable');
    const refused = await redeemCard(guesser, { code, idempotencyKey: newKey() });
    expect(refused).toMatchObject({ __typename: 'TooManyAttempts', retryAfterSeconds: expect.any(Number) });
    expect((await redeemCard(other, { code: another, idempotencyKey: newKey() })).__typename).toBe(
      'RedeemCardSuccess',
    );
  });

  test('is not what redeeming a stack of cards is, nor asking again with the same key', async () => {
    const member = await world.member();
    const codes = await newCards(operator, { count: 30, points: 1 });
    for (const code of codes)
      expect((await redeemCard(member, { code, idempotencyKey: newKey() })).__typename).toBe(
        'RedeemCardSuccess',
      );
    const same = wrong();
    for (let again = 0; again < 30; again += 1)
      expect((await redeemCard(member, same)).__typename).toBe('CardNotRedeemable');
  });
});
