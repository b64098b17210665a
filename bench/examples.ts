import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { root } from './product.ts';

/** The documents of schema/examples.graphql by name, as a front end would send them. */
const examples = new Map(
  parse(readFileSync(join(root, 'schema/examples.graphql'), 'utf8')).definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition' && definition.name
      ? [[definition.name.value, print(definition)] as const]
      : [],
  ),
);

/** An example's document; throws where there is none of that name. */
export function exampleDocument(name: string): string {
  const found = examples.get(name);
  if (found === undefined) throw new Error(`There is no example ${name}.`);
  return found;
}
