import { createHash } from 'node:crypto';
import {
  GraphQLError,
  Kind,
  TypeInfo,
  getOperationAST,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import { AppError } from '../errors/app-error.ts';
import { isPersonal as isPersonalField } from '../reading/reads.ts';
import { checkCost, documentCharactersMax, documentTokensMax, limitRules } from './query-limits.ts';

/** A document that may be run, and what is known of it once for all who send it. */
export interface KnownDocument {
  readonly text: string;
  readonly document: DocumentNode;
  /** Equal for documents that say the same, however they are spaced. */
  readonly identity: string;
  /** Whether its answer may differ from reader to reader. */
  readonly isPersonal: boolean;
  /** The variables on which its answer depends: not those that only say from where on a feed is read. */
  readonly variables: ReadonlySet<string>;
}

/** What a client asks for. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
}

/** All documents that are kept together hold at most so many characters. */
const keptCharactersMax = 300_000;
/** The argument with which a feed's reader says what they have already. */
const placeArgument = 'after';

/** Documents that came over sockets, parsed and validated once; those that were not used for longest are let go. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #rules: readonly ValidationRule[];
  readonly #known = new Map<string, KnownDocument>();
  #characters = 0;

  constructor(schema: GraphQLSchema, options: { readonly introspection: boolean }) {
    this.#schema = schema;
    this.#rules = [...specifiedRules, ...limitRules(options)];
  }

  /** The same text as an object that is there already, so that a thousand sockets do not keep a thousand copies. */
  same(text: string): string {
    return this.#known.get(text)?.text ?? text;
  }

  /** The document, checked for what is asked; throws GraphQLError or AppError when it may not be run. */
  checked({ query, operationName, variables }: Asked): KnownDocument {
    const known = this.#of(query);
    if (!getOperationAST(known.document, operationName)) throw new GraphQLError('Unknown operation.');
    checkCost(this.#schema, { document: known.document, operationName, variables });
    return known;
  }

  #of(text: string): KnownDocument {
    const kept = this.#known.get(text);
    // Taken out and put back: the map's order is that of their last use.
    if (kept) this.#known.delete(text);
    const known = kept ?? this.#read(text);
    this.#known.set(text, known);
    if (!kept) this.#keepWithin(text.length);
    return known;
  }

  #keepWithin(added: number): void {
    this.#characters += added;
    for (const text of this.#known.keys()) {
      if (this.#characters <= keptCharactersMax) return;
      this.#known.delete(text);
      this.#characters -= text.length;
    }
  }

  #read(text: string): KnownDocument {
    if (text.length > documentCharactersMax) throw new AppError('BAD_INPUT', tooLong);
    const document = parse(text, { maxTokens: documentTokensMax, noLocation: true });
    const [fault] = validate(this.#schema, document, this.#rules, { maxErrors: 1 });
    if (fault) throw fault;
    return {
      text,
      document,
      identity: createHash('sha256').update(print(document)).digest('base64'),
      ...traitsOf(this.#schema, document),
    };
  }
}

const tooLong = { zh: 'GraphQL 文档过长。', en: 'The GraphQL document is too long.' };

type Traits = Pick<KnownDocument, 'isPersonal' | 'variables'>;

/** What follows from a document's fields and arguments alone. */
function traitsOf(schema: GraphQLSchema, document: DocumentNode): Traits {
  const types = new TypeInfo(schema);
  const root = schema.getSubscriptionType();
  const variables = new Set<string>();
  let isPersonal = false;
  const visitor = visitWithTypeInfo(types, {
    Field: () => {
      const field = types.getFieldDef();
      const isAnswer = field && types.getParentType() !== root && !field.name.startsWith('__');
      if (isAnswer && isPersonalField(field)) isPersonal = true;
    },
    // Where a variable is declared it is not used.
    VariableDefinition: () => false,
    Variable: ({ name }, _key, parent) => {
      const isPlace = isNode(parent) && parent.kind === Kind.ARGUMENT && parent.name.value === placeArgument;
      if (!isPlace || types.getParentType() !== root || types.getDirective()) variables.add(name.value);
    },
  });
  visit(document, visitor);
  return { isPersonal, variables };
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'kind' in value;
