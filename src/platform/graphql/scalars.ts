import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A moment, in ISO 8601 and UTC, to the millisecond. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in ISO 8601 and UTC, such as 2026-11-21T08:00:00.000Z.',
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    throw new GraphQLError('A DateTime must be a Date.');
  },
  parseValue: (value) => momentFrom(value),
  parseLiteral: (node) => momentFrom(node.kind === Kind.STRING ? node.value : null),
});

function momentFrom(value: unknown): Date {
  const moment = typeof value === 'string' ? new Date(value) : null;
  if (!moment || Number.isNaN(moment.getTime())) throw new GraphQLError('A DateTime is a text in ISO 8601.');
  return moment;
}
