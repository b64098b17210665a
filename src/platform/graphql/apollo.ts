import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestListener,
  type GraphQLResponse,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Logger } from 'pino';
import { formatError, internalText } from './format-error.ts';
import { checkCost, documentTokensMax, limitRules } from './query-limits.ts';
import type { RequestContext } from './request-context.ts';
import { answerOf, JsonText } from '../reading/answer.ts';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly introspection: boolean;
}

/** GraphQL over HTTP: Apollo with this house's limits and its one maker of errors. */
export function createApollo({ schema, log, introspection }: ApolloOptions): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    introspection,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    formatError: guardedWords,
    stringifyResult: textOf,
    parseOptions: { maxTokens: documentTokensMax },
    validationRules: [...limitRules({ introspection })],
    validationOptions: { maxErrors: 1 },
    logger: log,
    plugins: [
      // It wraps every field of every type, for a header that we do not send.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      costPlugin(schema),
      readingPlugin(schema),
      errorsPlugin(),
    ],
  });
}

/** The body of an answer; one that PostgreSQL wrote is passed on as it is. */
function textOf(result: object): string {
  const { data } = result as { readonly data?: unknown };
  return `${data instanceof JsonText ? `{"data":${data.text}}` : JSON.stringify(result)}\n`;
}

/** Queries whose fields are declared are answered by one statement; the others are executed. */
function readingPlugin(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    responseForOperation: async (asked) => {
      const { document, request, response, contextValue } = asked;
      const operation = asked.operation as OperationDefinitionNode | undefined;
      // Absent where the document has no such operation; executing it says so.
      if (!operation) return null;
      const { http } = response;
      const single = (singleResult: object): GraphQLResponse => ({
        http,
        body: { kind: 'single', singleResult },
      });
      try {
        const query = { schema, document, operation, variables: request.variables ?? {} };
        const data = await answerOf(query, contextValue);
        return data && single({ data });
      } catch (error) {
        return single({ errors: [formatError(error, contextValue)], data: null });
      }
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}

/** What Apollo says by itself, before there is an operation whose errors the plugin below could write. */
function guardedWords({ message, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  return extensions?.['code'] === 'INTERNAL_SERVER_ERROR'
    ? { message: internalText.en, extensions: { code: 'INTERNAL' } }
    : { message, extensions: { code: 'BAD_INPUT' } };
}

function costPlugin(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  const listener = {
    didResolveOperation: ({
      document,
      operationName,
      request,
    }: Parameters<typeof checkCost>[1] & {
      readonly request: { readonly variables?: Record<string, unknown> };
    }) => {
      refusedAsBadRequest(() => checkCost(schema, { document, operationName, variables: request.variables }));
      return Promise.resolve();
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}

/** What throws here is answered with status 400: the document is at fault, not the server. */
function refusedAsBadRequest(check: () => void): void {
  try {
    check();
  } catch (error) {
    const originalError = error instanceof Error ? error : new Error(String(error));
    throw new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 400 } } });
  }
}

/** Writes errors in the reader's language; a document that cannot be run gets one error, not a list. */
function errorsPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, errors, contextValue }) => {
          if (response.body.kind === 'single' && errors?.length) {
            const { singleResult } = response.body;
            const told = singleResult.data == null ? errors.slice(0, 1) : errors;
            singleResult.errors = told.map((error) => formatError(error, contextValue));
          }
          return Promise.resolve();
        },
      }),
  };
}
