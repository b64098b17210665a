/**
 * Writes web/src/api/generated from schema/schema.graphql and web/src/api/operations/*.graphql:
 * `types.ts` holds every operation's types (erased when built), and each `<area>.graphql` becomes an
 * `<area>.ts` with its documents as plain strings, so that a page loads its own documents only.
 * `--check` writes nothing and exits 1 when a file is not what it would be.
 * `SCHEMA_PATH` names another schema file.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { codegen } from '@graphql-codegen/core';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import {
  Kind,
  buildSchema,
  parse,
  print,
  stripIgnoredCharacters,
  validate,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';

interface Area {
  readonly name: string;
  readonly document: DocumentNode;
}

const root = join(import.meta.dirname, '..');
const schemaPath = process.env['SCHEMA_PATH'] ?? join(root, 'schema/schema.graphql');
const operationsFolder = join(root, 'web/src/api/operations');
const generatedFolder = join(root, 'web/src/api/generated');
const header = '// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.\n';

const areas = readAreas();
const files = new Map([['types.ts', await typesFile()], ...areas.filter(hasOperations).map(areaFile)]);
if (process.argv.includes('--check')) reportDrift();
else writeFiles();

function readAreas(): readonly Area[] {
  return readdirSync(operationsFolder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => ({
      name: basename(file, '.graphql'),
      document: parse(readFileSync(join(operationsFolder, file), 'utf8')),
    }));
}

function allDefinitions(): readonly DefinitionNode[] {
  return areas.flatMap(({ document }) => document.definitions);
}

function hasOperations({ document }: Area): boolean {
  return document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
}

async function typesFile(): Promise<string> {
  const source = readFileSync(schemaPath, 'utf8');
  const whole: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...allDefinitions()] };
  const faults = validate(buildSchema(source), whole);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  const output = await codegen({
    filename: 'types.ts',
    schema: parse(source),
    documents: [{ location: 'operations', document: whole }],
    config: {
      immutableTypes: true,
      arrayInputCoercion: false,
      disableDescriptions: true,
      enumType: 'string-literal',
      scalars: { ID: 'string', DateTime: 'string' },
      strictScalars: true,
    },
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationsPlugin },
  });
  return `${header}\n${output.trim()}\n`;
}

function areaFile({ name, document }: Area): [string, string] {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const constants = operations.map((operation) => {
    const operationName = nameOf(operation);
    const type = `${operationName}${kindOf(operation)}`;
    const text = stripIgnoredCharacters([operation, ...fragmentsOf(operation)].map(print).join('\n'));
    return `export const ${operationName}Document = ${JSON.stringify(text)} as TypedDocument<T.${type}, T.${type}Variables>;\n`;
  });
  const imports =
    "import type { TypedDocument } from '../client.ts';\nimport type * as T from './types.ts';\n";
  return [`${name}.ts`, [header, imports, ...constants].join('\n')];
}

function nameOf(operation: OperationDefinitionNode): string {
  if (operation.name === undefined) throw new Error('Every operation needs a name.');
  return operation.name.value;
}

function kindOf({ operation }: OperationDefinitionNode): string {
  return operation[0]?.toUpperCase() + operation.slice(1);
}

/** The fragments that the node spreads, and those that they spread, each once. */
function fragmentsOf(node: OperationDefinitionNode): readonly FragmentDefinitionNode[] {
  const found = new Map<string, FragmentDefinitionNode>();
  const collect = (from: DefinitionNode): void => {
    visit(from, {
      FragmentSpread({ name }) {
        if (found.has(name.value)) return;
        const fragment = allDefinitions().find(
          (definition) =>
            definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name.value,
        );
        if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) throw new Error(`No fragment ${name.value}.`);
        found.set(name.value, fragment);
        collect(fragment);
      },
    });
  };
  collect(node);
  return [...found.values()];
}

function staleFiles(): readonly string[] {
  if (!existsSync(generatedFolder)) return [];
  return readdirSync(generatedFolder).filter((file) => !files.has(file));
}

function reportDrift(): void {
  const drifted = [...files].filter(([file, content]) => {
    const path = join(generatedFolder, file);
    return !existsSync(path) || readFileSync(path, 'utf8') !== content;
  });
  const names = [...drifted.map(([file]) => file), ...staleFiles()];
  if (names.length === 0) return;
  console.error(`web/src/api/generated is not up to date: ${names.join(', ')}. Run npm run generate:web.`);
  process.exitCode = 1;
}

function writeFiles(): void {
  mkdirSync(generatedFolder, { recursive: true });
  for (const file of staleFiles()) rmSync(join(generatedFolder, file));
  for (const [file, content] of files) writeFileSync(join(generatedFolder, file), content);
  console.log(`web/src/api/generated: ${files.size} files`);
}
