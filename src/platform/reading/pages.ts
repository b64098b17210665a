import {
  pageFrom,
  pageRequest,
  seqKeyOf,
  textKeyOf,
  timeKeysOf,
  type CursorKeys,
  type Page,
  type PageRequest,
} from '../graphql/connection.ts';
import { batched, type BatchRead } from '../graphql/request-context.ts';
import { objectOf, written, type Json, type Member } from './json.ts';
import { writeKept, type Keeping } from './keeping.ts';
import { findingAt, type Finding } from './one.ts';
import { coversRow, rowObject, typeNameOf, type Reads } from './reads.ts';
import { run } from './run.ts';
import { isTypeName, type SelectedField } from './selection.ts';
import { columnAt, columnsOf, placeOf, Written, type Place, type Source } from './source.ts';
import { Statement } from './statement.ts';

/** The order of a list, by columns that tell its rows apart; what its cursors hold. */
export interface Order<Row> {
  readonly columns: readonly (keyof Row & string)[];
  readonly isDescending: boolean;
  /** The keys of a row, as its cursor holds them: in JavaScript and as SQL for their JSON. */
  readonly keys: (row: Row) => CursorKeys;
  readonly keysJson: (place: Place<Row>) => string;
  /** The values of a cursor; throws BAD_INPUT for one that we did not make. */
  readonly placeIn: (cursor: string, statement: Statement) => readonly string[];
}

/** In the order of a number. */
export const byNumber = <Row>(name: keyof Row & string): Order<Row> => ({
  columns: [name],
  isDescending: false,
  keys: (row) => [row[name] as number],
  keysJson: (place) => `'[' || ${columnAt(place, name)} || ']'`,
  placeIn: (cursor, statement) => [statement.value(seqKeyOf(cursor), 'int')],
});

/**
 * In the order of a text that JSON writes as it stands. `read` makes the text of the key that a cursor holds, or null
 * where we did not make it.
 */
export const byText = <Row>(
  name: keyof Row & string,
  read: (key: string | number) => string | null,
): Order<Row> => ({
  columns: [name],
  isDescending: false,
  keys: (row) => [row[name] as string],
  keysJson: (place) => `'["' || ${columnAt(place, name)} || '"]'`,
  placeIn: (cursor, statement) => [statement.value(textKeyOf(cursor, read), 'text')],
});

/** The newest first; what came at the same moment by its id. */
export const newestFirst = <Row>(moment: keyof Row & string, id: keyof Row & string): Order<Row> => ({
  columns: [moment, id],
  isDescending: true,
  keys: (row) => [(row[moment] as Date).toISOString(), row[id] as string],
  keysJson: (place) =>
    `'["' || to_char(${columnAt(place, moment)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","' || ${columnAt(place, id)} || '"]'`,
  placeIn(cursor, statement) {
    const keys = timeKeysOf(cursor);
    return [statement.value(keys.at, 'timestamptz'), statement.value(keys.id, 'uuid')];
  },
});

/** The oldest first; what came at the same moment by its id. */
export const oldestFirst = <Row>(moment: keyof Row & string, id: keyof Row & string): Order<Row> => ({
  ...newestFirst<Row>(moment, id),
  isDescending: false,
});

/** How a list is found. */
export interface ListOf<Parent, Row, Args> {
  readonly source: Source<Row>;
  /**
   * Which rows belong to a parent: by a column of the row, or by any of its columns that hold many, and which column of
   * the parent names it there; absent for a list of nobody's.
   */
  readonly belongs?: (
    { readonly column: keyof Row & string } | { readonly among: readonly (keyof Row & string)[] }
  ) & { readonly to: keyof Parent & string };
  /** Which of them are in the list. Throws what is wrong with the arguments. */
  readonly where: (args: Args, finding: Finding<Row>) => Written;
  readonly order: Order<Row>;
  readonly pageSize?: number;
  /** Until when a page of one parent need not be read again; absent: it always is. */
  readonly keeping?: Keeping<Parent>;
}

/** A field with a page of a list: a Relay connection. */
export function pageOf<Parent, Row, Args = object>(list: ListOf<Parent, Row, Args>): Reads<Parent> {
  const pages = pagesFor(list);
  const counts = countsFor(list);
  return {
    isPersonal: true,
    covers: (field) => coversPage(field, list.source),
    write(field, parent) {
      const args = parent.statement.argumentsOf(field) as Args;
      const key = list.belongs && columnAt(parent, list.belongs.to);
      const page = (): Json => writePage(field, { list, args, key, statement: parent.statement });
      return list.keeping ? writeKept(field, { parent, keeping: list.keeping }, page) : page();
    },
    async resolve(parent, args, ctx) {
      const request = pageRequest(args, list.pageSize);
      // Refused here: among others it would take those along that are asked for at the same time.
      if (request.cursor !== null) list.order.placeIn(request.cursor, new Statement(ctx));
      const asked = { key: list.belongs ? String(parent[list.belongs.to]) : null, args };
      return pageFrom(await batched(ctx, pages, asked), request, {
        keys: list.order.keys,
        count: () => batched(ctx, counts, asked),
      }) satisfies Page<Row>;
    },
  };
}

// ---- one statement: PostgreSQL writes the page

const connectionFields = new Set(['edges', 'pageInfo', 'totalCount']);
const pageInfoFields = new Set(['startCursor', 'endCursor', 'hasNextPage', 'hasPreviousPage']);

function coversPage({ fields }: SelectedField, source: Source<never>): boolean {
  return fields.every((field) => {
    const { definition, fields: inner } = field;
    if (isTypeName(field)) return true;
    if (!connectionFields.has(definition.name)) return false;
    if (definition.name === 'pageInfo')
      return inner.every((one) => isTypeName(one) || pageInfoFields.has(one.definition.name));
    return inner.every((one) => one.definition.name !== 'node' || coversRow(one.fields, source));
  });
}

interface Writing<Parent, Row, Args> {
  readonly list: ListOf<Parent, Row, Args>;
  readonly args: Args;
  readonly key: string | undefined;
  readonly statement: Statement;
}

/**
 * A page from the end is read backwards and written forwards. Where somebody asks about more than the rows
 * themselves, one more than the page holds is read, and they are numbered as they are read (`n`).
 */
function writePage<Parent, Row, Args>(field: SelectedField, writing: Writing<Parent, Row, Args>): Json {
  const { list, args, key, statement } = writing;
  const request = pageRequest(args as object, list.pageSize);
  const names = field.fields.map(({ definition }) => definition.name);
  const isNumbered = names.includes('pageInfo');
  const page = { ...writing, place: placeOf(statement, list.source), request, isNumbered };
  const members = objectOf(field.fields.map((one): Member => [one.key, memberOfPage(one, page)]));
  if (!names.includes('edges') && !isNumbered) {
    // No row is read, but a cursor that we did not make is refused all the same.
    if (request.cursor !== null) list.order.placeIn(request.cursor, new Statement(statement.ctx));
    return members;
  }
  const { alias } = page.place;
  const limit = isNumbered ? request.size + 1 : request.size;
  const rows = `(${rowsOf(list, { args, key, place: page.place, request, limit })}) ${alias}`;
  const from = isNumbered ? `(select ${alias}.*, row_number() over () as n from ${rows}) ${alias}` : rows;
  // One row, even where nothing of what is asked for is an aggregate.
  return [new Written(`(select ${written(members)} from ${from} having true)`)];
}

interface PagePlace<Parent, Row, Args> extends Writing<Parent, Row, Args> {
  readonly place: Place<Row>;
  readonly request: PageRequest;
  readonly isNumbered: boolean;
}

function memberOfPage<Parent, Row, Args>(field: SelectedField, page: PagePlace<Parent, Row, Args>): Json {
  const { list, args, key, statement } = page;
  switch (field.definition.name) {
    case 'edges':
      return edges(field, page);
    case 'pageInfo':
      return objectOf(field.fields.map((one): Member => [one.key, memberOfPageInfo(one, page)]));
    case 'totalCount':
      return [new Written(`(${countOf(list, { args, key, place: placeOf(statement, list.source) })})`)];
    default:
      return typeNameOf(field);
  }
}

function edges<Parent, Row, Args>(field: SelectedField, page: PagePlace<Parent, Row, Args>): Json {
  const { list, place, request, isNumbered } = page;
  const edge = page.statement.once(field, () =>
    written(objectOf(field.fields.map((one): Member => [one.key, memberOfEdge(one, page)]))),
  );
  const order = request.backwards ? ` ${orderOf(list, place, false)}` : '';
  const within = isNumbered ? ` filter (where ${place.alias}.n <= ${request.size})` : '';
  return ['[', new Written(`string_agg(${edge}, ','${order})${within}`), ']'];
}

function memberOfEdge<Parent, Row, Args>(field: SelectedField, page: PagePlace<Parent, Row, Args>): Json {
  if (field.definition.name === 'node') return rowObject(field.fields, page.place);
  return isTypeName(field) ? typeNameOf(field) : ['"', new Written(cursorAt(page)), '"'];
}

/** Base64url without padding, as `cursorOf` makes it; PostgreSQL breaks long lines, so what it breaks them with goes too. */
const cursorAt = <Parent, Row, Args>({ list, place }: PagePlace<Parent, Row, Args>): string =>
  `translate(encode(convert_to(${list.order.keysJson(place)}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;

function memberOfPageInfo<Parent, Row, Args>(field: SelectedField, page: PagePlace<Parent, Row, Args>): Json {
  const { alias } = page.place;
  const { size, backwards, cursor } = page.request;
  const hasMore = [new Written(`(count(*) > ${size})::text`)];
  const endAt = (direction: 'asc' | 'desc'): Json => {
    const cursors = `array_agg(${cursorAt(page)} order by ${alias}.n ${direction}) filter (where ${alias}.n <= ${size})`;
    return [new Written(`coalesce('"' || (${cursors})[1] || '"', 'null')`)];
  };
  switch (field.definition.name) {
    case 'startCursor':
      return endAt(backwards ? 'desc' : 'asc');
    case 'endCursor':
      return endAt(backwards ? 'asc' : 'desc');
    case 'hasNextPage':
      return backwards ? [String(cursor !== null)] : hasMore;
    case 'hasPreviousPage':
      return backwards ? hasMore : [String(cursor !== null)];
    default:
      return typeNameOf(field);
  }
}

// ---- what both ways share: the rows of a page, and their number

interface RowsWanted<Row, Args> {
  readonly args: Args;
  /** The parent's key as SQL; absent for a list of nobody's. */
  readonly key: string | undefined;
  readonly place: Place<Row>;
}

interface PageRows {
  readonly request: PageRequest;
  /** The page's size, or one more to know whether there are more. */
  readonly limit: number;
}

/** The rows of a page, in the order in which they are read. */
function rowsOf<Parent, Row, Args>(
  list: ListOf<Parent, Row, Args>,
  { request, limit, ...wanted }: RowsWanted<Row, Args> & PageRows,
): string {
  const { place } = wanted;
  const columns = list.order.columns.map((name) => columnAt(place, name));
  const isDown = list.order.isDescending !== request.backwards;
  const order = orderOf(list, place, request.backwards);
  const beyond =
    request.cursor === null
      ? ''
      : ` and (${columns.join(', ')}) ${isDown ? '<' : '>'} (${list.order.placeIn(request.cursor, place.statement).join(', ')})`;
  return `select ${place.alias}.* ${from(list, wanted)}${beyond} ${order} limit ${limit}`;
}

/** The order of a list, or from its end. */
function orderOf<Parent, Row, Args>(
  { order: { columns, isDescending } }: ListOf<Parent, Row, Args>,
  place: Place<Row>,
  isBackwards: boolean,
): string {
  const direction = isDescending === isBackwards ? 'asc' : 'desc';
  return `order by ${columns.map((name) => `${columnAt(place, name)} ${direction}`).join(', ')}`;
}

const countOf = <Parent, Row, Args>(list: ListOf<Parent, Row, Args>, wanted: RowsWanted<Row, Args>): string =>
  `select count(*) ${from(list, wanted)}`;

function from<Parent, Row, Args>(
  { source, belongs, where }: ListOf<Parent, Row, Args>,
  { args, key, place }: RowsWanted<Row, Args>,
): string {
  const belonging = belongs && key !== undefined ? `${belongingAt(place, belongs, key)} and ` : '';
  return `from ${source.table} ${place.alias} where ${belonging}${where(args, findingAt(place)).text}`;
}

/** In the words of the indexes: a GIN index finds what contains, and not what is equal to any. */
const belongingAt = <Parent, Row>(
  place: Place<Row>,
  belongs: NonNullable<ListOf<Parent, Row, never>['belongs']>,
  key: string,
): string =>
  'column' in belongs
    ? `${columnAt(place, belongs.column)} = ${key}`
    : `(${belongs.among.map((name) => `${columnAt(place, name)} @> array[${key}]`).join(' or ')})`;

// ---- many statements: one for all lists that are asked for alike

interface Asked {
  readonly key: string | null;
  readonly args: object;
}

type Keyed<Row> = Row & { readonly listKey: string | null };

function pagesFor<Parent, Row, Args>(list: ListOf<Parent, Row, Args>): BatchRead<Asked, readonly Row[]> {
  return alike(async (ctx, { keys, args }) => {
    const request = pageRequest(args, list.pageSize);
    return keyed(ctx, keys, (key, statement) => {
      const place = placeOf(statement, list.source);
      const inner = rowsOf(list, { args: args as Args, key, place, request, limit: request.size + 1 });
      const columns = columnsOf(list.source, place.alias);
      return { alias: place.alias, columns, inner, order: orderOf(list, place, request.backwards) };
    });
  });
}

function countsFor<Parent, Row, Args>(list: ListOf<Parent, Row, Args>): BatchRead<Asked, number> {
  const counts = alike<{ readonly count: number }>((ctx, { keys, args }) =>
    keyed(ctx, keys, (key, statement) => {
      const inner = countOf(list, { args: args as Args, key, place: placeOf(statement, list.source) });
      return { alias: 'counted', columns: 'counted.count', inner };
    }),
  );
  return async (ctx, asked) => (await counts(ctx, asked)).map(([found]) => found?.count ?? 0);
}

interface Inner {
  readonly alias: string;
  readonly columns: string;
  readonly inner: string;
  readonly order?: string;
}

/** Runs the inner statement for each key, in one statement; without keys, once. */
function keyed<Row>(
  ctx: Parameters<BatchRead<Asked, Row>>[0],
  keys: readonly (string | null)[],
  write: (key: string | undefined, statement: Statement) => Inner,
): Promise<readonly Keyed<Row>[]> {
  const statement = new Statement(ctx);
  if (keys[0] === null) {
    const { alias, columns, inner, order = '' } = write(undefined, statement);
    return run(ctx, `select null as "listKey", ${columns} from (${inner}) ${alias} ${order}`, statement);
  }
  const lists = statement.value(keys, 'uuid[]');
  const { alias, columns, inner, order = '' } = write('list.key', statement);
  const text = `select list.key as "listKey", ${columns} from unnest(${lists}) as list(key)
    cross join lateral (${inner}) ${alias} ${order}`;
  return run(ctx, text, statement);
}

/** One call for all that is asked with the same arguments; the rows go back to whose they are. */
function alike<Row>(
  read: (
    ctx: Parameters<BatchRead<Asked, Row>>[0],
    asked: { readonly keys: readonly (string | null)[]; readonly args: object },
  ) => Promise<readonly Keyed<Row>[]>,
): BatchRead<Asked, readonly Row[]> {
  return async (ctx, asked) => {
    const groups = Map.groupBy(asked, ({ args }) => JSON.stringify(args));
    const found = new Map<string, Row[]>();
    for (const [form, group] of groups) {
      const args = group[0]?.args ?? {};
      for (const { listKey, ...row } of await read(ctx, { keys: group.map(({ key }) => key), args })) {
        const place = `${listKey} ${form}`;
        const rows = found.get(place) ?? [];
        rows.push(row as unknown as Row);
        found.set(place, rows);
      }
    }
    return asked.map(({ key, args }) => found.get(`${key} ${JSON.stringify(args)}`) ?? []);
  };
}
