import { expect, test } from '@jest/globals';
import { startWorld, type SignedInClient } from '../support/world.ts';
import { ownChanges, save, type Brief, type Changes } from './dictionary.ts';

const world = await startWorld();

const briefs = (count: number, from = 0): readonly Brief[] =>
  Array.from({ length: count }, (_, i) => ({ code: `code${from + i}`, text: `text ${from + i}` }));

async function fill(writer: SignedInClient, count: number): Promise<void> {
  for (let from = 0; from < count; from += 1_000) {
    const saved = await save(writer, { put: briefs(Math.min(1_000, count - from), from) });
    expect(saved.__typename).toBe('SaveBriefsSuccess');
  }
}

/** Reads all pages; `between` happens after the first. */
async function readAll(
  writer: SignedInClient,
  between: () => Promise<unknown> = async () => undefined,
): Promise<readonly Changes[]> {
  const pages = [await ownChanges(writer)];
  await between();
  for (;;) {
    const { cursor } = pages.at(-1)!;
    if (cursor === null) return pages;
    pages.push(await ownChanges(writer, { after: cursor }));
  }
}

/** A copy as a browser keeps it. */
function copyOf(pages: readonly Changes[]): ReadonlyMap<string, string> {
  const copy = new Map<string, string>();
  for (const { put, removed } of pages) {
    for (const { code, text } of put) copy.set(code, text);
    for (const code of removed) copy.delete(code);
  }
  return copy;
}

test('a dictionary of 20,000 is read in pages, and the one that would be too much is refused whole', async () => {
  const writer = await world.member();
  await fill(writer, 20_000);
  const refused = await save(writer, {
    put: [
      { code: 'code1', text: 'other' },
      { code: 'more', text: 'x' },
    ],
  });
  expect(refused.__typename).toBe('BriefDictionaryFull');
  const pages = await readAll(writer);
  expect(Math.max(...pages.map(({ put }) => put.length))).toBe(2_000);
  const copy = copyOf(pages);
  expect(copy.size).toBe(20_000);
  expect(copy.get('code1')).toBe('text 1');
  // One out, one in.
  expect((await save(writer, { put: [{ code: 'more', text: 'x' }], remove: ['code1'] })).__typename).toBe(
    'SaveBriefsSuccess',
  );
}, 60_000);

test('what changes while the pages are read is in the copy when the last one is', async () => {
  const writer = await world.member();
  await fill(writer, 4_500);
  const pages = await readAll(writer, () =>
    save(writer, {
      put: [
        { code: 'code0', text: 'changed' },
        { code: 'new', text: 'new' },
      ],
      remove: ['code7', 'code4400'],
    }),
  );
  const copy = copyOf(pages);
  expect(copy.get('code0')).toBe('changed');
  expect(copy.get('new')).toBe('new');
  expect(copy.has('code7')).toBe(false);
  expect(copy.has('code4400')).toBe(false);
  expect(copy.size).toBe(4_499);
  expect(pages.at(-1)!.revision).toBe(6);
}, 60_000);

test('when removals are too many they are forgotten, and older copies are told to begin anew', async () => {
  const writer = await world.member();
  await fill(writer, 1_000);
  // What 20 and more thousand removals of earlier years have left.
  await world.sql(
    `insert into brief_entries (dictionary_id, code_key, code, text, note, revision, is_removed)
     select d.id, 'old' || n, 'old' || n, '', '', 1, true from brief_dictionaries d, generate_series(1, 20000) n
     where d.member_id = $1`,
    [writer.id],
  );
  expect((await ownChanges(writer, { since: 1 })).completeFrom).toBe(0);
  await save(writer, { remove: ['code1'] });
  expect(await ownChanges(writer, { since: 1 })).toMatchObject({ revision: 2, completeFrom: 2, removed: [] });
  expect(copyOf(await readAll(writer)).size).toBe(999);
}, 60_000);

test('is managed by pages, in the order of codes, and searched in code, text and note', async () => {
  const writer = await world.member();
  await save(writer, {
    put: [...briefs(60), { code: 'zxm', text: '张晓明', note: '局长' }, { code: 'pct', text: '100%_' }],
  });
  const ask = async (
    args: string,
  ): Promise<{ codes: string[]; total: number; end: string | null; more: boolean }> => {
    const { me } = await writer.data<{
      me: {
        briefDictionary: {
          entries: {
            totalCount: number;
            edges: { node: { code: string } }[];
            pageInfo: { endCursor: string | null; hasNextPage: boolean };
          };
        };
      };
    }>(`{ me { briefDictionary { entries(${args}) {
      totalCount edges { node { code } } pageInfo { endCursor hasNextPage } } } } }`);
    const { entries } = me.briefDictionary;
    return {
      codes: entries.edges.map(({ node }) => node.code),
      total: entries.totalCount,
      end: entries.pageInfo.endCursor,
      more: entries.pageInfo.hasNextPage,
    };
  };
  const first = await ask('first: 40');
  expect(first).toMatchObject({ total: 62, more: true });
  const rest = await ask(`first: 40, after: "${first.end}"`);
  expect([...first.codes, ...rest.codes]).toEqual(
    [...briefs(60).map(({ code }) => code), 'pct', 'zxm'].toSorted(),
  );
  expect(rest.more).toBe(false);
  expect((await ask('search: "晓"')).codes).toEqual(['zxm']);
  expect((await ask('search: "局长"')).codes).toEqual(['zxm']);
  expect((await ask('search: "ZX"')).codes).toEqual(['zxm']);
  expect((await ask('search: "%_"')).codes).toEqual(['pct']);
});
