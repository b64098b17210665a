import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import { guardSchema } from './guard-schema.ts';
import { DateTime } from './scalars.ts';
import { resolveDeclaredFields } from '../reading/reads.ts';

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql's own name for a resolver class
export type ResolverClasses = NonEmptyArray<Function>;

/** The schema of all features, with the declared access before every root field. */
export async function createSchema(resolvers: ResolverClasses): Promise<GraphQLSchema> {
  // A plain field is a property of its object; type-graphql would wrap each in a resolver with a place for middleware.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  const schema = await buildSchema({
    resolvers,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    validate: false,
    pubSub: noPubSub,
    nullableByDefault: false,
  });
  describeRoots(schema);
  resolveDeclaredFields(schema);
  return guardSchema(schema);
}

/** type-graphql makes the root types by itself, without words. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation, subscription] = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ];
  if (query) query.description = 'What can be read.';
  if (mutation) mutation.description = 'What can be done. Expected failures are members of the result.';
  if (subscription) subscription.description = 'What can be followed as it happens.';
}

/** Every subscription brings its own source; type-graphql only asks that there be something here. */
const noPubSub = {
  publish: (): never => {
    throw new Error('Publish on the bus: platform/events/bus.ts.');
  },
  subscribe: (): never => {
    throw new Error('A subscription names its own source with `subscribe`.');
  },
};
