import type { Context } from '../context.ts';
import { batched, type BatchRead } from '../graphql/request-context.ts';
import { coversRow, rowObject, type Reads } from './reads.ts';
import { written, type Json } from './json.ts';
import { run } from './run.ts';
import type { SelectedField } from './selection.ts';
import {
  columnAt,
  columnsOf,
  fragmentAt,
  placeOf,
  Written,
  type Fragment,
  type Place,
  type Source,
} from './source.ts';
import { Statement } from './statement.ts';

/** How a row is found by a key that another row has. */
export interface ToOne<Parent, Row> {
  readonly source: Source<Row>;
  /** The column of the parent that names the row. */
  readonly key: keyof Parent & string;
  /** The column of the row that the key is compared with. */
  readonly by: keyof Row & string;
  /** Finds many at once. */
  readonly read: BatchRead<string, unknown>;
}

/** A field with one row that another row names. Whoever may read the one may read the other. */
export const toOne = <Parent, Row>({ source, key, by, read }: ToOne<Parent, Row>): Reads<Parent> => ({
  isPersonal: false,
  covers: ({ fields }) => coversRow(fields, source),
  write(field, parent) {
    const place = placeOf(parent.statement, source);
    return objectFrom(field.fields, place, new Written(`${columnAt(place, by)} = ${columnAt(parent, key)}`));
  },
  resolve: (parent, _args, ctx) => batched(ctx, read, String(parent[key])),
});

/** What a condition is made with: fragments about the row, and who asks. */
export interface Finding<Row> {
  readonly at: Fragment;
  readonly place: Place<Row>;
  readonly ctx: Context;
}

/** How a query finds the one row that its arguments name, the right to read it included; null: there can be none. */
export interface Found<Row, Args> {
  readonly source: Source<Row>;
  readonly where: (args: Args, finding: Finding<Row>) => Written | null;
}

/** A query with one row, or null. */
export const found = <Row, Args = object>({ source, where }: Found<Row, Args>): Reads<unknown> => ({
  isPersonal: true,
  covers: ({ fields }) => coversRow(fields, source),
  write(field, { statement }) {
    const args = statement.argumentsOf(field);
    const place = { ...placeOf(statement, source), only: statement.nameOf(args) };
    const condition = where(args as Args, findingAt(place));
    return condition ? objectFrom(field.fields, place, condition) : ['null'];
  },
  async resolve(_parent, args, ctx) {
    const statement = new Statement(ctx);
    const place = placeOf(statement, source);
    const condition = where(args as Args, findingAt(place));
    if (!condition) return null;
    const text = `select ${columnsOf(source, place.alias)} from ${source.table} ${place.alias} where ${condition.text}`;
    return (await run<Row>(ctx, text, statement))[0] ?? null;
  },
});

/** What a condition about the row at a place is made with. */
export const findingAt = <Row>(place: Place<Row>): Finding<Row> => ({
  at: fragmentAt(place),
  place,
  // Asked for only where it is needed: what does not ask is the same for everybody (Statement.once).
  get ctx() {
    return place.statement.ctx;
  },
});

function objectFrom<Row>(fields: readonly SelectedField[], place: Place<Row>, condition: Written): Json {
  const { source, alias } = place;
  const object = place.statement.once(fields, () => written(rowObject(fields, place)));
  return [
    new Written(`coalesce((select ${object} from ${source.table} ${alias} where ${condition.text}), 'null')`),
  ];
}
