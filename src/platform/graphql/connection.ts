import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { InvalidInput } from './user-error.ts';
import { AppError } from '../errors/app-error.ts';
import { isId } from '../text/text.rules.ts';

/** The most nodes that one page of any connection may hold. */
export const pageSizeMax = 100;

/** Where a page stands in its list. */
@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => String, { nullable: true, description: 'The cursor of the first edge.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last edge; give it as `after` for the next page.',
  })
  endCursor!: string | null;

  @Field({ description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field({ description: 'Whether there is more before this page.' })
  hasPreviousPage!: boolean;
}

/** The arguments of a connection that is read forwards. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' })
  first!: number | null;

  @Field(() => String, { nullable: true, description: 'Only what stands after this cursor.' })
  after?: string | null;
}

/** The arguments of a connection that is read from either end. */
@ArgsType()
export class PageBothWaysArgs {
  @Field(() => Int, { nullable: true, description: 'How many from the beginning, at most 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what stands after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many from the end, at most 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what stands before this cursor.' })
  before?: string | null;
}

/** A page of a connection, as resolvers return it. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  /** Counted only when somebody asks. */
  readonly totalCount: number | Promise<number>;
}

/** Makes the connection and edge types of a node type. Call it once for each, beside the node. */
export function connectionOf(node: () => ClassType, name: string): ClassType<Page<unknown>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} in a list, with its place.` })
  class Edge {
    @Field({ description: 'Its place in the list; opaque.' })
    cursor!: string;

    @Field(node, { description: `The ${name}.` })
    node!: unknown;
  }
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: 'What this page holds, in order.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are in the whole list; counted only when asked for.' })
    totalCount!: number;
  }
  return Connection;
}

export type CursorKeys = readonly (string | number)[];

/** A place in a list as an opaque text. */
export const cursorOf = (keys: CursorKeys): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** The keys in a cursor; throws BAD_INPUT for one that we did not make. */
export function keysOf(cursor: string, kinds: readonly ('string' | 'number')[]): CursorKeys {
  const keys = parsedKeys(cursor);
  if (
    Array.isArray(keys) &&
    keys.length === kinds.length &&
    keys.every((key, i) => typeof key === kinds[i])
  ) {
    return keys as CursorKeys;
  }
  throw notOurs();
}

function parsedKeys(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/** The place in a list that is ordered by time and id; throws BAD_INPUT for a cursor that we did not make. */
export function timeKeysOf(cursor: string): { readonly at: Date; readonly id: string } {
  const [moment, id] = keysOf(cursor, ['string', 'string']);
  const at = new Date(String(moment));
  if (Number.isNaN(at.getTime()) || at.toISOString() !== moment || !isId(String(id))) throw notOurs();
  return { at, id: String(id) };
}

const numberMax = 2_147_483_647;

/** The place in a list that is ordered by number; throws BAD_INPUT for a cursor that we did not make. */
export function seqKeyOf(cursor: string): number {
  const [seq] = keysOf(cursor, ['number']);
  if (Number.isInteger(seq) && Math.abs(Number(seq)) <= numberMax) return Number(seq);
  throw notOurs();
}

/** The place in a list that is ordered by a text, as `read` makes it of the key; throws BAD_INPUT where it makes none. */
export function textKeyOf(cursor: string, read: (key: string | number) => string | null): string {
  const keys = parsedKeys(cursor);
  const [key] = Array.isArray(keys) && keys.length === 1 ? (keys as readonly unknown[]) : [];
  const text = typeof key === 'string' || typeof key === 'number' ? read(key) : null;
  if (text === null) throw notOurs();
  return text;
}

const notOurs = (): AppError =>
  new AppError('BAD_INPUT', { zh: '分页游标无效。', en: 'This cursor is not one of ours.' });

/** Where a page is to begin or end, and how long it may be: the arguments, checked. */
export interface PageRequest {
  readonly size: number;
  readonly backwards: boolean;
  readonly cursor: string | null;
}

/** Checks the arguments of a connection; throws InvalidInput for a size outside 1–100 or both ends at once. */
export function pageRequest(args: PageBothWaysArgs | PageArgs, sizeDefault = 20): PageRequest {
  const { first, after, last, before }: PageBothWaysArgs = { last: null, before: null, ...args };
  if (last != null && (first != null || after != null)) throw new InvalidInput('last', bothEnds);
  if (before != null && last == null) throw new InvalidInput('before', beforeNeedsLast);
  const size = last ?? first ?? sizeDefault;
  if (size < 1 || size > pageSizeMax)
    throw new InvalidInput(last == null ? 'first' : 'last', sizeRange, pageSizeMax);
  return { size, backwards: last != null, cursor: (last == null ? after : before) ?? null };
}

const bothEnds = {
  zh: 'first/after 与 last/before 只能用一组。',
  en: 'Ask from one end only: first and after, or last and before.',
};
const beforeNeedsLast = { zh: 'before 须与 last 一起使用。', en: 'Use before together with last.' };
const sizeRange = {
  zh: `每页数量须为 1 到 ${pageSizeMax}。`,
  en: `A page holds from 1 to ${pageSizeMax} items.`,
};

/**
 * Makes a page from rows that were read in the direction asked for, one more than its size.
 * `count` is called only when the total is asked for.
 */
export function pageFrom<Node>(
  found: readonly Node[],
  request: PageRequest,
  list: { readonly keys: (node: Node) => CursorKeys; readonly count: () => Promise<number> },
): Page<Node> {
  const hasMore = found.length > request.size;
  const inReach = found.slice(0, request.size);
  const nodes = request.backwards ? inReach.reverse() : inReach;
  const edges = nodes.map((node) => ({ cursor: cursorOf(list.keys(node)), node }));
  return {
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: request.backwards ? request.cursor !== null : hasMore,
      hasPreviousPage: request.backwards ? hasMore : request.cursor !== null,
    },
    get totalCount() {
      return list.count();
    },
  };
}
