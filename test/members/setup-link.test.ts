import { expect, test } from '@jest/globals';
import { setupLinkIfNeeded } from '../../src/features/members/index.ts';
import { startWorld, type World } from '../support/world.ts';
import { act, whoIs } from './acts.ts';

const world = await startWorld();
const racing = await startWorld();
const operator = { username: 'keeper', password: 'gate-lamp-river', displayName: 'Keeper' };

async function linkTokenIn(place: World): Promise<string> {
  const link = await setupLinkIfNeeded(place.system(), 'https://notes.example.com');
  const token = /^https:\/\/notes\.example\.com\/setup#token=([\w-]{43})$/.exec(link ?? '')?.[1];
  if (!token) throw new Error(`no link but ${link}`);
  return token;
}

const needsSetup = async (): Promise<boolean> =>
  (await world.visitor().data<{ serviceInfo: { needsSetup: boolean } }>('{ serviceInfo { needsSetup } }'))
    .serviceInfo.needsSetup;

test('the link that a house without an operator prints makes one, once; later links end earlier ones', async () => {
  const earlier = await linkTokenIn(world);
  const token = await linkTokenIn(world);
  expect(await needsSetup()).toBe(true);
  expect(await act(world.visitor(), 'setUpOperator', { ...operator, token: earlier })).toMatchObject({
    __typename: 'InvalidToken',
  });
  expect(await act(world.visitor(), 'setUpOperator', { ...operator, token: 'guess' })).toMatchObject({
    __typename: 'InvalidToken',
  });
  expect(
    await act(world.visitor(), 'setUpOperator', { ...operator, token, password: 'password' }),
  ).toMatchObject({
    __typename: 'InvalidInput',
    field: 'password',
  });

  const visitor = world.visitor();
  const made = await act(visitor, 'setUpOperator', { ...operator, token });
  expect(made).toMatchObject({
    __typename: 'SetUpOperatorSuccess',
    member: { username: 'keeper', role: 'OPERATOR' },
  });
  expect(await whoIs(visitor)).toBe('keeper');

  expect(await needsSetup()).toBe(false);
  expect(
    await act(world.visitor(), 'setUpOperator', { ...operator, token, username: 'second' }),
  ).toMatchObject({
    __typename: 'InvalidToken',
  });
  expect(await setupLinkIfNeeded(world.system())).toBeNull();
});

test('of many who bring the link at the same moment, one becomes the operator', async () => {
  const token = await linkTokenIn(racing);
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      act(racing.visitor(), 'setUpOperator', { ...operator, username: `keeper${i}`, token }),
    ),
  );
  expect(outcomes.filter(({ __typename }) => __typename === 'SetUpOperatorSuccess')).toHaveLength(1);
  expect(await racing.sql('select count(*)::int as count from members')).toEqual([{ count: 1 }]);
});
