import {
  createSourceEventStream,
  execute,
  getOperationAST,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Actor } from '../auth/actor.ts';
import { nobody } from '../auth/actor.ts';
import type { Caller } from '../context.ts';
import type { Alike } from '../fan-out/audience.ts';
import { Follower, type Seat } from '../fan-out/follower.ts';
import type { KnownDocument } from './documents.ts';
import { formatResult, isFaultInside } from './format-error.ts';
import type { RequestContext } from './request-context.ts';

/** A subscription as one client asks for it. */
export interface SubscriptionRequest extends Pick<
  ExecutionArgs,
  'schema' | 'operationName' | 'variableValues'
> {
  readonly known: KnownDocument;
  readonly caller: Caller;
  /** A new context for each event: it is read afresh, never from what an earlier event had cached. */
  readonly contextOf: (caller: Caller) => RequestContext;
  /** Where the messages go once the operation is one of many alike. */
  readonly seat: Seat;
}

/**
 * Runs a subscription. What its source yields is executed for this client alone; a source that many follow gives the
 * rest to all who asked alike, past this iterator, which then only waits for the end.
 */
export async function subscribeTo(
  request: SubscriptionRequest,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const { caller, contextOf } = request;
  const source = await createSourceEventStream({ ...operationOf(request), contextValue: contextOf(caller) });
  if (!(Symbol.asyncIterator in source)) return source;
  if (source instanceof Follower) source.sit(alike(request), request.seat);
  return new Results(request, source[Symbol.asyncIterator]());
}

const operationOf = ({ schema, known, operationName, variableValues }: SubscriptionRequest) => ({
  schema,
  document: known.document,
  operationName,
  variableValues,
});

/** One execution for each event. Not a generator: one that waits for its source could not be told to return. */
class Results implements AsyncIterableIterator<ExecutionResult> {
  readonly #request: SubscriptionRequest;
  readonly #source: AsyncIterator<unknown>;

  constructor(request: SubscriptionRequest, source: AsyncIterator<unknown>) {
    this.#request = request;
    this.#source = source;
  }

  next(): Promise<IteratorResult<ExecutionResult>> {
    // Most of the time thousands wait here: a callback is less than the frame of a function that waits.
    return this.#source.next().then((event) => this.#answer(event));
  }

  async return(): Promise<IteratorResult<ExecutionResult>> {
    await this.#source.return?.();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #answer(event: IteratorResult<unknown>): Promise<IteratorResult<ExecutionResult>> {
    if (event.done) return { done: true, value: undefined };
    const { caller, contextOf } = this.#request;
    const operation = operationOf(this.#request);
    const value = await execute({ ...operation, rootValue: event.value, contextValue: contextOf(caller) });
    // Told with a hole in it, it would never be told again; who is sent away resumes before it.
    const fault = value.errors?.find(isFaultInside);
    if (fault) throw fault;
    return { done: false, value };
  }
}

/**
 * Whom an operation is alike with: the same document, variables, language and, where the document asks for anything
 * personal, the same person. What is not personal is worked out for nobody in particular, so that a field that
 * forgot to say it is personal cannot tell one reader what is another's.
 */
function alike(request: SubscriptionRequest): Alike {
  const { known, caller, contextOf } = request;
  const operation = operationOf(request);
  const shared = known.isPersonal
    ? caller
    : { actor: nobody, locale: caller.locale, address: 'internal', device: 'internal' };
  return {
    key: JSON.stringify([
      known.identity,
      getOperationAST(known.document, request.operationName)?.name?.value,
      variablesOf(request),
      caller.locale,
      known.isPersonal ? identityOf(caller.actor) : null,
    ]),
    render: async (root) => {
      const contextValue = contextOf(shared);
      return formatResult(await execute({ ...operation, rootValue: root, contextValue }), contextValue);
    },
  };
}

/** The variables on which the answers depend, in one order. */
function variablesOf({ known, variableValues }: SubscriptionRequest): readonly unknown[] {
  return Object.entries(variableValues ?? {})
    .filter(([name]) => known.variables.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const identityOf = ({ member, grants }: Actor): readonly unknown[] => [
  member?.id,
  member?.role,
  ...grants.map(({ id }) => id).toSorted(),
];
