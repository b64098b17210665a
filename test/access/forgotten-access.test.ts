import { describe, expect, test } from '@jest/globals';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { Query, Resolver } from 'type-graphql';
import { Access } from '../../src/platform/graphql/access.ts';
import { guardSchema } from '../../src/platform/graphql/guard-schema.ts';
import { createSchema } from '../../src/platform/graphql/schema.ts';

@Resolver()
class Careful {
  @Query(() => String)
  @Access('anyone')
  declared(): string {
    return 'for all';
  }
}

@Resolver()
class Forgetful {
  @Query(() => String)
  undeclared(): string {
    return 'for whom?';
  }
}

describe('a root field without a declared access', () => {
  test('stops the start, and is named', async () => {
    await expect(createSchema([Careful, Forgetful])).rejects.toThrow('Query.undeclared declares no @Access');
  });

  test('does so in whichever root type it stands', () => {
    const open = { type: GraphQLString, extensions: { access: 'anyone' } };
    const forgotten = { type: GraphQLString };
    const schemaWith = (name: 'mutation' | 'subscription'): GraphQLSchema =>
      new GraphQLSchema({
        query: new GraphQLObjectType({ name: 'Query', fields: { open } }),
        [name]: new GraphQLObjectType({ name: `The_${name}`, fields: { open, forgotten } }),
      });
    expect(() => guardSchema(schemaWith('mutation'))).toThrow('The_mutation.forgotten declares no @Access');
    expect(() => guardSchema(schemaWith('subscription'))).toThrow(
      'The_subscription.forgotten declares no @Access',
    );
  });

  test('is the only thing that does', async () => {
    const schema = await createSchema([Careful]);
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['declared']);
  });
});
