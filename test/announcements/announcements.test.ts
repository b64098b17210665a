import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Client } from '../support/client.ts';
import { startWorld, type SignedInClient } from '../support/world.ts';

const world = await startWorld();
let operator: SignedInClient;

beforeAll(async () => {
  operator = await world.operator();
});
beforeEach(() => world.sql('delete from announcements'));

interface Announcement {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly bodyHtml: string;
  readonly publishedAt: string;
}

interface Told {
  readonly __typename: string;
  readonly announcement: Announcement;
  readonly field?: string;
  readonly limit?: number;
  readonly withdrawnId?: string;
}

const fields = 'id title body bodyHtml publishedAt';

/** Calls one of the three mutations; returns what it answered, or the code of the top-level error. */
async function call(actor: Client, verb: 'publish' | 'edit', input: object): Promise<Told | string> {
  const name = `${verb}Announcement`;
  const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Announcement`;
  const { data, errors } = await actor.request<Record<string, Told>>(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename
      ... on ${type}Success { announcement { ${fields} } } ... on InvalidInput { message field limit } } }`,
    { input },
  );
  return data?.[name] ?? String(errors?.[0]?.extensions?.['code']);
}

async function withdraw(actor: Client, id: string): Promise<string> {
  const { data, errors } = await actor.request<{ withdrawAnnouncement: { withdrawnId: string } }>(
    `mutation ($input: WithdrawAnnouncementInput!) { withdrawAnnouncement(input: $input) { withdrawnId } }`,
    { input: { id } },
  );
  return data?.withdrawAnnouncement.withdrawnId ?? String(errors?.[0]?.extensions?.['code']);
}

async function publish(title: string, body = 'text'): Promise<Announcement> {
  const told = await call(operator, 'publish', { title, body });
  if (typeof told === 'string' || told.__typename !== 'PublishAnnouncementSuccess')
    throw new Error(JSON.stringify(told));
  return told.announcement;
}

async function list(
  reader: Client,
  args = '(first: 20)',
): Promise<{ titles: readonly string[]; totalCount: number; endCursor: string }> {
  interface Page {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string };
    readonly edges: readonly { readonly node: Announcement }[];
  }
  const { announcements } = await reader.data<{ announcements: Page }>(
    `{ announcements${args} { totalCount pageInfo { endCursor } edges { node { ${fields} } } } }`,
  );
  const titles = announcements.edges.map(({ node }) => node.title);
  return { titles, totalCount: announcements.totalCount, endCursor: announcements.pageInfo.endCursor };
}

describe('announcements', () => {
  test('are read by anyone, newest first, page by page', async () => {
    for (const title of ['一', '二', '三']) await publish(title);
    const member = await world.member();
    for (const reader of [world.visitor(), member, operator]) {
      expect(await list(reader)).toMatchObject({ titles: ['三', '二', '一'], totalCount: 3 });
    }
    const first = await list(member, '(first: 2)');
    expect(first.titles).toEqual(['三', '二']);
    expect((await list(member, `(first: 2, after: "${first.endCursor}")`)).titles).toEqual(['一']);
  });

  test('are published, edited and withdrawn by operators only', async () => {
    const { id } = await publish('Ours');
    const member = await world.member();
    const words = { title: 'Theirs', body: 'x' };
    expect(await call(member, 'publish', words)).toBe('FORBIDDEN');
    expect(await call(member, 'edit', { id, ...words })).toBe('FORBIDDEN');
    expect(await withdraw(member, id)).toBe('FORBIDDEN');
    expect(await call(world.visitor(), 'publish', words)).toBe('UNAUTHENTICATED');
    expect(await call(world.visitor(), 'edit', { id, ...words })).toBe('UNAUTHENTICATED');
    expect(await withdraw(world.visitor(), id)).toBe('UNAUTHENTICATED');
    expect((await list(member)).titles).toEqual(['Ours']);
  });

  test('keep their words exactly, and are shown as safe HTML', async () => {
    const title = ' <b>停机</b> \u202eabc 👩‍👩‍👧 ';
    const body = '**明天** 02:00\r\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))  \n';
    const told = await publish(title, body);
    expect(told).toMatchObject({ title, body });
    expect(told.bodyHtml).toContain('<strong>明天</strong>');
    expect(told.bodyHtml).not.toMatch(/<script|<a /);
  });

  test('are changed in place: the words are new, the date stays', async () => {
    const { id, publishedAt } = await publish('Old');
    await publish('Newer');
    world.clock.advance(60_000);
    const told = await call(operator, 'edit', { id, title: 'New', body: '*text*' });
    expect(told).toMatchObject({
      announcement: { id, title: 'New', publishedAt, bodyHtml: '<p><em>text</em></p>\n' },
    });
    expect((await list(world.visitor())).titles).toEqual(['Newer', 'New']);
  });

  test('are hidden from everybody once withdrawn, and withdrawing twice is the same', async () => {
    const { id } = await publish('Wrong');
    await publish('Right');
    expect(await withdraw(operator, id)).toBe(id);
    expect(await withdraw(operator, id)).toBe(id);
    for (const reader of [world.visitor(), operator]) {
      expect(await list(reader)).toMatchObject({ titles: ['Right'], totalCount: 1 });
    }
    expect(await call(operator, 'edit', { id, title: 'x', body: 'x' })).toBe('NOT_FOUND');
  });

  test('that never were are not found', async () => {
    for (const id of [v7(), 'nonsense']) {
      expect(await call(operator, 'edit', { id, title: 'x', body: 'x' })).toBe('NOT_FOUND');
      expect(await withdraw(operator, id)).toBe('NOT_FOUND');
    }
  });

  test('outside their limits are refused, naming the field and the limit', async () => {
    const { id } = await publish('Stays');
    const tooLong = { title: 'x'.repeat(121), body: 'x' };
    expect(await call(operator, 'publish', tooLong)).toMatchObject({
      __typename: 'InvalidInput',
      field: 'title',
      limit: 120,
    });
    const tooMuch = { title: 'x', body: 'x'.repeat(10_001) };
    expect(await call(operator, 'edit', { id, ...tooMuch })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'body',
      limit: 10_000,
    });
    expect((await list(operator)).titles).toEqual(['Stays']);
  });

  test('are heard of by the open pages of members', async () => {
    const member = await world.member();
    const live = member.subscribe<{ memberFeed: { announcement?: { title: string } } }>(
      `subscription { memberFeed { __typename ... on AnnouncementPublished { announcement { title } } } }`,
    );
    await live.connected();
    const heard = (): readonly string[] =>
      live.items.flatMap(({ memberFeed }) => memberFeed.announcement?.title ?? []);
    // An open socket means that the operation is on its way: the first announcement may still be too early for it.
    for (let i = 1; heard().length === 0; i += 1) {
      await publish(`News ${i}`);
      await live.until(() => heard().length > 0, 500).catch(() => undefined);
    }
    await live.close();
    expect(heard()[0]).toMatch(/^News \d+$/);
  });
});
