import type { Context } from '../context.ts';
import { batched, type BatchRead, type RequestContext } from '../graphql/request-context.ts';
import { columnAt, fragmentAt, Written, type Fragment, type Place } from './source.ts';
import type { SqlType } from './statement.ts';

/**
 * How a value is had from a row, said once and used twice: as SQL where PostgreSQL writes the answer, and in
 * JavaScript where the row is in hand, as with live events. Booleans are true or false, never unknown.
 */
export interface Expression<Row, Value> {
  /** Whether it depends on who asks; what does not may be told to many at once. */
  readonly isPersonal: boolean;
  write(place: Place<Row>): string;
  of(row: Row, ctx: Context): Value | Promise<Value>;
}

/** A condition on a row; decided at once, with nothing to wait for. */
export interface Condition<Row> extends Expression<Row, boolean> {
  of(row: Row, ctx: Context): boolean;
}

/** A column of the row. */
export const column = <Row, Name extends keyof Row & string>(name: Name): Expression<Row, Row[Name]> => ({
  isPersonal: false,
  write: (place) => columnAt(place, name),
  of: (row) => row[name],
});

/** The same for every row. */
export const constant = <Value extends string>(value: Value): Expression<unknown, Value> => ({
  isPersonal: false,
  write: () => `'${value.replaceAll("'", "''")}'::text`,
  of: () => value,
});

/** Nothing, of whatever type stands beside it. */
export const nothing: Expression<unknown, null> = { isPersonal: false, write: () => 'null', of: () => null };

/** Something of the viewer, with its type in SQL. */
export interface Viewer<Value> {
  readonly of: (ctx: Context) => Value;
  readonly type: SqlType;
}

/** Something of the viewer, the same for every row. */
export const ofViewer = <Value>({ of, type }: Viewer<Value>): Expression<unknown, Value> => ({
  isPersonal: true,
  write: ({ statement }) => statement.value(of(statement.ctx), type),
  of: (_row, ctx) => of(ctx),
});

/** The signed-in member who asks. */
export const viewerId: Viewer<string | null> = { of: ({ actor }) => actor.member?.id ?? null, type: 'uuid' };

/** The grants by which the viewer reads what is theirs to read by password. */
export const viewerGrantIds: Viewer<readonly string[]> = {
  of: ({ actor }) => actor.grants.map(({ id }) => id),
  type: 'uuid[]',
};

/** Whether the viewer is of some kind, whatever the row. */
export const viewerIs = (test: (ctx: Context) => boolean): Condition<unknown> => ({
  isPersonal: true,
  write: ({ statement }) => String(test(statement.ctx)),
  of: (_row, ctx) => test(ctx),
});

type Comparable = string | number | null;
type ColumnOf<Row, Value> = {
  [Name in keyof Row & string]: Row[Name] extends Value ? Name : never;
}[keyof Row & string];

/** Whether two columns hold the same, which null never does. */
export const sameAs = <Row>(
  name: ColumnOf<Row, Comparable>,
  other: ColumnOf<Row, Comparable>,
): Condition<Row> => ({
  isPersonal: false,
  write: (place) => `(${columnAt(place, name)} = ${columnAt(place, other)}) is true`,
  of: (row) => row[name] !== null && row[name] === row[other],
});

/** Whether a column holds exactly this text. */
export const holds = <Row>(name: ColumnOf<Row, Comparable>, text: string): Condition<Row> => ({
  isPersonal: false,
  write: (place) => `(${columnAt(place, name)} = ${place.statement.value(text, 'text')}) is true`,
  of: (row) => row[name] === text,
});

/** Whether a column holds what the viewer has, which null never is. */
export const isViewers = <Row>(
  name: ColumnOf<Row, Comparable>,
  viewer: Viewer<string | null>,
): Condition<Row> => ({
  isPersonal: true,
  write: (place) =>
    `(${columnAt(place, name)} = ${place.statement.value(viewer.of(place.statement.ctx), viewer.type)}) is true`,
  of: (row, ctx) => row[name] !== null && row[name] === viewer.of(ctx),
});

/** Whether a column holds one of those that the viewer has. */
export const isAmongViewers = <Row>(
  name: ColumnOf<Row, Comparable>,
  viewer: Viewer<readonly string[]>,
): Condition<Row> => ({
  isPersonal: true,
  write: (place) =>
    `(${columnAt(place, name)} = any(${place.statement.value(viewer.of(place.statement.ctx), viewer.type)})) is true`,
  of: (row, ctx) => row[name] !== null && viewer.of(ctx).includes(String(row[name])),
});

/** Whether a column of many holds what the viewer has, which nothing never is. */
export const hasViewer = <Row>(
  name: ColumnOf<Row, readonly string[]>,
  viewer: Viewer<string | null>,
): Condition<Row> => ({
  isPersonal: true,
  write: (place) =>
    `(${place.statement.value(viewer.of(place.statement.ctx), viewer.type)} = any(${columnAt(place, name)})) is true`,
  of: (row, ctx) => {
    const own = viewer.of(ctx);
    return own !== null && (row[name] as readonly string[]).includes(own);
  },
});

/** Whether a moment is not before another, which null never is. */
export const isSince = <Row>(
  name: ColumnOf<Row, Date | null>,
  moment: (ctx: Context) => Date,
): Condition<Row> => ({
  // It depends on when it is asked, so it is nobody else's answer.
  isPersonal: true,
  write: (place) =>
    `(${columnAt(place, name)} >= ${place.statement.value(moment(place.statement.ctx), 'timestamptz')}) is true`,
  of: (row, ctx) => row[name] instanceof Date && row[name] >= moment(ctx),
});

/** Whether a column holds nothing. */
export const isNull = <Row>(name: keyof Row & string): Condition<Row> => ({
  isPersonal: false,
  write: (place) => `${columnAt(place, name)} is null`,
  of: (row) => row[name] === null,
});

/** Whether the condition does not hold. */
export const not = <Row>(part: Condition<Row>): Condition<Row> => ({
  isPersonal: part.isPersonal,
  write: (place) => `not (${part.write(place)})`,
  of: (row, ctx) => !part.of(row, ctx),
});

/** Whether all of the conditions hold. */
export const and = <Row>(...parts: readonly Condition<Row>[]): Condition<Row> => ({
  isPersonal: parts.some(({ isPersonal }) => isPersonal),
  write: (place) => `(${parts.map((part) => part.write(place)).join(' and ')})`,
  of: (row, ctx) => parts.every((part) => part.of(row, ctx)),
});

/** Whether any of the conditions holds. */
export const or = <Row>(...parts: readonly Condition<Row>[]): Condition<Row> => ({
  isPersonal: parts.some(({ isPersonal }) => isPersonal),
  write: (place) => `(${parts.map((part) => part.write(place)).join(' or ')})`,
  of: (row, ctx) => parts.some((part) => part.of(row, ctx)),
});

/** One of two values, by a condition. */
export const choose = <Row, Value>(
  condition: Condition<Row>,
  then: Expression<Row, Value>,
  otherwise: Expression<Row, Value>,
): Expression<Row, Value> => ({
  isPersonal: [condition, then, otherwise].some(({ isPersonal }) => isPersonal),
  write: (place) =>
    `case when ${condition.write(place)} then ${then.write(place)} else ${otherwise.write(place)} end`,
  of: (row, ctx) => (condition.of(row, ctx) ? then : otherwise).of(row, ctx),
});

/** A value, or a text where there is none. */
export const orElse = <Row>(
  expression: Expression<Row, string | null>,
  otherwise: string,
): Expression<Row, string> => ({
  isPersonal: expression.isPersonal,
  write: (place) => `coalesce(${expression.write(place)}, ${constant(otherwise).write(place)})`,
  of: async (row, ctx) => (await expression.of(row, ctx)) ?? otherwise,
});

/** How something is found by a key: many at once in JavaScript, one in SQL. */
export interface Lookup<Key, Value> {
  readonly read: BatchRead<Key, Value>;
  /** The value for the key that the fragment is given. */
  readonly sql: (fragment: Fragment, key: Written) => Written;
}

/** Something found by a key that the row or the viewer has; null without a key. */
export const lookedUp = <Row, Key, Value>(
  key: Expression<Row, Key | null>,
  lookup: Lookup<Key, Value>,
): Expression<Row, Value | null> => ({
  isPersonal: key.isPersonal,
  write(place) {
    place.statement.readsFrom(lookup);
    return lookup.sql(fragmentAt(place), new Written(key.write(place))).text;
  },
  of: async (row, ctx) => {
    const found = await key.of(row, ctx);
    return found === null ? null : batched(ctx as RequestContext, lookup.read, found);
  },
});
