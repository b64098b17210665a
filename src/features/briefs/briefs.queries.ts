import type { Context } from '../../platform/context.ts';
import { containing, row, rows, sql } from '../../platform/database/sql.ts';
import {
  cursorOf,
  keysOf,
  pageFrom,
  pageRequest,
  type Page,
  type PageArgs,
} from '../../platform/graphql/connection.ts';
import { checkText } from '../../platform/text/text.rules.ts';
import { changesPageSize, emptyDictionary, type BriefWords, type DictionaryRow } from './brief.rules.ts';

const columns = sql.raw('id, revision, entry_count as "entryCount", complete_from as "completeFrom"');

/** The dictionaries of members, by their ids; for batched(). */
export const dictionariesOfMembers = (
  ctx: Pick<Context, 'em'>,
  ids: readonly string[],
): Promise<readonly DictionaryRow[]> => dictionariesBy(ctx, { column: 'member_id', ids });

/** The dictionaries of transcripts, by their ids; for batched(). Who may see them is the caller's to know. */
export const dictionariesOfTranscripts = (
  ctx: Pick<Context, 'em'>,
  ids: readonly string[],
): Promise<readonly DictionaryRow[]> => dictionariesBy(ctx, { column: 'transcript_id', ids });

async function dictionariesBy(
  { em }: Pick<Context, 'em'>,
  { column, ids }: { readonly column: 'member_id' | 'transcript_id'; readonly ids: readonly string[] },
): Promise<readonly DictionaryRow[]> {
  const found = await rows(
    em,
    sql<DictionaryRow & { place: string }>`select ${columns}, ${sql.ref(column)} as place
      from brief_dictionaries where ${sql.ref(column)} = any(${ids}::uuid[])`,
  );
  const byPlace = new Map(found.map(({ place, ...dictionary }) => [place, dictionary]));
  return ids.map((id) => byPlace.get(id.toLowerCase()) ?? emptyDictionary);
}

/** What is looked for in a dictionary. */
export type EntriesWanted = PageArgs & { readonly search?: string | null };

/** The entries of a dictionary by code; with a search, those whose code, text or note contains it. */
export async function entriesOf(
  { em }: Pick<Context, 'em'>,
  dictionary: DictionaryRow,
  wanted: EntriesWanted,
): Promise<Page<BriefWords>> {
  const request = pageRequest(wanted, 50);
  const after = request.cursor === null ? null : String(keysOf(request.cursor, ['string'])[0]);
  const isAfter = after === null ? sql`` : sql`and code_key > ${after}`;
  const where = sql`dictionary_id = ${dictionary.id}::uuid and not is_removed ${contains(wanted.search)}`;
  const found = await rows(
    em,
    sql<BriefWords & { key: string }>`select code, text, note, code_key as key from brief_entries
      where ${where} ${isAfter} order by code_key limit ${request.size + 1}`,
  );
  return pageFrom(found, request, {
    keys: ({ key }) => [key],
    count: async () =>
      (await row(em, sql<{ count: number }>`select count(*)::int as count from brief_entries where ${where}`))
        ?.count ?? 0,
  });
}

const searchName = { zh: '搜索内容', en: 'The search' };

function contains(search: string | null | undefined): typeof nothing {
  const wanted = checkText('search', search?.trim() ?? '', { name: searchName, min: 0, max: 100 });
  if (wanted === '') return nothing;
  const pattern = containing(wanted);
  return sql`and (code ilike ${pattern} or text ilike ${pattern} or note ilike ${pattern})`;
}

const nothing = sql``;

/** From where changes are wanted: a revision, and within a reading of several pages a place. */
export interface ChangesWanted {
  readonly since: number;
  readonly after?: string | null;
}

/** A page of what changed in a dictionary. */
export interface Changes {
  readonly revision: number;
  readonly completeFrom: number;
  readonly put: readonly BriefWords[];
  readonly removed: readonly string[];
  /** Where the next page begins; null: this was the last. */
  readonly cursor: string | null;
}

type ChangedRow = Pick<DictionaryRow, 'revision' | 'completeFrom'> & {
  /** Null: nothing changed. */
  readonly key: string | null;
  readonly isRemoved: boolean;
  readonly changedIn: number;
} & BriefWords;

/**
 * What changed since a revision, in the order of change, with the revision that the dictionary has in the same moment:
 * what changes while the pages are read comes again on a later one, so that the last page leads to its revision.
 */
export async function changesOf(
  { em }: Pick<Context, 'em'>,
  dictionary: DictionaryRow,
  { since, after }: ChangesWanted,
): Promise<Changes> {
  const place = after == null ? [since, null] : keysOf(after, ['number', 'string']);
  const isAfter =
    after == null ? sql`e.revision > ${since}` : sql`(e.revision, e.code_key) > (${place[0]}, ${place[1]})`;
  const found = await rows(
    em,
    sql<ChangedRow>`select d.revision, d.complete_from as "completeFrom", c.* from brief_dictionaries d
      left join lateral (
        select e.code_key as key, e.code, e.text, e.note, e.is_removed as "isRemoved", e.revision as "changedIn"
        from brief_entries e where e.dictionary_id = d.id and ${isAfter}
        order by e.revision, e.code_key limit ${changesPageSize + 1}) c on true
      where d.id = ${dictionary.id}::uuid order by c."changedIn", c.key`,
  );
  const [first = emptyDictionary] = found;
  const changed = found.filter(({ key }) => key !== null);
  const page = changed.slice(0, changesPageSize);
  const last = page.at(-1);
  const hasMore = last !== undefined && changed.length > page.length;
  return {
    revision: first.revision,
    completeFrom: first.completeFrom,
    put: page.filter(({ isRemoved }) => !isRemoved).map(({ code, text, note }) => ({ code, text, note })),
    removed: page.filter(({ isRemoved }) => isRemoved).map(({ code }) => code),
    cursor: hasMore ? placeOf(last) : null,
  };
}

const placeOf = ({ changedIn, key }: ChangedRow): string => cursorOf([changedIn, String(key)]);
