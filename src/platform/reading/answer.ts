import {
  execute,
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { TextStatement } from '../database/sql.ts';
import { AppError } from '../errors/app-error.ts';
import { UserFailure } from '../errors/user-failure.ts';
import { checkAccess, type AccessPolicy } from '../graphql/access.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import { written } from './json.ts';
import { joined } from './keeping.ts';
import type { Keep } from './kept-pages.ts';
import { readsOf } from './reads.ts';
import { rootsOf, type SelectedField, type SelectedRoot } from './selection.ts';
import type { Place } from './source.ts';
import { Statement } from './statement.ts';

/** The data of an answer as the JSON text that PostgreSQL wrote; nobody parses it to write it again. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A query that has been parsed, validated and priced. */
export interface Query {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What one statement answers of a query, and what is left to the resolvers. */
interface Plan {
  readonly written: readonly SelectedField[];
  /** The names of all root fields, in the order of the answer. */
  readonly keys: readonly string[];
  /** The same document with those root fields that no statement answers; null when there are none. */
  readonly rest: DocumentNode | null;
}

/** A document that comes again is the same object, for Apollo keeps what it has parsed; so is what was found out about it. */
const plans = new WeakMap<OperationDefinitionNode, Plan | null>();

/**
 * The answer to a query by one SQL statement, which writes its JSON; what no statement answers is executed beside it.
 * Null where it cannot be had so: nothing in it is declared, or arguments or rights are at fault. Whoever asks then
 * executes the query in the usual way, which also finds the words for what is wrong.
 */
export async function answerOf(query: Query, ctx: RequestContext): Promise<JsonText | null> {
  const plan = planFor(query);
  const writing = plan && write(plan, query, ctx);
  if (!plan || !writing) return null;
  const [[written], rest] = await Promise.all([
    ctx.reads.read<Record<string, string>>(ctx.actor, writing),
    resolved(plan, query, ctx),
  ]);
  if (!written || !rest) return null;
  const texts = new Map(
    plan.written.map(({ key }, i) => [key, joined(written[`f${i}`] ?? 'null', writing.keeps, ctx.keptPages)]),
  );
  const members = plan.keys.map((key) => `"${key}":${texts.get(key) ?? JSON.stringify(rest[key])}`);
  return new JsonText(`{${members.join(',')}}`);
}

function planFor(query: Query): Plan | null {
  const known = plans.get(query.operation);
  if (known !== undefined) return known;
  const plan = planOf(query);
  plans.set(query.operation, plan);
  return plan;
}

function planOf({ schema, document, operation }: Query): Plan | null {
  const roots = rootsOf(schema, document, operation);
  if (!roots) return null;
  const written = roots.flatMap(({ field }) => (field && isCovered(field) ? [field] : []));
  if (written.length === 0) return null;
  const left = roots.filter(({ field }) => !field || !written.includes(field));
  return {
    written,
    keys: roots.map(({ key }) => key),
    rest: left.length > 0 ? only(left, document, operation) : null,
  };
}

const isCovered = (field: SelectedField): boolean => readsOf(field.definition)?.covers(field) ?? false;

/** The document with these root fields and no others. */
const only = (
  roots: readonly SelectedRoot[],
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentNode => ({
  ...document,
  definitions: [
    {
      ...operation,
      selectionSet: { ...operation.selectionSet, selections: roots.flatMap(({ nodes }) => nodes) },
    },
    ...document.definitions.filter(({ kind }) => kind === 'FragmentDefinition'),
  ],
});

/** Writes the statement for this viewer and these variables; null when the query is to be refused. */
function write(
  plan: Plan,
  { schema, operation, variables }: Query,
  ctx: RequestContext,
): (TextStatement & { readonly keeps: readonly Keep[] }) | null {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables });
  if (!coerced) return null;
  try {
    const statement = new Statement(ctx, coerced);
    const root: Place<never> = { statement, source: { table: '', columns: {} }, alias: '' };
    const columns = plan.written.map((field, i) => {
      const { definition } = field;
      const reads = readsOf(definition);
      if (!reads) throw new Error('Only declared fields are written.');
      checkAccess(definition.extensions['access'] as AccessPolicy, ctx);
      return `${written(reads.write(field, root))} as f${i}`;
    });
    const { values, alone, keeps } = statement;
    return { text: `select ${columns.join(', ')}`, values, alone, keeps };
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** Arguments or rights at fault; anything else is a fault of ours. */
const isRefusal = (error: unknown): boolean =>
  error instanceof AppError || error instanceof UserFailure || error instanceof GraphQLError;

/** What the resolvers answer of it; null when there is an error to tell of. */
async function resolved(
  { rest }: Plan,
  { schema, variables }: Query,
  ctx: RequestContext,
): Promise<Readonly<Record<string, unknown>> | null> {
  if (!rest) return {};
  const { data, errors } = await execute({
    schema,
    document: rest,
    variableValues: variables,
    contextValue: ctx,
  });
  return errors ? null : (data ?? null);
}
