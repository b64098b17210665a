/** Writes schema/schema.graphql from the code; with --check it only says whether the file is current. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

const root = join(import.meta.dirname, '..');
const path = join(root, 'schema/schema.graphql');
// The classes carry decorators, which only the built server has been through.
const built = (file: string): string => join(root, 'dist/src', file);
const { createSchema } = (await import(built('platform/graphql/schema.js'))) as {
  createSchema: (resolvers: unknown) => Promise<GraphQLSchema>;
};
const { features } = (await import(built('features.js'))) as {
  features: readonly { readonly resolvers: readonly unknown[] }[];
};
const schema = await createSchema(features.flatMap(({ resolvers }) => resolvers));
const text = `# Written by scripts/emit-schema.ts from the classes in src/features: change those instead.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;

if (!process.argv.includes('--check')) writeFileSync(path, text);
else if (readFileSync(path, 'utf8') !== text) {
  console.error('schema/schema.graphql is not what the code says. Run: npm run schema');
  process.exitCode = 1;
}
