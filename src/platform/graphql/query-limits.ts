import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { getComplexity, simpleEstimator, type ComplexityEstimator } from 'graphql-query-complexity/cjs';
import { AppError } from '../errors/app-error.ts';

/** Bounds on a document, the same over HTTP and over the socket. */
export const documentTokensMax = 1_000;
export const documentCharactersMax = 15_000;
export const aliasesMax = 15;
export const directivesMax = 20;
export const depthMax = 10;
/** About the number of fields that an answer may hold. */
export const costMax = 10_000;

/** The validation rules beyond GraphQL's own. Introspection is for development only. */
export const limitRules = (options: { readonly introspection: boolean }): readonly ValidationRule[] =>
  options.introspection ? [documentSizeRule] : [documentSizeRule, NoSchemaIntrospectionCustomRule];

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

const nothing: Size = { depth: 0, aliases: 0, directives: 0 };

/** Refuses, with one error, an operation that is too deep or repeats too much, fragments counted where they are spread. */
export function documentSizeRule(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, Size>();
  return {
    OperationDefinition(operation) {
      const size = sizeOf(operation.selectionSet, { context, fragments });
      const directives = size.directives + (operation.directives?.length ?? 0);
      if (size.depth > depthMax || size.aliases > aliasesMax || directives > directivesMax) {
        context.reportError(
          new GraphQLError('The document is too large: too deep, or too many aliases or directives.'),
        );
      }
    },
  };
}

interface Measuring {
  readonly context: ValidationContext;
  readonly fragments: Map<string, Size>;
}

function sizeOf(set: SelectionSetNode | undefined, measuring: Measuring): Size {
  return (set?.selections ?? []).reduce<Size>((sum, selection) => {
    const isField = selection.kind === 'Field';
    const inner =
      selection.kind === 'FragmentSpread'
        ? fragmentSize(selection.name.value, measuring)
        : sizeOf(selection.selectionSet, measuring);
    return {
      depth: Math.max(sum.depth, inner.depth + (isField ? 1 : 0)),
      aliases: sum.aliases + inner.aliases + (isField && selection.alias ? 1 : 0),
      directives: sum.directives + inner.directives + (selection.directives?.length ?? 0),
    };
  }, nothing);
}

function fragmentSize(name: string, measuring: Measuring): Size {
  const known = measuring.fragments.get(name);
  if (known) return known;
  // A fragment that spreads itself is refused by GraphQL's own rules; here it must only not loop.
  measuring.fragments.set(name, nothing);
  const size = sizeOf(measuring.context.getFragment(name)?.selectionSet, measuring);
  measuring.fragments.set(name, size);
  return size;
}

/** How many nodes a page may hold when nobody says: the longest default of any connection. */
const unsaidPageSize = 50;

/** A list costs what its nodes cost, as many times as were asked for. */
const pageEstimator: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (!field.args.some(({ name }) => name === 'first' || name === 'last')) return undefined;
  const said: unknown = args['first'] ?? args['last'];
  const size = typeof said === 'number' ? said : unsaidPageSize;
  return 1 + Math.max(size, 1) * Math.max(childComplexity, 1);
};

export interface PricedOperation {
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
}

/** Throws TOO_COSTLY when the operation asks for more than one answer should hold. */
export function checkCost(schema: GraphQLSchema, operation: PricedOperation): void {
  const cost = costOf(schema, operation);
  if (cost > costMax) throw tooCostly(cost);
}

/** Costs that were worked out, by document, operation and what the cost depends on besides. */
const costs = new WeakMap<DocumentNode, Map<string, number>>();
/** So many are kept for each document; who varies more than that is worked out again. */
const costsMax = 100;
/** Longer keys are not kept: there are many documents, and whoever sends them makes the keys. */
const costKeyMax = 300;

/** The variables that a document declares; what else a client sends is nothing to it. */
const namesDeclaredIn = ({ definitions }: DocumentNode): readonly string[] =>
  definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition'
      ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  );

function costOf(schema: GraphQLSchema, { document, operationName, variables }: PricedOperation): number {
  const known = costs.get(document) ?? new Map<string, number>();
  costs.set(document, known);
  // Numbers and conditions change how much is asked for; texts, ids and inputs do not.
  const sizes = namesDeclaredIn(document).flatMap((name) => {
    const value = variables?.[name];
    return value === null || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [];
  });
  const key = JSON.stringify([operationName ?? null, sizes]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const cost = getComplexity({
    schema,
    query: document,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
    estimators: [pageEstimator, simpleEstimator({ defaultComplexity: 1 })],
  });
  if (known.size < costsMax && key.length <= costKeyMax) known.set(key, cost);
  return cost;
}

const tooCostly = (cost: number): AppError =>
  new AppError('TOO_COSTLY', {
    zh: `一次请求的内容过多（约 ${cost} 项，上限 ${costMax}），请减少 first/last 或字段。`,
    en: `This asks for too much at once (about ${cost} items, at most ${costMax}). Ask for shorter pages or fewer fields.`,
  });
