import { describe, expect, test } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { features } from '../../src/features.ts';
import { createSchema, type ResolverClasses } from '../../src/platform/graphql/schema.ts';

const schema: GraphQLSchema = await createSchema(
  features.flatMap((feature) => feature.resolvers) as unknown as ResolverClasses,
);

interface Described {
  readonly name: string;
  readonly description?: string | null;
}

/** A type and everything in it, each by its full name. */
function partsOf(type: GraphQLNamedType): readonly Described[] {
  if (isEnumType(type)) return [type, ...type.getValues().map((value) => within(type.name, value))];
  if (isInputObjectType(type))
    return [type, ...Object.values(type.getFields()).map((field) => within(type.name, field))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [type];
  return [
    type,
    ...Object.values(type.getFields()).flatMap((field) => [
      within(type.name, field),
      // What an `input` holds is told by its type, field by field.
      ...field.args
        .filter((arg) => arg.name !== 'input')
        .map((arg) => within(`${type.name}.${field.name}`, arg)),
    ]),
  ];
}

const within = (place: string, { name, description }: Described): Described => ({
  name: `${place}.${name}`,
  description,
});

const parts = Object.values(schema.getTypeMap())
  .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
  .flatMap(partsOf);

describe('the schema reads as its documentation', () => {
  test('every type, field, argument, enum value and input field is described', () => {
    expect(parts.length).toBeGreaterThan(400);
    expect(parts.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
  });

  test('in whole sentences that begin with a capital and end with a full stop', () => {
    const odd = parts.filter(
      ({ description }) => description && !/^[\p{Lu}\d“`].*[.。!?]$/su.test(description.trim()),
    );
    expect(odd.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
  });
});
