import {
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { Extensions } from 'type-graphql';
import type { RequestContext } from '../graphql/request-context.ts';
import type { Expression } from './expressions.ts';
import { isWritable, leafOf, objectOf, type Json, type Member } from './json.ts';
import { isTypeName, type SelectedField } from './selection.ts';
import { columnAt, type Place, type Source } from './source.ts';

/**
 * How a field is read, declared once. Its resolver and its part of the one statement that answers a whole query are
 * both made of it, so neither can say or allow anything that the other does not.
 */
export interface Reads<Parent = never> {
  /** Whether what is read depends on who asks. */
  readonly isPersonal: boolean;
  /** Whether a statement can answer the field with everything that is asked of it. */
  covers(field: SelectedField): boolean;
  /** The field's JSON, as SQL about the object at the place. Throws what a resolver would throw. */
  write(field: SelectedField, place: Place<Parent>): Json;
  /** The field's resolver. */
  resolve(parent: Parent, args: Readonly<Record<string, unknown>>, ctx: RequestContext): unknown;
}

/** Declares how a field is read, in place of a resolver. */
export const ReadsAs = (reads: Reads): MethodDecorator & PropertyDecorator => Extensions({ reads });

/** The body of a method that only declares a field: the declaration above it answers. */
export function declared(): never {
  throw new Error('A declared field is answered by its declaration.');
}

/** How a field is declared to be read; null for one that has a resolver of its own, undefined for a plain column. */
export function readsOf(definition: SelectedField['definition']): Reads | null | undefined {
  const reads = definition.extensions['reads'] as Reads | undefined;
  return reads ?? (definition.resolve ? null : undefined);
}

/** Whether a field may be answered differently to different people: what says nothing of itself may. */
export const isPersonal = (definition: SelectedField['definition']): boolean => {
  const reads = readsOf(definition);
  return reads === null || reads?.isPersonal === true;
};

/** Makes the resolver of every declared field. */
export function resolveDeclaredFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const reads = field.extensions['reads'] as Reads<unknown> | undefined;
      if (reads) field.resolve = resolverOf(reads);
    }
  }
}

const resolverOf =
  (reads: Reads<unknown>): GraphQLFieldResolver<unknown, RequestContext> =>
  (parent, args, ctx) =>
    reads.resolve(parent, args as Readonly<Record<string, unknown>>, ctx);

/** A field with a value of the row. */
export const value = <Row>(expression: Expression<Row, unknown>): Reads<Row> => ({
  isPersonal: expression.isPersonal,
  covers: ({ definition }) => isWritable(definition.type),
  write: ({ definition }, place) => leafOf(definition.type, expression.write(place)),
  resolve: (row, _args, ctx) => expression.of(row, ctx),
});

/** A field with an object that is made of values of the row. */
export function composed<Row>(parts: Readonly<Record<string, Expression<Row, unknown>>>): Reads<Row> {
  const all = Object.entries(parts);
  const member = (field: SelectedField, place: Place<Row>): Json => {
    const part = parts[field.definition.name];
    return part ? leafOf(field.definition.type, part.write(place)) : typeNameOf(field);
  };
  return {
    isPersonal: all.some(([, { isPersonal }]) => isPersonal),
    covers: ({ fields }) =>
      fields.every(
        (field) => isTypeName(field) || (field.definition.name in parts && isWritable(field.definition.type)),
      ),
    write: ({ fields }, place) => objectOf(fields.map((field): Member => [field.key, member(field, place)])),
    resolve: (row, _args, ctx) => Object.fromEntries(all.map(([name, one]) => [name, one.of(row, ctx)])),
  };
}

/** Whether a statement can answer these fields of an object whose row comes from this source. */
export const coversRow = (fields: readonly SelectedField[], source: Source<never>): boolean =>
  fields.every((field) => {
    if (isTypeName(field)) return true;
    const reads = readsOf(field.definition);
    if (reads === null) return false;
    if (reads) return reads.covers(field);
    return (
      field.definition.name in source.columns &&
      isLeafType(getNamedType(field.definition.type)) &&
      isWritable(field.definition.type)
    );
  });

/** The object of a row with the fields that are asked for. */
export const rowObject = <Row>(fields: readonly SelectedField[], place: Place<Row>): Json =>
  objectOf(fields.map((field): Member => [field.key, memberOf(field, place)]));

function memberOf<Row>(field: SelectedField, place: Place<Row>): Json {
  if (isTypeName(field)) return typeNameOf(field);
  const { definition } = field;
  const reads = readsOf(definition);
  if (reads) return reads.write(field, place);
  return leafOf(definition.type, columnAt(place, definition.name as keyof Row & string));
}

/** The name of an object's type, which every object has and no column holds. */
export const typeNameOf = ({ parent }: SelectedField): Json => [`"${parent.name}"`];
