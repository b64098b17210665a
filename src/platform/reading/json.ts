import { getNullableType, isEnumType, isNonNullType, type GraphQLOutputType } from 'graphql';
import { Written } from './source.ts';

/**
 * JSON text that a statement will write: literal text, and SQL whose values are put between as they print. Never
 * null. Kept in pieces until the end, for each call of concat() copies what it is given.
 */
export type Json = readonly (string | Written)[];

/** PostgreSQL takes at most a hundred arguments. */
const argumentsMax = 90;

/** The text as one SQL expression. */
export function written(json: Json): string {
  const merged: string[] = [];
  let literal = '';
  for (const piece of json) {
    if (typeof piece === 'string') literal += piece;
    else {
      if (literal) merged.push(quoted(literal));
      literal = '';
      merged.push(piece.text);
    }
  }
  if (literal) merged.push(quoted(literal));
  return concatenated(merged);
}

function concatenated(texts: readonly string[]): string {
  if (texts.length <= argumentsMax) return `concat(${texts.join(', ')})`;
  const groups: string[] = [];
  for (let i = 0; i < texts.length; i += argumentsMax)
    groups.push(concatenated(texts.slice(i, i + argumentsMax)));
  return concatenated(groups);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A member of an object: its name and its value. */
export type Member = readonly [name: string, value: Json];

/** A JSON object. The names are GraphQL's, so nothing in them needs escaping. */
export const objectOf = (members: readonly Member[]): Json => [
  ...members.flatMap(([name, value], i) => [`${i === 0 ? '{' : ','}"${name}":`, ...value]),
  members.length === 0 ? '{}' : '}',
];

/** Whether a leaf of this type can be written by `leafOf`. */
export const isWritable = (type: GraphQLOutputType): boolean => {
  const named = getNullableType(type);
  return isEnumType(named) || ('name' in named && named.name in writers);
};

interface Writer {
  readonly isQuoted: boolean;
  /** The value as text that stands as it is, or between quotes. */
  readonly text: (sql: string) => string;
}

const plain: Writer = { isQuoted: false, text: (sql) => sql };
const name: Writer = { isQuoted: true, text: (sql) => sql };

const writers: Readonly<Record<string, Writer>> = {
  String: { isQuoted: false, text: (sql) => `to_json(${sql})` },
  // What prints without anything to escape: ids are UUIDs.
  ID: name,
  Int: plain,
  Boolean: { isQuoted: false, text: (sql) => `(${sql})::text` },
  DateTime: {
    isQuoted: true,
    text: (sql) => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  },
};

/** A leaf of the answer: SQL for its value becomes its JSON, as JSON.stringify writes it. */
export function leafOf(type: GraphQLOutputType, sql: string): Json {
  const nullable = getNullableType(type);
  const writer = isEnumType(nullable) ? name : 'name' in nullable ? writers[nullable.name] : undefined;
  if (!writer) throw new Error(`JSON of ${String(type)} is not written in SQL.`);
  const text = writer.text(sql);
  if (isNonNullType(type)) return writer.isQuoted ? ['"', new Written(text), '"'] : [new Written(text)];
  const orNull = writer.isQuoted ? `'"' || ${text} || '"'` : `(${text})::text`;
  return [new Written(`coalesce(${orNull}, 'null')`)];
}
