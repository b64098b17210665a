import {
  createSourceEventStream,
  execute,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from './request-context.ts';

export interface SubscriptionRequest {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variableValues?: Record<string, unknown> | null;
  /** A new context: each event is read afresh, never from what an earlier event had cached. */
  readonly freshContext: () => RequestContext;
}

type Results = AsyncIterableIterator<ExecutionResult>;

/** Runs a subscription: one execution for each event of its source. */
export async function subscribeTo(request: SubscriptionRequest): Promise<Results | ExecutionResult> {
  const { schema, document, operationName, variableValues, freshContext } = request;
  const common = { schema, document, operationName, variableValues };
  const stream = await createSourceEventStream({ ...common, contextValue: freshContext() });
  if (!(Symbol.asyncIterator in stream)) return stream;
  const source: AsyncIterator<unknown> = stream[Symbol.asyncIterator]();
  // Not a generator: one that waits for its source could not be told to return.
  const results: Results = {
    async next() {
      const event = await source.next();
      if (event.done) return { done: true, value: undefined };
      return {
        done: false,
        value: await execute({ ...common, rootValue: event.value, contextValue: freshContext() }),
      };
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator](): Results {
      return results;
    },
  };
  return results;
}
