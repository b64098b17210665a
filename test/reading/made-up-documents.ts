import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { readsOf } from '../../src/platform/reading/reads.ts';

/** Draws numbers from 0 up to, not including, 1; the same seed draws the same ones. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface MakingUp {
  readonly schema: GraphQLSchema;
  readonly roll: () => number;
  /** Values to draw arguments from, by their names. */
  readonly values: Readonly<Record<string, readonly unknown[]>>;
  /** Arguments that became variables: their types, and what to draw their values from. */
  readonly variables: MadeUpVariable[];
}

/** A variable of a made-up document. */
export interface MadeUpVariable {
  readonly name: string;
  readonly type: string;
  readonly choices: readonly unknown[];
}

/** A made-up query, as a text without its values. */
export interface MadeUpQuery {
  /** The fields, which may be put into an inline fragment. */
  readonly fields: string;
  readonly variables: readonly MadeUpVariable[];
}

/** The head of an operation that declares these variables. */
export const headFor = (variables: readonly MadeUpVariable[]): string =>
  variables.length === 0
    ? 'query'
    : `query (${variables.map(({ name, type }) => `$${name}: ${type}`).join(', ')})`;

/** Values for the variables, drawn anew. */
export const valuesFor = (
  variables: readonly MadeUpVariable[],
  roll: () => number,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(variables.map(({ name, choices }) => [name, pick(choices, roll)]));

type Field = GraphQLField<unknown, never>;

/**
 * Makes up the fields of a query, nested, aliased and repeated as it falls: those whose reading is declared, and now
 * and then one beside them that has a resolver of its own.
 */
export const madeUpFields = (making: MakingUp): string => {
  const { schema, roll } = making;
  const roots = Object.values(schema.getQueryType()!.getFields()) as unknown as readonly Field[];
  const declared = roots.filter((field) => readsOf(field as never));
  const resolved = roots.filter((field) => !declared.includes(field) && !field.args.some(isRequired));
  return Array.from({ length: 1 + Math.floor(roll() * 2) }, (_, i) => {
    const field = pick(roll() < 0.15 ? resolved : declared, roll);
    return asked(field, { making, depth: 0, alias: i > 0 ? `again${i}` : '' });
  }).join(' ');
};

interface Asking {
  readonly making: MakingUp;
  readonly depth: number;
  readonly alias: string;
}

function asked(field: Field, { making, depth, alias }: Asking): string {
  const type = getNamedType(field.type);
  const inner = isObjectType(type) ? ` { ${selection(type, making, depth + 1)} }` : '';
  return `${alias ? `${alias}: ` : ''}${field.name}${args(field, making)}${inner}`;
}

function selection(type: GraphQLObjectType, making: MakingUp, depth: number): string {
  const { roll } = making;
  const fields = Object.values(type.getFields()).filter((field) => isDeclared(field as Field, depth));
  const chosen = fields.filter((field) => roll() < (isLeaf(field as Field) ? 0.5 : 0.45));
  const texts = chosen.map((field, i) =>
    asked(field as Field, { making, depth, alias: roll() < 0.1 ? `alias${i}` : '' }),
  );
  if (texts.length === 0 || roll() < 0.2) texts.push('__typename');
  if (roll() < 0.15) texts.push(`... on ${type.name} { ${texts[0]} }`);
  return texts.join(' ');
}

const isLeaf = (field: Field): boolean => !isObjectType(getNamedType(field.type));

/** Plain fields, and those with a declaration; what has a resolver of its own is not what is compared here. */
const isDeclared = (field: Field, depth: number): boolean =>
  readsOf(field as never) !== null &&
  (isLeaf(field) || depth < 7) &&
  !(isListType(getNullableType(field.type)) && isLeaf(field));

function args(field: Field, making: MakingUp): string {
  const given = field.args.flatMap((argument) => {
    const value = valueFor(argument, making);
    return value === undefined ? [] : [`${argument.name}: ${value}`];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

/** A value in place, or a variable that will be given one. */
function valueFor(argument: GraphQLArgument, making: MakingUp): string | undefined {
  const { roll, variables } = making;
  if (!isRequired(argument) && roll() < 0.6) return undefined;
  const choices = choicesFor(argument, making);
  if (!choices) return undefined;
  if (roll() < 0.5) {
    const name = `v${variables.length}`;
    variables.push({ name, type: String(argument.type), choices });
    return `$${name}`;
  }
  const value = pick(choices, roll);
  return isEnumType(getNamedType(argument.type)) ? String(value) : JSON.stringify(value);
}

function choicesFor({ name, type }: GraphQLArgument, { values }: MakingUp): readonly unknown[] | undefined {
  const named = getNamedType(type);
  if (values[name]) return values[name];
  if (isEnumType(named)) return named.getValues().map((value) => value.name);
  if (named.name === 'Boolean') return [true, false];
  return named.name === 'Int' ? [0, 1, 2, 3, 5, 100, 101] : undefined;
}

const isRequired = ({ type, defaultValue }: GraphQLArgument): boolean =>
  isNonNullType(type) && defaultValue === undefined;

const pick = <T>(from: readonly T[], roll: () => number): T => from[Math.floor(roll() * from.length)]!;
