import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { act, mailedToken, mailsTo, resetBehind } from './acts.ts';

const world = await startWorld();

test('what is absent stays, null clears, and what cannot be empty is not cleared', async () => {
  const member = await world.member('name');
  const full = {
    displayName: 'Name',
    email: 'name@example.com',
    phone: '123 456',
    birthday: '1980-02-29',
    locale: 'en',
    timeZone: 'Europe/Oslo',
  };
  expect((await act(member, 'updateProfile', full)).member).toMatchObject(full);
  expect((await act(member, 'updateProfile', { phone: '789' })).member).toMatchObject({
    ...full,
    phone: '789',
  });
  expect((await act(member, 'updateProfile', { phone: null, birthday: null })).member).toMatchObject({
    ...full,
    phone: null,
    birthday: null,
  });
  for (const field of ['displayName', 'locale', 'timeZone']) {
    expect(await act(member, 'updateProfile', { [field]: null })).toMatchObject({
      __typename: 'InvalidInput',
      field,
    });
  }
});

test('one fault and nothing is changed', async () => {
  const member = await world.member('name');
  const outcome = await act(member, 'updateProfile', { displayName: 'New', timeZone: 'Mars/Olympus' });
  expect(outcome).toMatchObject({ __typename: 'InvalidInput', field: 'timeZone' });
  expect(await member.data('{ me { displayName } }')).toEqual({ me: { displayName: 'name' } });
});

test('a new address ends the links that were mailed to the old one, which is told', async () => {
  const member = await world.member();
  await act(member, 'updateProfile', { email: 'old@example.com', locale: 'en' });
  const token = await mailedToken(world, 'old@example.com');
  await act(member, 'updateProfile', { email: 'new@example.com' });
  expect(await resetBehind(world.visitor(), token)).toBeNull();
  const note = (await mailsTo(world, 'old@example.com', 2)).at(-1);
  expect(note?.subject).toBe('The e-mail address of your Scribecast account was changed');
  expect(note?.text).not.toContain('new@example.com');
});

test('a default view password is set with the current password, kept hashed, and can be removed', async () => {
  const member = await world.member();
  const set = (input: object): ReturnType<typeof act> =>
    act(member, 'setDefaultViewPassword', { currentPassword: member.password, ...input });
  expect(await set({ viewPassword: 'short' })).toMatchObject({
    __typename: 'InvalidInput',
    field: 'viewPassword',
    limit: 6,
  });
  expect(await set({ viewPassword: 'open sesame', currentPassword: 'wrong' })).toMatchObject({
    __typename: 'WrongPassword',
  });
  expect(await set({ viewPassword: 'open sesame' })).toMatchObject({
    member: { defaultViewPasswordSet: true },
  });
  const [row] = await world.sql('select default_view_password_hash as hash from members where id = $1', [
    member.id,
  ]);
  expect(row?.['hash']).toMatch(/^\$argon2id\$/);
  expect(await set({ viewPassword: null })).toMatchObject({ member: { defaultViewPasswordSet: false } });
});
