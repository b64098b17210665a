import { getArgumentValues, Kind, type GraphQLField } from 'graphql';
import type { Context } from '../context.ts';
import type { Keep } from './kept-pages.ts';
import type { SelectedField } from './selection.ts';

type Values = Readonly<Record<string, unknown>>;

interface Text {
  readonly text: string;
  readonly from: ReadonlySet<object>;
  /** The names that it uses follow this one, up to the last. */
  readonly first: number;
  readonly last: number;
}

/** What was written for selections of documents that come again; see `once`. */
const texts = new WeakMap<object, Text>();

/** One SQL statement while it is being written: its values, and names that do not clash. */
export class Statement {
  readonly values: unknown[] = [];
  /** The pages that may be found as they were, by the numbers of their marks. */
  readonly keeps: Keep[] = [];
  /** Set by what may take long, such as a search: others should not stand behind it. */
  alone = false;
  readonly #ctx: Context;
  readonly #variables: Values;
  #aliases = 0;
  /** How often something was asked that may be answered differently for the next request. */
  #asked = 0;
  /** Whether something was asked of the viewer. */
  #isPersonal = false;
  /** What was read from. */
  #from = new Set<object>();

  /** The variables are those of the query that it answers. */
  constructor(ctx: Context, variables: Values = {}) {
    this.#ctx = ctx;
    this.#variables = variables;
  }

  /** For whom it reads: what an expression asks of the viewer is answered from here. */
  get ctx(): Context {
    this.#asked += 1;
    this.#isPersonal = true;
    return this.#ctx;
  }

  /**
   * Text that is written for a selection, or was written for it before: most of a statement depends on the document
   * alone, and what asked for nothing else while it was written is the same the next time.
   */
  once(selection: object, write: () => string): string {
    const known = texts.get(selection);
    if (known?.first === this.#aliases) {
      this.#aliases = known.last;
      for (const source of known.from) this.#from.add(source);
      return known.text;
    }
    const [first, asked] = [this.#aliases, this.#asked];
    const { made: text, from } = this.watched(write);
    if (this.#asked === asked) texts.set(selection, { text, from, first, last: this.#aliases });
    return text;
  }

  /** What something was made from, and whether for this viewer alone. */
  watched<Made>(make: () => Made): {
    readonly made: Made;
    readonly from: ReadonlySet<object>;
    readonly isPersonal: boolean;
  } {
    const [outer, wasPersonal] = [this.#from, this.#isPersonal];
    const from = new Set<object>();
    [this.#from, this.#isPersonal] = [from, false];
    try {
      const made = make();
      return { made, from, isPersonal: this.#isPersonal };
    } finally {
      for (const source of from) outer.add(source);
      [this.#from, this.#isPersonal] = [outer, wasPersonal || this.#isPersonal];
    }
  }

  /** Notes that rows of this source, or what this lookup finds, are in what is being written. */
  readsFrom(source: object): void {
    this.#from.add(source);
  }

  /** The one row that these arguments name, for this query's variables; without arguments it is the viewer's own. */
  nameOf(args: Values): string | undefined {
    return Object.keys(args).length === 0 ? undefined : JSON.stringify([args, this.#variables]);
  }

  /** Asks for a page as it was: the number of its mark, and the version that it is of; null where it is not kept. */
  keep(selection: object, only: string): { readonly at: number; readonly version: string | null } {
    const name = this.#ctx.keptPages.nameOf(selection, only);
    const page = this.#ctx.keptPages.get(name);
    this.keeps.push({ name, json: page?.json });
    return { at: this.keeps.length - 1, version: page?.version ?? null };
  }

  /** The arguments with which a field is asked for; throws a GraphQLError as executing it would. */
  argumentsOf({ definition, node }: SelectedField): Values {
    if (node.arguments?.some(({ value }) => value.kind !== Kind.INT)) this.#asked += 1;
    return getArgumentValues(definition as GraphQLField<unknown, unknown>, node, { ...this.#variables });
  }

  /** Adds a value; returns its place in the text. The type is always said, so that a text has one plan. */
  value(value: unknown, type: SqlType): string {
    this.#asked += 1;
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }

  /** A name for one more table of the statement. */
  alias(): string {
    this.#aliases += 1;
    return `t${this.#aliases}`;
  }
}

/** The types in which values are handed over. */
export type SqlType = 'uuid' | 'uuid[]' | 'text' | 'int' | 'timestamptz' | 'jsonb';

/** A value in a fragment of SQL. */
export interface SqlValue {
  readonly value: unknown;
  readonly type: SqlType;
}

/** A value for a fragment of SQL, with its type. */
export const valueOf = (value: unknown, type: SqlType): SqlValue => ({ value, type });
