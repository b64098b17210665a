import { written, type Json } from './json.ts';
import type { Keep, KeptPages } from './kept-pages.ts';
import type { SelectedField } from './selection.ts';
import { Written, type Place, type Source } from './source.ts';

/** When a page is as it was read before: while its parent is of the same version. */
export interface Keeping<Parent> {
  /** The version as SQL about the parent: a text that is another after every change of what it answers for. */
  readonly version: (place: Place<Parent>) => string;
  /** What the version answers for; a page with anything from elsewhere is read each time. */
  readonly of: readonly Source<never>[];
}

// JSON holds no control character, so these stand for nothing else.
const mark = '\u0001';
const inner = '\u0002';
const inSql = (text: string): string =>
  `E'${text.replaceAll(mark, String.raw`\x01`).replaceAll(inner, String.raw`\x02`)}'`;

/**
 * The page's JSON, or a mark that it is as it was: the version is compared by the statement that would read it, so a
 * page is never older than what stands beside it. What may differ for who asks is never kept.
 */
export function writeKept<Parent>(
  field: SelectedField,
  { parent, keeping }: { readonly parent: Place<Parent>; readonly keeping: Keeping<Parent> },
  write: () => Json,
): Json {
  const { statement, only } = parent;
  const { made: json, from, isPersonal } = statement.watched(write);
  const isFromElsewhere = [...from].some((source) => !keeping.of.includes(source as Source<never>));
  if (only === undefined || isPersonal || isFromElsewhere || statement.alone) return json;
  const { at, version } = statement.keep(field, only);
  const now = keeping.version(parent);
  const anew = `concat(${inSql(`${mark}${at}${inner}`)}, ${now}, ${inSql(inner)}, ${written(json)}, ${inSql(mark)})`;
  return [
    new Written(
      `case when ${now} = ${statement.value(version, 'text')} then ${inSql(`${mark}${at}${mark}`)} else ${anew} end`,
    ),
  ];
}

/** Puts the pages that are as they were in their places, and keeps those that were read anew. */
export function joined(text: string, keeps: readonly Keep[], pages: KeptPages): string {
  if (keeps.length === 0) return text;
  return text
    .split(mark)
    .map((piece, i) => (i % 2 === 0 ? piece : pageIn(piece, keeps, pages)))
    .join('');
}

function pageIn(piece: string, keeps: readonly Keep[], pages: KeptPages): string {
  const [at, version, read] = piece.split(inner);
  const keep = keeps[Number(at)];
  const json = read ?? keep?.json;
  if (keep === undefined || json === undefined) throw new Error('A page was marked that nobody keeps.');
  if (version !== undefined) pages.put(keep.name, { version, json });
  return json;
}
