import type { Statement, SqlValue } from './statement.ts';

/**
 * Where rows of one kind come from: a table or view, and each column of the row as SQL, in which `@.` stands for the
 * table. The one place that says what a row is made of, for every statement that reads it.
 */
export interface Source<Row> {
  readonly table: string;
  readonly columns: { readonly [Name in keyof Row & string]: string };
}

/** Declares where rows of one kind come from. */
export const source = <Row>(table: string, columns: Source<Row>['columns']): Source<Row> => ({
  table,
  columns,
});

/** A source as one table of a statement that is being written. */
export interface Place<Row = unknown> {
  readonly statement: Statement;
  readonly source: Source<Row>;
  readonly alias: string;
  /** Names the one row that stands here, where a query asks for no other. */
  readonly only?: string | undefined;
}

/** Gives a source a place in a statement. */
export const placeOf = <Row>(statement: Statement, source: Source<Row>): Place<Row> => {
  statement.readsFrom(source);
  return { statement, source, alias: statement.alias() };
};

/** Every column of a row, as a select list for a table of this name. */
export const columnsOf = <Row>(source: Source<Row>, alias: string): string =>
  Object.entries<string>(source.columns)
    .map(([name, column]) => `${at(alias, column)} as "${name}"`)
    .join(', ');

/** One column of a row at its place. */
export const columnAt = <Row>({ source, alias }: Place<Row>, name: keyof Row & string): string =>
  at(alias, source.columns[name]);

const at = (alias: string, sql: string): string =>
  sql.startsWith('@.') && !sql.includes('@', 1) ? alias + sql.slice(1) : sql.replaceAll('@.', `${alias}.`);

/** A piece of SQL about the row at a place: `@.` is its table, and what is put in is a value, never text. */
export type Fragment = (strings: TemplateStringsArray, ...values: readonly (SqlValue | Written)[]) => Written;

/** SQL that is finished, because a fragment or an expression wrote it. */
export class Written {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Conditions that must all hold. */
export const all = (...conditions: readonly Written[]): Written =>
  new Written(conditions.map(({ text }) => text).join(' and '));

/** The writer of fragments for a place. */
export const fragmentAt =
  ({ statement, alias }: Place<never>): Fragment =>
  (strings, ...values) =>
    new Written(
      strings
        .map((text, i) => {
          const value = values[i];
          const rest =
            value === undefined
              ? ''
              : value instanceof Written
                ? value.text
                : statement.value(value.value, value.type);
          return at(alias, text) + rest;
        })
        .join(''),
    );
