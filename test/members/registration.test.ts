import { describe, expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { act, whoIs } from './acts.ts';

const world = await startWorld();
const password = 'gate-lamp-river';
const countMembers = async (): Promise<unknown> =>
  (await world.sql('select count(*)::int as count from members'))[0]?.['count'];

describe('registering', () => {
  test('signs the new member in, by cookie and by token alike, and brings the welcome gift', async () => {
    const visitor = world.visitor();
    const outcome = await act(visitor, 'registerMember', {
      username: '林小雨',
      password,
      displayName: '<b>小雨</b> \u202e😀',
      email: 'rain@example.com',
      phone: '+86 138 0013 8000',
      birthday: '1990-05-31',
      referralCode: 'FRIEND',
      locale: 'zh-CN',
    });
    expect(outcome).toMatchObject({
      __typename: 'RegisterMemberSuccess',
      member: {
        username: '林小雨',
        displayName: '<b>小雨</b> \u202e😀',
        email: 'rain@example.com',
        phone: '+86 138 0013 8000',
        birthday: '1990-05-31',
        locale: 'zh-CN',
        timeZone: 'Asia/Shanghai',
        role: 'MEMBER',
        securityQuestionSet: false,
        securityQuestion: null,
        defaultViewPasswordSet: false,
        recoveryCodesLeft: 0,
      },
    });
    expect(await whoIs(visitor)).toBe('林小雨');
    const byToken = world.visitor();
    byToken.token = outcome.token ?? null;
    expect(await byToken.data('{ me { username cardPoints { balance } } }')).toEqual({
      me: { username: '林小雨', cardPoints: { balance: 60 } },
    });
  });

  test('keeps no password and no token as it is', async () => {
    const member = await world.member('keeper');
    const secrets = [member.password, member.token ?? ''];
    const rows = await world.sql(
      'select m::text as member, s::text as session from members m join sessions s on s.member_id = m.id',
    );
    for (const secret of secrets) expect(JSON.stringify(rows)).not.toContain(secret);
    const [row] = await world.sql('select password_hash from members where id = $1', [member.id]);
    expect(row?.['password_hash']).toMatch(/^\$argon2id\$v=19\$m=19456,(p=1,t=2|t=2,p=1)\$/);
  });

  test.each(['Wang.Wei', 'wang.wei', 'ＷＡＮＧ.ｗｅｉ'])(
    'refuses %s, which reads like a name that somebody has',
    async (username) => {
      await act(world.visitor(), 'registerMember', { username: 'WANG.wei', password, displayName: 'Wang' });
      expect(
        await act(world.visitor(), 'registerMember', { username, password, displayName: 'Other' }),
      ).toMatchObject({
        __typename: 'UsernameTaken',
      });
    },
  );

  test('gives a name to one of many who ask for it at the same moment', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        act(world.visitor(), 'registerMember', { username: 'wanted', password, displayName: 'W' }),
      ),
    );
    const names = outcomes.map(({ __typename }) => __typename).sort();
    expect(names).toEqual(['RegisterMemberSuccess', ...Array.from({ length: 7 }, () => 'UsernameTaken')]);
  });

  test.each([
    ['username', { username: 'ab' }, 3],
    ['username', { username: 'a b c' }, null],
    ['password', { password: 'seven77' }, 8],
    ['password', { password: 'x'.repeat(129) }, 128],
    ['password', { password: 'Password123' }, null],
    ['displayName', { displayName: '  ' }, 1],
    ['email', { email: 'not an address' }, null],
    ['phone', { phone: '1'.repeat(33) }, 32],
    ['birthday', { birthday: '2990-01-01' }, null],
    ['referralCode', { referralCode: 'x'.repeat(65) }, 64],
    ['locale', { locale: 'fr' }, null],
  ])('names the field at fault: %s in %j, and leaves nothing behind', async (field, fault, limit) => {
    const before = await countMembers();
    const good = { username: 'faultless', password, displayName: 'Fine' };
    const outcome = await act(world.visitor(), 'registerMember', { ...good, ...fault });
    expect(outcome).toMatchObject({ __typename: 'InvalidInput', field, limit });
    expect(await countMembers()).toBe(before);
  });

  test('takes no role, balance or id from the input', async () => {
    const input = { username: 'climber', password, displayName: 'Climber', role: 'OPERATOR' };
    const answer = await world
      .visitor()
      .request('mutation ($input: RegisterMemberInput!) { registerMember(input: $input) { __typename } }', {
        input,
      });
    expect(answer.errors).toHaveLength(1);
    expect(answer.data).toBeNull();
  });
});
