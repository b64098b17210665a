import { expect, test } from '@jest/globals';
import { startWorld } from '../support/world.ts';
import { act } from './acts.ts';

const world = await startWorld();
const operator = await world.operator();
for (const [username, displayName] of [
  ['wang.wei', '王伟'],
  ['li_na', '李娜 100%'],
  ['Max', 'Max Wang'],
]) {
  await act(world.visitor(), 'registerMember', {
    username,
    displayName,
    password: 'gate-lamp-river',
    email: 'secret@example.com',
  });
}

interface Accounts {
  readonly memberAccounts: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly username: string } }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    readonly totalCount: number;
  };
}

const list = async (variables: object = {}): Promise<Accounts['memberAccounts']> =>
  (
    await operator.data<Accounts>(
      `query ($first: Int, $after: String, $search: String) { memberAccounts(first: $first, after: $after, search: $search) {
        edges { node { id username displayName role createdAt } } pageInfo { endCursor hasNextPage } totalCount } }`,
      variables,
    )
  ).memberAccounts;

const names = (page: Accounts['memberAccounts']): readonly string[] =>
  page.edges.map(({ node }) => node.username);

test('staff page through all members, the newest first', async () => {
  const first = await list({ first: 2 });
  expect(names(first)).toEqual(['Max', 'li_na']);
  expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
  const second = await list({ first: 2, after: first.pageInfo.endCursor });
  expect(names(second)).toEqual(['wang.wei', operator.username]);
  expect(second.pageInfo.hasNextPage).toBe(false);
});

test.each([
  ['WANG', ['Max', 'wang.wei']],
  ['王', ['wang.wei']],
  ['0%', ['li_na']],
  ['_n', ['li_na']],
  ['%', ['li_na']],
  ['nobody', []],
])('a search for %j finds the names that contain it', async (search, found) => {
  const page = await list({ search });
  expect(names(page)).toEqual(found);
  expect(page.totalCount).toBe(found.length);
});

test('one member is read by id; an unknown id and what is none give null', async () => {
  const [account] = (await list({ search: '王伟' })).edges;
  const read = (id: unknown): Promise<unknown> =>
    operator.data('query ($id: ID!) { memberAccount(id: $id) { username } }', { id });
  expect(await read(account?.node.id)).toEqual({ memberAccount: { username: 'wang.wei' } });
  expect(await read('019d0000-0000-7000-8000-00000000dead')).toEqual({ memberAccount: null });
  expect(await read('robert; drop table members')).toEqual({ memberAccount: null });
});

test('only staff may look, and contact data is not among what they see', async () => {
  const member = await world.member();
  const query = '{ memberAccounts { totalCount } }';
  expect((await member.request(query)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  expect((await world.visitor().request(query)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  const asked = await operator.request('{ memberAccounts { edges { node { email } } } }');
  expect(asked.data).toBeNull();
});
