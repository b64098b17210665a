import { readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, print, validate, type GraphQLError } from 'graphql';

/** The operations of a file of documents, by name. */
export function operationsIn(path: string): ReadonlyMap<string, string> {
  const { definitions } = parse(readFileSync(path, 'utf8'));
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name
        ? [[definition.name.value, print(definition)]]
        : [],
    ),
  );
}

/** What the committed schema finds wrong with each operation. */
export function faultsIn(operations: ReadonlyMap<string, string>): readonly GraphQLError[] {
  const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
  return [...operations.values()].flatMap((document) => validate(schema, parse(document)));
}
