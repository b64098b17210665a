import { v7 } from 'uuid';
import { requireMember } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/context.ts';
import { row, rows, sql } from '../../platform/database/sql.ts';
import { unitOfWork, type Unit } from '../../platform/database/unit-of-work.ts';
import { dictionaryPlace, type DictionaryPlace } from './brief.access.ts';
import { BriefDictionaryFull } from './brief.errors.ts';
import {
  checkBriefs,
  checkRemovals,
  entriesMax,
  removedCodesMax,
  type BriefWords,
  type CheckedBrief,
  type DictionaryRow,
} from './brief.rules.ts';

/** What is to change in a dictionary: the transcript's, or with null the caller's own. */
export interface SaveBriefs {
  readonly transcriptId?: string | null;
  readonly put: readonly BriefWords[];
  readonly remove: readonly string[];
}

/** A dictionary after a save, and how much of it was new to it. */
export interface SavedBriefs {
  readonly dictionary: DictionaryRow;
  readonly changedCount: number;
}

/**
 * Removes codes, then puts briefs, all or nothing; of two writers the later one's words stand. The same save twice is
 * one. Throws NOT_FOUND, InvalidInput, BriefDictionaryFull.
 */
export async function saveBriefs(ctx: Context, input: SaveBriefs): Promise<SavedBriefs> {
  requireMember(ctx);
  const put = checkBriefs(input.put);
  const kept = new Set(put.map(({ key }) => key));
  const removed = checkRemovals(input.remove).filter((key) => !kept.has(key));
  return unitOfWork(ctx, async (unit) => {
    const place = await dictionaryPlace({ ...ctx, em: unit.em }, input.transcriptId ?? null);
    const before = await lockDictionary(unit, place);
    const revision = before.revision + 1;
    const changedCount =
      (await removeEntries(unit, { id: before.id, revision, keys: removed })) +
      (await putEntries(unit, { id: before.id, revision, put }));
    if (changedCount === 0) return { dictionary: before, changedCount };
    const dictionary = await concludeRevision(unit, { id: before.id, revision });
    if (dictionary.entryCount > entriesMax) throw new BriefDictionaryFull(entriesMax);
    unit.announce({ name: 'briefs', id: place.id }, { revision });
    return { dictionary, changedCount };
  });
}

type KeptDictionary = DictionaryRow & { readonly id: string };

const columns = sql.raw('id, revision, entry_count as "entryCount", complete_from as "completeFrom"');

/** The dictionary's row, made where there is none, locked: saves of one dictionary come one after the other. */
async function lockDictionary({ em }: Unit, { column, id }: DictionaryPlace): Promise<KeptDictionary> {
  await rows(
    em,
    sql`insert into brief_dictionaries (id, ${sql.ref(column)}, revision, entry_count, complete_from)
      values (${v7()}, ${id}, 0, 0, 0) on conflict (${sql.ref(column)}) do nothing`,
  );
  const found = await row(
    em,
    sql<KeptDictionary>`select ${columns} from brief_dictionaries where ${sql.ref(column)} = ${id} for no key update`,
  );
  if (!found) throw new Error('A dictionary that was just made is not there.');
  return found;
}

interface Revising {
  readonly id: string;
  readonly revision: number;
}

async function removeEntries(
  { em }: Unit,
  { id, revision, keys }: Revising & { readonly keys: readonly string[] },
): Promise<number> {
  if (keys.length === 0) return 0;
  const removed = await rows(
    em,
    sql`update brief_entries set is_removed = true, text = '', note = '', revision = ${revision}
      where dictionary_id = ${id} and code_key = any(${keys}::text[]) and not is_removed returning 1`,
  );
  return removed.length;
}

async function putEntries(
  { em }: Unit,
  { id, revision, put }: Revising & { readonly put: readonly CheckedBrief[] },
): Promise<number> {
  if (put.length === 0) return 0;
  const column = (name: keyof CheckedBrief): readonly string[] => put.map((brief) => brief[name]);
  const changed = await rows(
    em,
    sql`insert into brief_entries as e (dictionary_id, code_key, code, text, note, revision, is_removed)
      select ${id}::uuid, n.code_key, n.code, n.text, n.note, ${revision}::int, false
      from unnest(${column('key')}::text[], ${column('code')}::text[], ${column('text')}::text[],
        ${column('note')}::text[]) as n (code_key, code, text, note)
      on conflict (dictionary_id, code_key) do update
        set code = excluded.code, text = excluded.text, note = excluded.note, revision = excluded.revision,
          is_removed = false
        where (e.code, e.text, e.note, e.is_removed) is distinct from (excluded.code, excluded.text, excluded.note, false)
      returning 1`,
  );
  return changed.length;
}

/** Counts anew what stands, and forgets removals once they are too many: copies that are older are read anew. */
async function concludeRevision({ em }: Unit, { id, revision }: Revising): Promise<KeptDictionary> {
  const counted = await row(
    em,
    sql<{ standing: number; removed: number }>`select count(*) filter (where not is_removed)::int as standing,
      count(*) filter (where is_removed)::int as removed from brief_entries where dictionary_id = ${id}`,
  );
  const { standing = 0, removed = 0 } = counted ?? {};
  const forgets = removed > removedCodesMax;
  if (forgets) await rows(em, sql`delete from brief_entries where dictionary_id = ${id} and is_removed`);
  const concluded = await row(
    em,
    sql<KeptDictionary>`update brief_dictionaries set revision = ${revision}, entry_count = ${standing},
      complete_from = case when ${forgets} then ${revision} else complete_from end
      where id = ${id} returning ${columns}`,
  );
  if (!concluded) throw new Error('A locked dictionary is not there.');
  return concluded;
}
